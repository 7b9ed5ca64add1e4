#pragma once
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "extract/ledger/ledger.h"
#include "record/enum_names.h"
#include "tree_support.h"

namespace sayso {

inline Span span_in(std::string_view text, std::string_view words) {
  const std::size_t begin = text.find(words);
  return {begin, begin + words.size()};
}

/// A text in its trees with what the ledger is made from; each part is named by its words.
struct LedgerText {
  explicit LedgerText(std::string_view markup) : parsed(sayso::parsed(markup)) {}

  /// An actor of this name, with these mentions besides.
  LedgerText& actor(std::string_view name, const std::vector<std::string_view>& others = {},
                    ActorKind kind = ActorKind::person) {
    Actor& added = actors.emplace_back();
    added.id = "a" + std::to_string(actors.size());
    added.name = name;
    added.kind = kind;
    for (std::size_t at = parsed.text.find(name); at != std::string::npos; at = parsed.text.find(name, at + 1)) {
      added.mentions.push_back({{at, at + name.size()}, MentionForm::name});
    }
    for (const std::string_view other : others) {
      added.mentions.push_back({span_in(parsed.text, other), MentionForm::nominal});
    }
    return *this;
  }

  LedgerText& statement(std::string_view content, std::string_view speaker, Mode mode = Mode::direct) {
    Statement& added = statements.emplace_back();
    added.id = "s" + std::to_string(statements.size());
    added.content = {span_in(parsed.text, content)};
    added.mode = mode;
    for (const Actor& actor : actors) {
      if (actor.name == speaker) added.actor = actor.id;
    }
    return *this;
  }

  LedgerText& time(std::string_view words, std::string_view value) {
    Time& added = times.emplace_back();
    added.id = "t" + std::to_string(times.size());
    added.value = value;
    added.span = span_in(parsed.text, words);
    return *this;
  }

  [[nodiscard]] std::vector<LedgerEntry> ledger() const {
    const extract::Tree tree(parsed.text, parsed.words);
    const auto drafts = extract::draft_ledger(tree);
    return extract::find_ledger(tree, drafts, {statements, actors, times, amounts, "2031-03-10"});
  }

  /// "Brown pledge pledged: build homes" for each entry.
  [[nodiscard]] std::vector<std::string> lines() const {
    std::vector<std::string> out;
    for (const LedgerEntry& entry : ledger()) {
      std::string line = name_of_id(entry.actor) + " " + std::string(name_of(entry.act));
      if (entry.stage) line += " " + std::string(name_of(*entry.stage));
      line += ": " + std::string(entry.action.of(parsed.text));
      if (!entry.to.empty()) line += " | to " + name_of_id(entry.to);
      if (!entry.beneficiary.empty()) line += " | for " + name_of_id(entry.beneficiary);
      if (entry.condition) line += " | " + std::string(entry.condition->of(parsed.text));
      if (!entry.deadline.empty()) line += " | by " + entry.deadline;
      if (entry.outcome) line += " | outcome " + std::string(entry.outcome->span.of(parsed.text));
      if (entry.repeated) line += " | repeated";
      if (!entry.statement.empty()) line += " | " + entry.statement;
      out.push_back(line);
    }
    return out;
  }

  Parsed parsed;
  std::vector<Actor> actors;
  std::vector<Statement> statements;
  std::vector<Time> times;
  std::vector<Amount> amounts;

 private:
  [[nodiscard]] std::string name_of_id(const std::string& id) const {
    for (const Actor& actor : actors) {
      if (actor.id == id) return actor.name;
    }
    return id;
  }
};

using Lines = std::vector<std::string>;

}  // namespace sayso

/// So that a failing check shows the entries.
template <>
struct doctest::StringMaker<std::vector<std::string>> {
  static String convert(const std::vector<std::string>& lines) {
    std::string all;
    for (const std::string& line : lines) all += "[" + line + "]";
    return all.c_str();
  }
};
