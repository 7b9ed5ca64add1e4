#include "extract/times/day_clock.h"

#include "extract/times/clocks.h"
#include "extract/times/grammar.h"
#include "text/unicode.h"

namespace sayso::extract {
namespace {

using Kind = Expression::Kind;
constexpr int kNoon = 12;

/// "afternoon" or "night" where no hour is told.
bool is_part(const Expression& expression) { return expression.kind == Kind::clock && expression.fields.hour < 0; }

Match on_day(Expression day, const Fields& clock, std::size_t begin, std::size_t end) {
  Match found;
  found.expression.kind = Kind::clock;
  found.expression.fields = clock;
  found.begin = begin;
  found.end = end;
  found.expression.inner.push_back(std::move(day));
  return found;
}

/// 7 of the evening is 19.
void set_half(Fields& fields, DayPart part) {
  if (part != DayPart::morning && fields.hour > 0 && fields.hour < kNoon) fields.hour += kNoon;
}

/// A clock behind "at", "around" or a comma; behind "at" or "around" also a bare hour at the end of a clause.
std::optional<Match> clock_behind(const Terms& terms, std::size_t end) {
  std::size_t at = end;
  if (one_of(terms.word(at), {"at", ","})) ++at;
  if (one_of(terms.word(at), {"about", "around", "approximately"})) ++at;
  if (auto clock = clock_at(terms, at)) return clock;
  if (at == end || terms.is(at - 1, ",")) return std::nullopt;
  auto hour = bare_hour_at(terms, at);
  if (!hour) return std::nullopt;
  const std::string_view next = terms.word(hour->end);
  const bool clause_ends =
      next.empty() ||
      (!text::ascii_alpha(next.front()) && !text::ascii_digit(next.front()) && !one_of(next, {"%", "$", "-", "–"})) ||
      one_of(next, {"on", "in", "and", "for", "to", "with", "when"});
  return clause_ends ? hour : std::nullopt;
}

}  // namespace

bool is_day(const Expression& expression) {
  switch (expression.kind) {
    case Kind::named:
    case Kind::unit:
    case Kind::ordinal:
      return expression.fields.grain == Grain::day;
    case Kind::offset:
      return expression.amounts.size() == 1 && expression.amounts.front().grain == Grain::day;
    case Kind::within:
      return is_day(expression.inner.front());
    default:
      return false;
  }
}

void add_clock(const Terms& terms, Match& found) {
  if (is_day(found.expression)) {
    if (const auto part = part_of_day_at(terms, found.end)) {
      Fields fields;
      fields.part = part->part;
      const std::size_t begin = found.begin;
      found = on_day(std::move(found.expression), fields, begin, part->end);
    }
  }
  if (!is_part(found.expression) && !is_day(found.expression)) return;
  const auto clock = clock_behind(terms, found.end);
  if (!clock) return;
  Fields fields = clock->expression.fields;
  if (is_part(found.expression)) {
    if (!tells_half(terms, *clock)) set_half(fields, found.expression.fields.part);
    found.expression.fields = fields;
    found.end = clock->end;
    return;
  }
  const std::size_t begin = found.begin;
  found = on_day(std::move(found.expression), fields, begin, clock->end);
}

std::optional<Match> clock_and_day_at(const Terms& terms, std::size_t begin, int depth) {
  std::optional<Match> clock = clock_at(terms, begin);
  bool alone = true;
  if (!clock) {
    const bool article = terms.is(begin, "the");
    const std::size_t at = article ? begin + 1 : begin;
    const auto part = part_of_day_at(terms, at);
    if (!part) return std::nullopt;
    clock = Match{};
    clock->expression.kind = Kind::clock;
    clock->expression.fields.part = part->part;
    clock->begin = begin;
    clock->end = part->end;
    // A part of the day alone is a time behind "in the", "by", "until", and where "mid-" tells so.
    const std::string_view before = begin > 0 ? terms.word(begin - 1) : std::string_view();
    alone = article ? one_of(before, {"in", "during", "of", "by", "until"})
                    : terms.is(at, "mid") || one_of(before, {"at", "by", "until", "since", "in"});
    const std::size_t end = clock->end;
    add_clock(terms, *clock);  // "afternoon at 7"
    alone = alone || clock->end > end || terms.word(at).starts_with("mid");
  }
  std::size_t at = clock->end;
  if (one_of(terms.word(at), {"on", "of", ",", "in"})) ++at;
  if (auto day = calendar_at(terms, at, depth + 1)) {
    Fields fields = clock->expression.fields;
    if (is_day(day->expression)) return on_day(std::move(day->expression), fields, begin, day->end);
    if (is_part(day->expression)) {
      if (!tells_half(terms, *clock)) set_half(fields, day->expression.fields.part);
      day->expression.fields = fields;
      day->begin = begin;
      return day;
    }
  }
  return alone ? clock : std::nullopt;
}

}  // namespace sayso::extract
