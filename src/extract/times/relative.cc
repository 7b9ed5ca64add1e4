#include "extract/times/amounts.h"
#include "extract/times/clocks.h"
#include "extract/times/dates.h"
#include "extract/times/grammar.h"
#include "text/unicode.h"

namespace sayso::extract {
namespace {

using Kind = Expression::Kind;

Match make(Kind kind, std::size_t begin, std::size_t end) {
  Match found;
  found.expression.kind = kind;
  found.begin = begin;
  found.end = end;
  return found;
}

Match days_from_today(int days, std::size_t begin, std::size_t end) {
  Match found = make(Kind::offset, begin, end);
  found.expression.amounts = {{static_cast<double>(days < 0 ? -days : days), false, Grain::day}};
  found.expression.sign = days < 0 ? -1 : 1;
  return found;
}

/// A time of day on the day that `day` tells.
Match on_day(Match day, DayPart part, std::size_t end) {
  Match found = make(Kind::clock, day.begin, end);
  found.expression.fields.part = part;
  found.expression.inner.push_back(std::move(day.expression));
  return found;
}

/// yesterday, today, tomorrow, tonight.
std::optional<Match> adverb(const Terms& terms, std::size_t at) {
  const auto days = terms.value(at, WordClass::adverb);
  if (!days) return std::nullopt;
  // "USA Today", "the BBC's Today programme"
  const std::string_view before = at > 0 ? terms.word(at - 1) : std::string_view();
  if (terms.at(at).capital && !before.empty() && (text::ascii_alpha(before.front()) || before.ends_with('s')))
    return std::nullopt;
  Match found = days_from_today(*days, at, at + 1);
  return one_of(terms.word(at), {"tonight", "tonite"}) ? on_day(std::move(found), DayPart::night, at + 1) : found;
}

/// How a period stands to another, and the term behind the words for it: "last", "the next", "this past", "that".
struct Relating {
  Relation relation = Relation::none;
  bool article = false;
  bool past = false;  ///< "the past": how long rather than when
  std::size_t end = 0;
};

std::optional<Relating> relating(const Terms& terms, std::size_t begin) {
  Relating found;
  std::size_t at = begin;
  found.article = one_of(terms.word(at), {"the", "its", "their", "his", "her", "our"});
  if (found.article) ++at;
  const auto value = terms.value(at, WordClass::relation);
  if (!value) return std::nullopt;
  found.relation = static_cast<Relation>(*value);
  found.past = terms.is(at, "past");
  if (found.relation == Relation::same && (terms.is(at, "same") ? !found.article : found.article)) return std::nullopt;
  ++at;
  if (terms.is(at - 1, "this") && one_of(terms.word(at), {"past", "coming", "upcoming", "last", "same", "next"})) {
    const auto second = terms.value(at, WordClass::relation);
    if (second && !terms.is(at, "same")) found.relation = static_cast<Relation>(*second);
    ++at;
  } else if (terms.is(at - 1, "that") && terms.is(at, "same")) {
    ++at;
  }
  while (one_of(terms.word(at), {"fiscal", "calendar", "financial", "academic", "full", "whole", "very", "working"}))
    ++at;
  found.end = at;
  return found;
}

std::optional<Match> related(const Terms& terms, std::size_t begin) {
  const auto relation = relating(terms, begin);
  if (!relation) return std::nullopt;
  const std::size_t at = relation->end;
  // "the next morning", "the following year" count from what was named before; "next year" from today.
  const bool named_before = relation->article && relation->relation == Relation::next;
  if (const auto part = part_of_day_at(terms, at); part && !terms.is(at, "late") && !terms.is(at, "early")) {
    Match day = make(Kind::unit, begin, part->end);
    day.expression.fields.grain = Grain::day;
    day.expression.relation = relation->relation == Relation::next ? Relation::following : relation->relation;
    return on_day(std::move(day), part->part, part->end);
  }
  if (auto recurring = recurring_date_at(terms, at);
      recurring && !(relation->article && relation->relation == Relation::next &&
                     recurring->expression.fields.grain == Grain::day && recurring->expression.fields.month > 0)) {
    if (recurring->expression.fields.day > 0 && relation->relation != Relation::present &&
        relation->relation != Relation::next)
      return std::nullopt;
    if (terms.is(begin, "that") && !terms.has(at, WordClass::season) && !terms.has(at, WordClass::weekday) &&
        !terms.has(at, WordClass::month))
      return std::nullopt;
    recurring->begin = begin;
    recurring->expression.relation = relation->relation;
    return recurring;
  }
  const auto unit = terms.value(at, WordClass::unit);
  if (!unit || *unit < static_cast<int>(Grain::day)) return std::nullopt;
  const auto grain = static_cast<Grain>(*unit);
  if (grain == Grain::day && relation->relation < Relation::following && relation->relation != Relation::next)
    return std::nullopt;
  if (relation->past && relation->relation == Relation::last && !terms.is(begin, "this")) {
    Match found = make(Kind::duration, begin, at + 1);
    found.expression.amounts = {{1, false, grain}};
    return found;
  }
  if (terms.is(at + 1, "-") && terms.glued(at + 1) && !one_of(terms.word(at + 2), {"end"}))
    return std::nullopt;  // "last year-end"
  Match found = make(Kind::unit, begin, at + 1);
  found.expression.fields.grain = grain;
  found.expression.relation = named_before || (grain == Grain::day && relation->relation == Relation::next)
                                  ? Relation::following
                                  : relation->relation;
  if (named_before && grain >= Grain::week) found.expression.relation = Relation::next;
  return found;
}

/// "all day", "all week"; the "rest of the week" is in calendar.cc.
std::optional<Match> all_through(const Terms& terms, std::size_t at) {
  if (!one_of(terms.word(at), {"all", "full"})) return std::nullopt;
  const std::size_t noun = terms.is(at + 1, "-") ? at + 2 : at + 1;
  const auto unit = terms.value(noun, WordClass::unit);
  if (!unit || *unit < static_cast<int>(Grain::day) || terms.is(noun, "quarter") ||
      (terms.is(at, "full") && noun == at + 1))
    return std::nullopt;
  Match found = make(Kind::duration, at, noun + 1);
  found.expression.amounts = {{1, false, static_cast<Grain>(*unit)}};
  return found;
}

/// "the weekend".
std::optional<Match> weekend(const Terms& terms, std::size_t at) {
  if (!terms.is(at, "the") || !terms.is(at + 1, "weekend")) return std::nullopt;
  Match found = make(Kind::unit, at, at + 2);
  found.expression.fields.grain = Grain::weekend;
  return found;
}

/// "the day before yesterday", "the week after next", "the year before last".
std::optional<Match> twice_removed(const Terms& terms, std::size_t begin) {
  const std::size_t at = terms.is(begin, "the") ? begin + 1 : begin;
  const auto unit = terms.value(at, WordClass::unit);
  if (!unit) return std::nullopt;
  const bool after = terms.is(at + 1, "after");
  if (!after && !terms.is(at + 1, "before")) return std::nullopt;
  if (*unit == static_cast<int>(Grain::day) && terms.is(at + 2, after ? "tomorrow" : "yesterday")) {
    return days_from_today(after ? 2 : -2, begin, at + 3);
  }
  if (!terms.is(at + 2, after ? "next" : "last") || terms.has(at + 3, WordClass::unit) ||
      terms.has(at + 3, WordClass::weekday))
    return std::nullopt;
  Match found = make(Kind::offset, begin, at + 3);
  found.expression.amounts = {{2, false, static_cast<Grain>(*unit)}};
  found.expression.sign = after ? 1 : -1;
  return found;
}

}  // namespace

std::optional<Match> relative_at(const Terms& terms, std::size_t at) {
  std::optional<Match> best;
  for (auto& found :
       {adverb(terms, at), related(terms, at), weekend(terms, at), twice_removed(terms, at), all_through(terms, at)}) {
    if (found && (!best || found->end > best->end)) best = found;
  }
  return best;
}

}  // namespace sayso::extract
