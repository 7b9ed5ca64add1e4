#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sayso/record.h"

// What tests of the ledger share: a record that has one.
namespace sayso {

inline Span span_in(const std::string& text, std::string_view words) {
  const auto begin = text.find(words);
  return {begin, begin + words.size()};
}

/// An invented report with two entries that are due, one whose day is not known, one meeting on a day, one in a week,
/// one without a time, and a plan.
inline Record ferry_record() {
  Record record;
  Document& document = record.document;
  document.id = "f00d";
  document.uri = "https://quay.example/2024/ferry?page=1 of 2";
  document.title = "Ferry line, mayor at odds; talks near";
  document.outlet = "The Quay";
  document.published = "2024-05-03";
  document.text =
      "The ferry line has repeatedly asked Mayor Åse Quist to buy\ntwo boats for the islanders for 3 million crowns by "
      "the end of the year if the harbour is dredged, so far without success. Ada Holm said the line would reopen the "
      "“night boat” in November. It may sell the pier once the strike ends.\n\nTalks between the two about fares are "
      "expected on 6 May. A vote was postponed last week. A hearing was held. The first item of the spring plan that "
      "the line gave Quist is a timetable; it also names a new pier.";
  const auto at = [&](std::string_view words) { return span_in(document.text, words); };
  const auto actor = [&](const std::string& name, ActorKind kind) {
    Actor& added = record.actors.emplace_back();
    added.id = "a" + std::to_string(record.actors.size());
    added.name = name;
    added.kind = kind;
  };
  actor("The ferry line", ActorKind::organization);
  actor("Åse Quist", ActorKind::person);
  actor("the islanders", ActorKind::group);
  actor("Ada Holm", ActorKind::person);
  record.times = {
      {"t1", TimeType::date, "2024-12-31", TimeModifier::before, {}, {}, at("by the end of the year")},
      {"t2", TimeType::date, "2024-11", std::nullopt, {}, {}, at("November")},
      {"t3", TimeType::date, "XXXX", TimeModifier::after, {}, {}, at("once the strike ends")},
      {"t4", TimeType::date, "2024-05-06", std::nullopt, {}, {}, at("6 May")},
      {"t5", TimeType::date, "2024-W17", std::nullopt, {}, {}, at("last week")},
  };
  Statement& statement = record.statements.emplace_back();
  statement.id = "s1";
  statement.source = at("Ada Holm");
  statement.actor = "a4";
  statement.cue = at("said");
  statement.content = {at("the line would reopen the “night boat” in November")};
  statement.confidence = 0.9;

  const auto entry = [&](Act act, std::string_view action, const std::string& deadline) -> LedgerEntry& {
    LedgerEntry& added = record.ledger.emplace_back();
    added.id = "l" + std::to_string(record.ledger.size());
    added.actor = "a1";
    added.act = act;
    added.action = at(action);
    added.deadline = deadline;
    added.confidence = 0.8;
    return added;
  };
  LedgerEntry& asked = entry(Act::request, "buy\ntwo boats", "t1");
  asked.stage = Stage::failed;
  asked.to = "a2";
  asked.beneficiary = "a3";
  asked.condition = at("if the harbour is dredged");
  asked.amounts = {{2, 0, "boat", std::nullopt, at("two boats")},
                   {3e6, 4e6, "XCR", TimeModifier::approx, at("3 million crowns")}};
  asked.repeated = true;
  asked.outcome = {at("so far without success"), Stage::failed};
  LedgerEntry& promised = entry(Act::pledge, "reopen the “night boat”", "t2");
  promised.stage = Stage::pledged;
  promised.statement = "s1";
  LedgerEntry& open = entry(Act::not_ruled_out, "sell the pier", "t3");
  open.stage = Stage::floated;
  open.confidence = 0.4;

  record.meetings = {
      {"m1", at("Talks"), "t4", MeetingStatus::expected, {"a1", "a2"}, {at("fares")}},
      {"m2", at("vote"), "t5", MeetingStatus::postponed, {}, {}},
      {"m3", at("hearing"), {}, MeetingStatus::held, {}, {}},
  };
  record.plans = {{"p1", at("spring plan"), "a1", {"a2"}, {{1, at("a timetable")}, {0, at("a new pier")}}}};
  return record;
}

}  // namespace sayso
