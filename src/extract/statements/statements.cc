#include "extract/statements/statements.h"

#include <algorithm>

#include "extract/statements/kind.h"
#include "extract/statements/mode.h"
#include "extract/statements/reach_back.h"
#include "extract/statements/reopened.h"
#include "extract/statements/speaker_before.h"
#include "extract/statements/subjects.h"
#include "record/numbering.h"
#include "text/quotes.h"

namespace sayso::extract {
namespace {

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\n\r") == std::string_view::npos; }

std::vector<Span> joined(std::string_view text, const std::vector<Span>& spans) {
  std::vector<Span> out;
  for (const Span& span : spans) {
    if (!out.empty() && is_blank(text.substr(out.back().end, span.begin - out.back().end))) {
      out.back().end = span.end;
    } else {
      out.push_back(span);
    }
  }
  return out;
}

/// What is less probable than that is left out: it would cost more in precision than it wins. Half of the F1 that is
/// reached would be best for F1 alone (Lipton, Elkan and Naryanaswamy 2014); lower, for who reads can see how sure it
/// is. Bare quotations stay: that somebody said them is certain.
constexpr double kLeastSure = 0.25;

/// "is expected to", "is scheduled to": nobody is said to expect it.
bool is_impersonal(std::string_view cue) {
  return cue.ends_with("expected") || cue.ends_with("scheduled") || cue.ends_with("believed");
}

}  // namespace

std::size_t begin_of(const Statement& statement) {
  std::size_t begin = statement.content.front().begin;
  if (statement.cue) begin = std::min(begin, statement.cue->begin);
  if (statement.source) begin = std::min(begin, statement.source->begin);
  return begin;
}

std::vector<Statement> statements(std::string_view text, const model::Reading& reading) {
  const auto regions = text::quote_regions(text);
  const auto span_of = [&](const model::Segment& segment) {
    return Span{reading.pieces[segment.first].begin, reading.pieces[segment.last].end};
  };
  std::vector<Statement> out;
  for (const model::Link& link : reading.links) {
    if (link.contents.empty() || (link.cue && link.confidence < kLeastSure)) continue;
    Statement statement;
    for (const model::Segment& content : link.contents) statement.content.push_back(span_of(content));
    statement.content = joined(text, statement.content);
    if (link.cue) statement.cue = span_of(*link.cue);
    if (link.source) statement.source = span_of(*link.source);
    if (!statement.source && statement.cue && is_impersonal(statement.cue->of(text))) continue;
    if (statement.cue) statement.kind = kind_of_cue(statement.cue->of(text)).value_or(StatementKind::say);
    statement.confidence = link.confidence;
    out.push_back(std::move(statement));
  }
  fill_reopened(text, regions, out);
  return_subjects(text, out);
  reach_back(text, out);
  give_speakers_before(text, out);
  for (Statement& statement : out) statement.mode = mode_of(text, statement.content, regions);
  // Words that nobody says by any word and that stand in no marks are the reporter's own.
  std::erase_if(out, [](const Statement& statement) {
    return !statement.cue && !statement.source && statement.mode == Mode::indirect;
  });
  std::stable_sort(out.begin(), out.end(),
                   [](const Statement& a, const Statement& b) { return begin_of(a) < begin_of(b); });
  number_anew(out);
  return out;
}

}  // namespace sayso::extract
