#include "extract/statements/nested.h"

#include <algorithm>
#include <string>
#include <utility>

#include "extract/statements/kind.h"
#include "extract/statements/statements.h"
#include "record/numbering.h"
#include "text/sentences.h"
#include "text/unicode.h"

namespace sayso::extract {
namespace {

constexpr std::size_t kShortest = 20;  // bytes of a sentence that can hold a statement
// Of a statement within another, both being right. High, for the model has learnt from a corpus without any.
constexpr double kLeastSure = 0.85;

/// The sentence without marks of quotation around it and without "that" before it.
Span bare(std::string_view text, Span span) {
  const auto starts = [&](std::string_view words) { return text.substr(span.begin, span.size()).starts_with(words); };
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view mark : {"\"", "“", "'", "‘", "«", " ", "that "}) {
      if (starts(mark)) span.begin += mark.size(), again = true;
    }
  }
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view mark : {"\"", "”", "»", " "}) {
      if (span.of(text).ends_with(mark)) span.end -= mark.size(), again = true;
    }
  }
  return span;
}

void shift(Statement& statement, std::size_t by) {
  const auto move = [by](Span& span) { span.begin += by, span.end += by; };
  for (Span& span : statement.content) move(span);
  if (statement.cue) move(*statement.cue);
  if (statement.source) move(*statement.source);
}

struct Part {
  Span span;
  const Statement* statement;
};

/// All contents, in the order of the text: a far part of one statement must not hide what stands before it.
std::vector<Part> parts_of(const std::vector<Statement>& statements) {
  std::vector<Part> out;
  for (const Statement& statement : statements) {
    for (const Span& span : statement.content) out.push_back({span, &statement});
  }
  std::stable_sort(out.begin(), out.end(), [](const Part& a, const Part& b) { return a.span.begin < b.span.begin; });
  return out;
}

/// What is said within one sentence of a content.
void read_sentence(std::string_view text, const Span& sentence, const model::AttributionModel& model,
                   const Statement& outer, std::vector<Statement>& found) {
  std::string words(sentence.of(text));
  words.front() =
      words.front() >= 'a' && words.front() <= 'z' ? static_cast<char>(words.front() - 'a' + 'A') : words.front();
  for (Statement& inner : statements(words, model.read(words, 1))) {
    inner.confidence *= outer.confidence;
    if (!inner.cue || !inner.source || inner.confidence < kLeastSure) continue;
    if (!kind_of_cue(inner.cue->of(words))) continue;
    shift(inner, sentence.begin);
    inner.id.clear();
    inner.inside = outer.id;
    found.push_back(std::move(inner));
  }
}

Span extent_of(const Statement& statement) {
  Span extent{begin_of(statement), statement.content.back().end};
  if (statement.cue) extent.end = std::max(extent.end, statement.cue->end);
  if (statement.source) extent.end = std::max(extent.end, statement.source->end);
  return extent;
}

/// Tells of statements, ascending, which of them lie wholly in a content of another one.
void place_inside(std::vector<Statement>& statements) {
  std::vector<std::pair<Span, std::size_t>> contents, open;  // open: within each other, the innermost last
  for (std::size_t i = 0; i < statements.size(); ++i) {
    for (const Span& content : statements[i].content) contents.emplace_back(content, i);
  }
  std::stable_sort(contents.begin(), contents.end(),
                   [](const auto& a, const auto& b) { return a.first.begin < b.first.begin; });
  std::size_t next = 0;
  for (std::size_t i = 0; i < statements.size(); ++i) {
    const Span extent = extent_of(statements[i]);
    while (next < contents.size() && contents[next].first.begin <= extent.begin) open.push_back(contents[next++]);
    while (!open.empty() && open.back().first.end <= extent.begin) open.pop_back();
    if (!statements[i].inside.empty()) continue;
    const auto holder = std::find_if(open.rbegin(), open.rend(), [&](const auto& content) {
      return content.second != i && content.first.contains(extent);
    });
    if (holder != open.rend()) statements[i].inside = statements[holder->second].id;
  }
}

}  // namespace

void add_nested(std::string_view text, const model::AttributionModel& model, std::vector<Statement>& statements) {
  std::vector<Statement> found;
  std::size_t read_until = 0;
  for (const Part& part : parts_of(statements)) {
    for (const Span& within : text::sentences(part.span.of(text))) {
      const Span sentence = bare(text, {part.span.begin + within.begin, part.span.begin + within.end});
      if (sentence.empty() || sentence.size() < kShortest || sentence.begin < read_until) continue;
      if (!kind_of_cue(sentence.of(text))) continue;
      read_until = sentence.end;
      read_sentence(text, sentence, model, *part.statement, found);
    }
  }
  statements.insert(statements.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
  std::stable_sort(statements.begin(), statements.end(),
                   [](const Statement& a, const Statement& b) { return begin_of(a) < begin_of(b); });
  number_anew(statements);
  place_inside(statements);
}

}  // namespace sayso::extract
