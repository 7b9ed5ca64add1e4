#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "base/dates.h"
#include "ledger_filter.h"
#include "ledger_page.h"
#include "ledger_support.h"
#include "wrap.h"

namespace sayso::cli {
namespace {

std::string table(std::size_t width, bool with_document = false) {
  return ledger_table(exporter::ledger_rows(ferry_record()), {width, false}, with_document);
}

std::size_t widest(std::string_view text) {
  std::size_t most = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    most = std::max(most, display_width(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return most;
}

/// Ids of the entries and meetings that pass.
std::string passing(const LedgerFilter& filter) {
  std::string out;
  for (const auto& row : exporter::ledger_rows(ferry_record())) {
    if (passes(filter, row)) out += row.entry.id + " ";
  }
  for (const auto& row : exporter::meeting_rows(ferry_record())) {
    if (passes(filter, row)) out += row.meeting.id + " ";
  }
  return out;
}

LedgerFilter by_actor(const std::string& name) {
  LedgerFilter filter;
  filter.actor = name;
  return filter;
}

TEST_CASE("the ledger is a table as wide as the terminal") {
  CHECK(table(100) ==
        "by             who             act              what\n"
        "2024-12-31     The ferry line  request, failed  buy two boats → Åse Quist for the islanders · 3\n"
        "                                                million crowns · if the harbour is dredged\n"
        "                                                · repeatedly · so far without success\n"
        "2024-11-30     The ferry line  pledge, pledged  reopen the “night boat” ← Ada Holm\n"
        "once the       The ferry line  not-ruled-out,   sell the pier ?\n"
        "strike ends                    floated\n");
}

TEST_CASE("whom it is for is told once") {
  auto rows = exporter::ledger_rows(ferry_record());
  rows[0].action = "buy two boats for the islanders";
  const std::string once = ledger_table(rows, {200, false}, false);
  const std::size_t at = once.find("for the islanders");
  CHECK(at != std::string::npos);
  CHECK(once.find("for the islanders", at + 1) == std::string::npos);
}

TEST_CASE("a narrow terminal has a row as a line with what it is about below") {
  CHECK(table(40) ==
        "2024-12-31 · The ferry line · request,\n"
        "failed\n"
        "    buy two boats → Åse Quist for the\n"
        "    islanders · 3 million crowns · if\n"
        "    the harbour is dredged · repeatedly\n"
        "    · so far without success\n"
        "2024-11-30 · The ferry line · pledge,\n"
        "pledged\n"
        "    reopen the “night boat” ← Ada Holm\n"
        "once the strike ends · The ferry line\n"
        "· not-ruled-out, floated\n"
        "    sell the pier ?\n");
}

TEST_CASE("no line is wider than the terminal, and none ends in a space") {
  for (std::size_t width = 20; width <= 140; ++width) {
    CAPTURE(width);
    const std::string text = table(width, true);
    CHECK(widest(text) <= width);
    CHECK(text.find(" \n") == std::string::npos);
  }
}

TEST_CASE("no rows, no table") {
  CHECK(ledger_table({}, {}, true).empty());
  CHECK(commitments(Record{}, Speakers(Record{}), {}).empty());
}

TEST_CASE("the name of the document is the end of its address") {
  CHECK(table(100).find("ferry?") == std::string::npos);
  CHECK(table(100, true).find("· ferry") != std::string::npos);
}

TEST_CASE("colours end with each cell's line") {
  const std::string text = ledger_table(exporter::ledger_rows(ferry_record()), {60, true}, false);
  CHECK(text.find("\x1b[1;36mThe ferry line\x1b[0m") != std::string::npos);
  CHECK(text.find("\x1b[35mtwo boats\x1b[0m") != std::string::npos);
  bool open = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\x1b') open = text.compare(i, 4, "\x1b[0m") != 0;
    if (text[i] == '\n') CHECK_FALSE(open);
  }
}

TEST_CASE("an amount has its colour only where it is made of whole words") {
  Record record = ferry_record();
  record.document.text = "Tarn will build a 3-mile-long, dry road.";
  const auto at = [&](std::string_view words) { return span_in(record.document.text, words); };
  record.ledger.resize(1);
  record.ledger[0].action = at("build a 3-mile-long, dry road");
  record.ledger[0].amounts = {{3, 0, "mile", std::nullopt, at("3-mile-long")}};
  const std::string text = ledger_table(exporter::ledger_rows(record), {200, true}, false);
  CHECK(text.find("build a 3-mile-long, dry road") != std::string::npos);
}

TEST_CASE("below the ledger stand meetings and plans") {
  const Record record = ferry_record();
  const std::string text = commitments(record, Speakers(record), {72, false});
  CHECK(text.substr(text.find("\nMeetings\n")) ==
        "\nMeetings\n"
        "when           status     meeting\n"
        "2024-05-06     expected   Talks · The ferry line, Åse Quist · fares\n"
        "2024-04-22     postponed  vote\n"
        "– 2024-04-28\n"
        "               held       hearing\n"
        "\nPlans\n"
        "spring plan · The ferry line → Åse Quist\n"
        "    1. a timetable\n"
        "    - a new pier\n");
}

TEST_CASE("without a filter everything passes") { CHECK(passing({}) == "l1 l2 l3 m1 m2 m3 "); }

TEST_CASE("due before a day means that the last day is earlier") {
  const auto before = [](std::string_view day) {
    LedgerFilter filter;
    filter.due_before = parse_day(day);
    return passing(filter);
  };
  CHECK(before("2024-11-30") == "m1 m2 ");
  CHECK(before("2024-12-01") == "l2 m1 m2 ");
  CHECK(before("2025-01-01") == "l1 l2 m1 m2 ");
  CHECK(before("2024-04-28").empty());
}

TEST_CASE("an actor is named by a part of its name, capitals and accents aside") {
  for (const char* name : {"ferry line", "FERRY", "the ferry", "Fe", " line "}) {
    CAPTURE(name);
    CHECK(passing(by_actor(name)) == "l1 l2 l3 m1 ");
  }
  CHECK(passing(by_actor("ase")) == "m1 ");
  CHECK(passing(by_actor("åse quist")) == "m1 ");
  for (const char* name : {"erry", "line ferry", "islanders", "Ada Holm"}) {
    CAPTURE(name);
    CHECK(passing(by_actor(name)).empty());
  }
}

TEST_CASE("act and stage are those of the entry, and no meeting's") {
  LedgerFilter filter;
  filter.act = Act::pledge;
  CHECK(passing(filter) == "l2 ");
  filter.stage = Stage::floated;
  CHECK(passing(filter).empty());
  filter.act.reset();
  CHECK(passing(filter) == "l3 ");
}

}  // namespace
}  // namespace sayso::cli
