#include "extract/times/dates.h"
#include "extract/times/day_clock.h"
#include "extract/times/grammar.h"

namespace sayso::extract {
namespace {

using Kind = Expression::Kind;

void keep_longer(std::optional<Match>& best, std::optional<Match> found) {
  if (found && (!best || found->end > best->end)) best = std::move(found);
}

bool is_apostrophe_s(const Terms& terms, std::size_t at) { return one_of(terms.word(at), {"'s", "’s"}); }

/// "earlier this week", "later in the year": the whole, for nothing tells which part.
std::optional<Match> sometime_in(const Terms& terms, std::size_t begin, int depth) {
  if (!one_of(terms.word(begin), {"earlier", "later"})) return std::nullopt;
  const bool in = terms.is(begin + 1, "in");
  auto found = whole_at(terms, in ? begin + 2 : begin + 1, depth);
  if (!found || (found->expression.kind != Kind::unit && found->expression.kind != Kind::named)) return std::nullopt;
  if (in && found->expression.kind == Kind::named && found->expression.fields.grain < Grain::month) return std::nullopt;
  found->begin = begin;
  return found;
}

/// What of a stretch is meant, and the term behind the words: "early", "the end of", "the latter part of", "mid-".
struct Edge {
  TimeModifier modifier = TimeModifier::start;
  std::size_t end = 0;
};

std::optional<Edge> edge_words(const Terms& terms, std::size_t begin) {
  std::size_t at = terms.is(begin, "the") ? begin + 1 : begin;
  if (terms.is(at, "very")) ++at;
  const std::string_view word = terms.word(at);
  if (one_of(word, {"latter", "early", "later", "first", "last", "late"}) && terms.is(at + 1, "part") &&
      terms.is(at + 2, "of")) {
    return Edge{one_of(word, {"early", "first"}) ? TimeModifier::start : TimeModifier::end, at + 3};
  }
  if (one_of(word, {"rest", "remainder"}) && terms.is(at + 1, "of")) return Edge{TimeModifier::end, at + 2};
  const auto value = terms.value(at, WordClass::edge);
  if (!value) return std::nullopt;
  const auto modifier = static_cast<TimeModifier>(*value);
  if (!one_of(word, {"early", "late", "mid"}))
    return terms.is(at + 1, "of") ? std::optional(Edge{modifier, at + 2}) : std::nullopt;
  return Edge{modifier, one_of(terms.word(at + 1), {"-", "in", "on"}) ? at + 2 : at + 1};
}

/// "early May", "mid-2019", "late last year", "the end of the month".
std::optional<Match> edge(const Terms& terms, std::size_t begin, int depth) {
  const auto words = edge_words(terms, begin);
  if (!words || is_apostrophe_s(terms, words->end)) return std::nullopt;
  auto found = whole_at(terms, words->end, depth);
  if (!found && terms.has(words->end, WordClass::season)) found = recurring_date_at(terms, words->end);
  if (!found || found->expression.mod) return std::nullopt;
  found->begin = begin;
  found->expression.mod = words->modifier;
  return found;
}

/// "year-end", "the year's end", "month's end".
std::optional<Match> unit_end(const Terms& terms, std::size_t begin) {
  const std::size_t at = terms.is(begin, "the") ? begin + 1 : begin;
  const auto unit = terms.value(at, WordClass::unit);
  if (!unit || *unit < static_cast<int>(Grain::week)) return std::nullopt;
  const bool linked = terms.is(at + 1, "-") || is_apostrophe_s(terms, at + 1);
  const std::size_t end = linked ? at + 2 : at + 1;
  if (!terms.is(end, "end") || (!linked && !terms.is(at, "year"))) return std::nullopt;
  Match found;
  found.expression.kind = Kind::unit;
  found.expression.fields.grain = static_cast<Grain>(*unit);
  found.expression.mod = TimeModifier::end;
  found.begin = begin;
  found.end = end + 1;
  return found;
}

Match within(Match narrow, Match broad, std::size_t begin, std::size_t end) {
  Match joined;
  joined.expression.kind = Kind::within;
  joined.expression.fields.grain = narrow.expression.fields.grain;
  joined.begin = begin;
  joined.end = end;
  joined.expression.inner.push_back(std::move(narrow.expression));
  joined.expression.inner.push_back(std::move(broad.expression));
  return joined;
}

/// "June last year", "Monday of next week", "the 31st of next month".
void add_whole(const Terms& terms, Match& found) {
  const Expression& expression = found.expression;
  const bool narrow = expression.kind == Kind::named && !expression.fields.year &&
                      expression.relation == Relation::none && expression.fields.grain < Grain::year;
  if (!narrow) return;
  std::size_t at = found.end;
  const bool linked = one_of(terms.word(at), {"of", "in", ","});
  if (linked) ++at;
  auto whole = relative_at(terms, at);
  if (!whole && linked && terms.is(at - 1, "of")) whole = bare_unit_at(terms, at);
  if (!whole || whole->expression.kind != Kind::unit || whole->expression.fields.grain <= expression.fields.grain)
    return;
  const std::size_t begin = found.begin, end = whole->end;
  found = within(std::move(found), std::move(*whole), begin, end);
}

/// "next week Sunday", "last week on Friday".
void add_weekday(const Terms& terms, Match& found) {
  const Expression& expression = found.expression;
  if (expression.kind != Kind::unit || expression.fields.grain != Grain::week) return;
  const bool on = one_of(terms.word(found.end), {"on", "-"});
  if (on && expression.relation == Relation::present) return;  // "earlier this week on Monday": two times
  auto day = named_date_at(terms, on ? found.end + 1 : found.end);
  if (!day || day->expression.fields.weekday == 0 || day->expression.fields.day > 0) return;
  const std::size_t begin = found.begin, end = day->end;
  found = within(std::move(*day), std::move(found), begin, end);
}

/// "this year's third quarter".
void add_part(const Terms& terms, Match& found, int depth) {
  if (found.expression.kind != Kind::unit || found.expression.fields.grain != Grain::year ||
      !is_apostrophe_s(terms, found.end))
    return;
  auto part = ordinal_at(terms, found.end + 1, depth + 1);
  if (!part || part->expression.kind != Kind::named || part->expression.fields.year) return;
  const std::size_t begin = found.begin, end = part->end;
  found = within(std::move(*part), std::move(found), begin, end);
}

/// "in the year", "for the quarter", "during the month".
std::optional<Match> unit_told_by_context(const Terms& terms, std::size_t at) {
  const std::string_view before = at > 0 ? terms.word(at - 1) : std::string_view();
  auto found = bare_unit_at(terms, at);
  if (!found || !terms.is(at, "the") || found->expression.fields.grain < Grain::week) return std::nullopt;
  const bool quarter = found->expression.fields.grain == Grain::quarter || found->end > at + 2;  // "the fiscal year"
  if (!quarter && !one_of(before, {"in", "during", "for", "throughout", "over"})) return std::nullopt;
  return one_of(terms.word(found->end), {"of", "'s", "’s", "when", "-"}) ? std::nullopt : found;
}

}  // namespace

std::optional<Match> calendar_at(const Terms& terms, std::size_t at, int depth) {
  if (depth > kDeepest || terms.word(at).empty()) return std::nullopt;
  std::optional<Match> best;
  keep_longer(best, named_date_at(terms, at));
  keep_longer(best, relative_at(terms, at));
  if (best) {
    add_whole(terms, *best);
    add_weekday(terms, *best);
    add_part(terms, *best, depth);
  }
  keep_longer(best, unit_end(terms, at));
  keep_longer(best, unit_told_by_context(terms, at));
  keep_longer(best, ordinal_at(terms, at, depth));
  keep_longer(best, week_of_at(terms, at, depth));
  keep_longer(best, sometime_in(terms, at, depth));
  keep_longer(best, edge(terms, at, depth));
  keep_longer(best, offset_at(terms, at, depth));
  if (best) add_clock(terms, *best);
  keep_longer(best, clock_and_day_at(terms, at, depth));
  return best;
}

}  // namespace sayso::extract
