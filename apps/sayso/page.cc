#include "page.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "ledger_page.h"
#include "record/enum_names.h"
#include "record/passage.h"
#include "speakers.h"
#include "wrap.h"

namespace sayso::cli {
namespace {

constexpr std::size_t kStep =
    4;  // columns that the words stand in from their speaker, and a nested statement from its own
constexpr std::size_t kDeepest = 6;  // from here on the page no longer goes to the right

Style style_of(Mode mode) {
  switch (mode) {
    case Mode::direct:
      return Style::direct;
    case Mode::mixed:
      return Style::mixed;
    case Mode::indirect:
      return Style::indirect;
  }
  return Style::plain;
}

std::string counted(std::size_t n, const std::string& what) { return std::to_string(n) + " " + what; }

std::string header(const Record& record, const Speakers& speakers, const PageLayout& layout) {
  const Document& document = record.document;
  std::string out;
  Paragraph title;
  title.add(!document.title.empty() ? document.title
            : document.uri.empty()  ? "standard input"
                                    : document.uri,
            Style::title);
  out += title.lines(layout.width, 0, layout.colour);

  Paragraph origin;
  origin.next(document.outlet);
  origin.next(document.byline);
  origin.next(document.published);
  if (!document.title.empty()) origin.next(document.uri, Style::faint);
  out += origin.lines(layout.width, 0, layout.colour);

  std::size_t modes[3] = {}, unnamed = 0;
  for (const Statement& statement : record.statements) {
    ++modes[static_cast<std::size_t>(statement.mode)];
    unnamed += !statement.source;
  }
  Paragraph counts;
  const std::size_t all = record.statements.size();
  counts.next(all == 0 ? "no statements" : all == 1 ? "1 statement" : counted(all, "statements"));
  for (const Mode mode : {Mode::direct, Mode::mixed, Mode::indirect}) {
    const std::size_t n = modes[static_cast<std::size_t>(mode)];
    if (n > 0) counts.next(counted(n, std::string(name_of(mode))), style_of(mode));
  }
  if (unnamed > 0) counts.next(counted(unnamed, "without a named source"), Style::faint);
  out += counts.lines(layout.width, 0, layout.colour);
  return out += speakers.most().lines(layout.width, 0, layout.colour);
}

std::string statement(const Statement& statement, std::string_view text, const Speakers& speakers, std::size_t indent,
                      const PageLayout& layout) {
  Paragraph head, words;
  speakers.add_source(head, statement);
  if (statement.cue) head.next(words_of(text, *statement.cue), Style::cue);
  head.next(name_of(statement.mode), style_of(statement.mode));
  if (statement.confidence < kUnsure) head.add("?", Style::faint);
  for (std::size_t i = 0; i < statement.content.size(); ++i) {
    if (i > 0) words.add("…", Style::faint);
    words.add(words_of(text, statement.content[i]));
  }
  return head.lines(layout.width, indent, layout.colour) + words.lines(layout.width, indent + kStep, layout.colour);
}

/// The statements with their depths, each followed by those inside it.
std::vector<std::pair<const Statement*, std::size_t>> as_tree(const std::vector<Statement>& statements) {
  std::unordered_map<std::string_view, std::size_t> number;
  for (std::size_t i = 0; i < statements.size(); ++i) number.emplace(statements[i].id, i);
  std::vector<std::vector<std::size_t>> inside(statements.size());
  std::vector<std::size_t> outermost;
  for (std::size_t i = 0; i < statements.size(); ++i) {
    const auto holder = statements[i].inside.empty() ? number.end() : number.find(statements[i].inside);
    if (holder == number.end()) {
      outermost.push_back(i);
    } else {
      inside[holder->second].push_back(i);
    }
  }
  std::vector<std::pair<const Statement*, std::size_t>> tree;
  std::vector<std::pair<std::size_t, std::size_t>> stack;
  for (auto i = outermost.rbegin(); i != outermost.rend(); ++i) stack.emplace_back(*i, 0);
  while (!stack.empty()) {
    const auto [i, depth] = stack.back();
    stack.pop_back();
    tree.emplace_back(&statements[i], depth);
    for (auto j = inside[i].rbegin(); j != inside[i].rend(); ++j) stack.emplace_back(*j, depth + 1);
  }
  return tree;
}

}  // namespace

std::string page(const Record& record, const PageLayout& layout) {
  const Speakers speakers(record);
  std::string out = header(record, speakers, layout);
  for (const auto& [each, depth] : as_tree(record.statements)) {
    out += '\n';
    out += statement(*each, record.document.text, speakers, kStep * std::min(depth, kDeepest), layout);
  }
  out += commitments(record, speakers, layout);
  if (!record.notes.empty()) out += '\n';
  for (const Note& note : record.notes) {
    Paragraph line;
    line.add("note " + code_name(note.code) + ":", Style::warning);
    line.add(note.message);
    out += line.lines(layout.width, 0, layout.colour);
  }
  return out;
}

std::string page_break(const PageLayout& layout) {
  std::string rule;
  for (std::size_t i = 0; i < layout.width; ++i) rule += "─";
  Paragraph line;
  line.add(rule, Style::faint);
  return "\n" + line.lines(layout.width, 0, layout.colour) + "\n";
}

}  // namespace sayso::cli
