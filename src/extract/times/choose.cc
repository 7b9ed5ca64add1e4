#include "extract/times/choose.h"

#include <cstdlib>
#include <limits>
#include <vector>

namespace sayso::extract {
namespace {

namespace chrono = std::chrono;

// How many days ahead a day without a telling verb may be, and still be meant rather than the one of a year ago.
constexpr long kNear = 100;

/// How far a stretch is from a day: 0 within it.
long distance(const Fields& fields, Day day) {
  const auto first = first_day(fields), last = last_day(fields);
  if (!first || !last) return std::numeric_limits<long>::max();
  if (day < *first) return (*first - day).count();
  return day > *last ? (day - *last).count() : 0;
}

/// The last of ascending candidates that has begun, and the first that has not passed; with `strict`, neither holds
/// `base`.
struct Sides {
  std::optional<Fields> past, future;
};
Sides sides(const std::vector<Fields>& candidates, Day base, bool strict) {
  Sides found;
  for (const Fields& candidate : candidates) {
    const auto first = first_day(candidate), last = last_day(candidate);
    if (!first || !last) continue;
    if (strict ? *last < base : *first <= base) found.past = candidate;
    if (!found.future && (strict ? *first > base : *last >= base)) found.future = candidate;
  }
  return found;
}

std::optional<Fields> by_tense(const Sides& found, Day base, Tense tense, long near) {
  if (!found.past || !found.future) return found.past ? found.past : found.future;
  if (tense != Tense::unknown) return tense == Tense::future ? found.future : found.past;
  const long ahead = distance(*found.future, base), behind = distance(*found.past, base);
  return ahead < behind && ahead <= near ? found.future : found.past;
}

std::optional<Fields> in_narrative(const Expression& expression, const Fields& story) {
  constexpr long kForth = 7, kBack = 9;  // months
  constexpr long kDaysInMonth = 30;
  int year = *story.year;
  const auto here = in_year(expression, year);
  const auto first = here ? first_day(*here) : std::nullopt;
  const auto last = first_day(story);
  if (first && last && story.grain < Grain::year) {
    const long months = (*first - *last).count() / kDaysInMonth;
    if (months < -kForth) ++year;
    if (months > kBack) --year;
  }
  return in_year(expression, year == 0 ? *story.year : year);
}

std::vector<Fields> years_around(const Expression& expression, int year) {
  const bool leap_day = expression.fields.month == 2 && expression.fields.day == 29;
  const int reach = leap_day ? 8 : 2;
  std::vector<Fields> candidates;
  for (int y = year - reach; y <= year + reach; ++y) {
    if (const auto fields = y == 0 ? std::nullopt : in_year(expression, y)) candidates.push_back(*fields);
  }
  return candidates;
}

}  // namespace

std::optional<Fields> in_year(const Expression& expression, int year) {
  if (expression.holiday != nullptr) {
    const auto day = day_in(*expression.holiday, year);
    return day ? std::optional(fields_at(*day, Grain::day)) : std::nullopt;
  }
  Fields fields = expression.fields;
  fields.year = year;
  return can_exist(fields) ? std::optional(fields) : std::nullopt;
}

std::optional<Fields> chosen_year(const Expression& expression, const Context& context, Day base) {
  const Fields& fields = expression.fields;
  if (context.narrative && context.story && expression.relation == Relation::none)
    return in_narrative(expression, *context.story);
  const int year = *fields_at(base, Grain::year).year;
  const std::vector<Fields> candidates = years_around(expression, year);
  switch (expression.relation) {
    case Relation::last:
    case Relation::preceding:
      return sides(candidates, base, true).past;
    case Relation::next:
    case Relation::coming:
    case Relation::following:
      return sides(candidates, base, true).future;
    case Relation::latest:
      return sides(candidates, base, false).past;
    case Relation::present:
    case Relation::same:
      // The one of this year; of winters, that of now.
      if (fields.season != Season::winter) return in_year(expression, year);
      break;
    case Relation::none:
      break;
  }
  const Sides found = sides(candidates, base, false);
  // A past verb with a day of nearly a year ago that comes again within weeks: "announced a vote on 10 November".
  constexpr long kSoon = 31, kLongAgo = 300;
  const bool soon = context.tense == Tense::past && fields.grain == Grain::day && found.past && found.future &&
                    distance(*found.past, base) > kLongAgo && distance(*found.future, base) <= kSoon;
  Tense tense = soon ? Tense::future : context.tense;
  // "by 31 October" is rather to come, unless only the last one is near.
  if (expression.mod == TimeModifier::before && tense == Tense::past) tense = Tense::unknown;
  return by_tense(found, base, tense, kNear);
}

Fields chosen_weekday(const Expression& expression, const Context& context, Day base) {
  constexpr chrono::days kWeek{7};
  const Day same_week = base + chrono::days(expression.fields.weekday - weekday_of(base));
  Day day = same_week;
  switch (expression.relation) {
    case Relation::last:
    case Relation::preceding:
      day = same_week < base ? same_week : same_week - kWeek;
      break;
    case Relation::next:
      day = same_week + kWeek;
      break;
    case Relation::coming:
    case Relation::following:
      day = same_week > base ? same_week : same_week + kWeek;
      break;
    case Relation::same:
    case Relation::latest:
    case Relation::present:
      if (context.tense == Tense::future && day < base) day += kWeek;
      break;
    case Relation::none:
      if (context.narrative || context.tense == Tense::future) {
        if (day < base) day += kWeek;
      } else if (day > base) {
        day -= kWeek;
      }
      break;
  }
  return fields_at(day, Grain::day);
}

std::optional<Fields> chosen_month(const Expression& expression, const Context& context, Day base) {
  const int weekday = expression.fields.weekday;
  const long reach = weekday > 0 ? 14 : 2;  // months: a 13th is a Friday at least once a year
  std::vector<Fields> candidates;
  for (long months = -reach; months <= reach; ++months) {
    auto fields = shifted(base, Grain::month, months);
    if (!fields) continue;
    fields->grain = Grain::day;
    fields->day = expression.fields.day;
    if (!can_exist(*fields)) continue;
    const auto day = first_day(*fields);
    if (day && (weekday == 0 || weekday_of(*day) == weekday)) candidates.push_back(*fields);
  }
  return by_tense(sides(candidates, base, false), base, context.tense, kNear);
}

}  // namespace sayso::extract
