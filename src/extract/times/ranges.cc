#include "extract/times/ranges.h"

#include "extract/times/clocks.h"
#include "extract/times/dates.h"
#include "extract/times/grammar.h"
#include "extract/times/numbers.h"

namespace sayso::extract {
namespace {

using Kind = Expression::Kind;

bool is_link(const Terms& terms, std::size_t at) {
  return one_of(terms.word(at), {"-", "–", "—", "to", "and", "or", "through", "until", "till"});
}

Match named(Fields fields, std::size_t begin, std::size_t end) {
  Match found;
  found.expression.fields = fields;
  found.begin = begin;
  found.end = end;
  return found;
}

/// "5 to 7 May", "the 5th and 6th of May": the first day takes the second's month and year.
std::vector<Match> days_before_month(const Terms& terms, std::size_t begin) {
  const std::size_t at = terms.is(begin, "the") ? begin + 1 : begin;
  const auto day = day_number_at(terms, at);
  if (!day || !is_link(terms, day->end)) return {};
  auto second = named_date_at(terms, day->end + 1);
  if (!second || second->expression.fields.grain != Grain::day || second->expression.fields.month == 0) return {};
  if (second->expression.fields.weekday > 0 || second->end < day->end + 3 || second->expression.holiday != nullptr)
    return {};
  if (terms.has(day->end + 1, WordClass::month)) return {};
  Fields fields = second->expression.fields;
  fields.day = static_cast<int>(day->value);
  return {named(fields, begin, day->end), std::move(*second)};
}

/// "2 to 4 p.m.": the first hour takes the second's half of the day.
std::vector<Match> hours(const Terms& terms, std::size_t begin) {
  std::size_t link = begin + 1;
  if (terms.word(begin).empty() || !is_link(terms, link)) return {};
  const auto second = clock_at(terms, link + 1);
  if (!second || second->expression.fields.hour < 0) return {};
  auto first = bare_hour_at(terms, begin, second->expression.fields);
  if (!first) return {};
  auto whole = calendar_at(terms, link + 1, 0);
  if (!whole || whole->expression.kind != Kind::clock) whole = second;
  first->expression.inner = whole->expression.inner;
  return {std::move(*first), std::move(*whole)};
}

/// What shares the words of the time before it: the "7" of "May 5-7", the "17" of "2016-17". Nothing else.
std::optional<Match> second_part(const Terms& terms, Match& first) {
  if (!is_link(terms, first.end)) return std::nullopt;
  const std::size_t at = first.end + 1;
  Fields fields = first.expression.fields;
  const bool dash = one_of(terms.word(first.end), {"-", "–", "—"});
  if (first.expression.kind != Kind::named || first.expression.relation != Relation::none ||
      first.expression.holiday != nullptr)
    return std::nullopt;
  if (fields.grain == Grain::year && dash && fields.year && *fields.year > 0 && terms.word(at).size() == 2) {
    const auto digits = digits_at(terms, at);
    if (!digits || *digits <= *fields.year % 100) return std::nullopt;
    fields.year = *fields.year / 100 * 100 + *digits;
    return named(fields, at, at + 1);
  }
  const bool month_first = fields.grain == Grain::day && fields.month > 0 && fields.day > 0 &&
                           (digits_at(terms, first.end - 1) || ordinal_at(terms, first.end - 1)) && !fields.year;
  if (month_first) {
    const auto day = day_number_at(terms, at);
    if (!day || day->value <= fields.day || terms.has(day->end, WordClass::unit) ||
        terms.has(day->end, WordClass::units) || terms.has(day->end, WordClass::month))
      return std::nullopt;
    if (!dash && !(terms.word(day->end).empty() || one_of(terms.word(day->end), {",", ".", ";", ")", "in", "at"})))
      return std::nullopt;
    fields.day = static_cast<int>(day->value);
    fields.weekday = 0;
    std::size_t end = day->end;
    const std::size_t year_at_term = terms.is(end, ",") ? end + 1 : end;
    if (const auto year = year_at(terms, year_at_term); year && year->value < 2200) {
      fields.year = static_cast<int>(year->value);
      first.expression.fields.year = fields.year;
      end = year->end;
    }
    return named(fields, at, end);
  }
  // "June and July 2019", "5 May to 7 June 2020": the first takes the year.
  if ((fields.grain == Grain::month || fields.grain == Grain::season ||
       (fields.grain == Grain::day && fields.month > 0)) &&
      !fields.year) {
    auto second = named_date_at(terms, at);
    if (second && second->expression.fields.year && second->expression.fields.grain == fields.grain &&
        second->expression.fields.month >= fields.month) {
      first.expression.fields.year = second->expression.fields.year;
    }
  }
  return std::nullopt;
}

}  // namespace

std::vector<Match> times_at(const Terms& terms, std::size_t at) {
  if (auto both = days_before_month(terms, at); !both.empty()) return both;
  if (auto both = hours(terms, at); !both.empty()) return both;
  auto first = time_at(terms, at);
  if (!first) return {};
  auto second = second_part(terms, *first);
  std::vector<Match> found;
  found.push_back(std::move(*first));
  if (second) found.push_back(std::move(*second));
  return found;
}

}  // namespace sayso::extract
