#include "extract/times/resolve.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "extract/times/amounts.h"

namespace sayso::extract {
namespace {

using Kind = Expression::Kind;
namespace chrono = std::chrono;

/// The calendar stretch of an expression; nothing where none can be told; `impossible` where none exists.
struct Place {
  std::optional<Fields> fields;
  std::optional<TimeModifier> mod;
  std::string code;  ///< instead of fields: PAST_REF
  bool impossible = false;
};

Place place(const Expression& expression, const Context& context);

/// The day that deictic words count from.
std::optional<Day> base_day(const Context& context) {
  if (context.narrative && context.focus) {
    if (const auto day = first_day(*context.focus)) return day;
  }
  return context.speech;
}

std::optional<Day> focus_day(const Context& context) {
  if (context.focus) {
    if (const auto day = first_day(*context.focus)) return day;
  }
  return context.speech;
}

Fields unknown(Grain grain) {
  Fields fields;
  fields.grain = grain;
  return fields;
}

/// The fields of what comes every year, in one year; nothing where it does not come.
std::optional<Fields> in_year(const Expression& expression, int year) {
  if (expression.holiday != nullptr) {
    const auto day = day_in(*expression.holiday, year);
    return day ? std::optional(fields_at(*day, Grain::day)) : std::nullopt;
  }
  Fields fields = expression.fields;
  fields.year = year;
  return can_exist(fields) ? std::optional(fields) : std::nullopt;
}

/// How far a stretch is from a day: 0 within it.
long distance(const Fields& fields, Day day) {
  const auto first = first_day(fields), last = last_day(fields);
  if (!first || !last) return std::numeric_limits<long>::max();
  if (day < *first) return (*first - day).count();
  return day > *last ? (day - *last).count() : 0;
}

/// Chooses among ascending candidates as the tense has it: the last that has begun, the first that has not passed, or
/// the nearest.
std::optional<Fields> chosen(const std::vector<Fields>& candidates, Day base, Tense tense, bool strict) {
  std::optional<Fields> past, future, nearest;
  for (const Fields& candidate : candidates) {
    const auto first = first_day(candidate), last = last_day(candidate);
    if (!first || !last) continue;
    if (strict ? *last < base : *first <= base) past = candidate;
    if (!future && (strict ? *first > base : *last >= base)) future = candidate;
    if (!nearest || distance(candidate, base) < distance(*nearest, base)) nearest = candidate;
  }
  if (tense == Tense::past && past) return past;
  if (tense == Tense::future && future) return future;
  return nearest;
}

/// In a narrative the year goes on from the focus, with little going back.
std::optional<Fields> in_narrative(const Expression& expression, const Fields& focus) {
  constexpr int kForth = 7, kBack = 9;  // months
  int year = *focus.year;
  const auto here = in_year(expression, year);
  const auto first = here ? first_day(*here) : std::nullopt;
  const auto last = first_day(focus);
  if (first && last && focus.month > 0) {
    const long months = (*first - *last).count() / 30;
    if (months < -kForth) ++year;
    if (months > kBack) --year;
  }
  return in_year(expression, year == 0 ? focus.year.value() : year);
}

std::vector<Fields> years_around(const Expression& expression, int year, int reach) {
  std::vector<Fields> candidates;
  for (int y = year - reach; y <= year + reach; ++y) {
    if (const auto fields = y == 0 ? std::nullopt : in_year(expression, y)) candidates.push_back(*fields);
  }
  return candidates;
}

/// True where some year has it: 29 February, but not 30 February.
bool ever(const Expression& expression) { return expression.holiday != nullptr || can_exist(expression.fields); }

Place weekday_place(const Expression& expression, const Context& context) {
  const Fields& fields = expression.fields;
  const auto base = expression.relation == Relation::none || expression.relation <= Relation::next ? base_day(context)
                                                                                                   : focus_day(context);
  if (!base) return {fields, {}, {}, false};
  const Day same_week = *base + chrono::days(fields.weekday - weekday_of(*base));
  Day day = same_week;
  const chrono::days week{7};
  switch (expression.relation) {
    case Relation::last:
    case Relation::preceding:
      day = same_week < *base ? same_week : same_week - week;
      break;
    case Relation::next:
      day = same_week + week;
      break;
    case Relation::following:
      day = same_week > *base ? same_week : same_week + week;
      break;
    case Relation::same:
    case Relation::present:
      if (context.tense == Tense::future && day < *base) day += week;
      break;
    case Relation::none:
      if (context.narrative || context.tense == Tense::future) {
        if (day < *base) day += week;
      } else if (day > *base) {
        day -= week;
      }
      break;
  }
  return {fields_at(day, Grain::day), {}, {}, false};
}

/// "the 21st".
Place day_of_month_place(const Expression& expression, const Context& context) {
  const auto base = base_day(context);
  if (!base) return {expression.fields, {}, {}, false};
  std::vector<Fields> candidates;
  for (long months = -2; months <= 2; ++months) {
    auto month = shifted(*base, Grain::month, months);
    if (!month) continue;
    month->grain = Grain::day;
    month->day = expression.fields.day;
    if (can_exist(*month)) candidates.push_back(*month);
  }
  return {chosen(candidates, *base, context.tense, false), {}, {}, false};
}

Place named_place(const Expression& expression, const Context& context) {
  const Fields& fields = expression.fields;
  if (!ever(expression)) return {{}, {}, {}, true};
  if (fields.year) {
    const auto found = in_year(expression, *fields.year);
    return found ? Place{found, {}, {}, false} : Place{{}, {}, {}, true};
  }
  if (fields.has_clock()) return {fields, {}, {}, false};
  if (fields.weekday > 0 && fields.month == 0 && fields.day == 0) return weekday_place(expression, context);
  if (fields.day > 0 && fields.month == 0) return day_of_month_place(expression, context);
  const bool counted = expression.relation >= Relation::following;
  const auto base = counted ? focus_day(context) : base_day(context);
  if (!base) {
    if (expression.holiday == nullptr) return {fields, {}, {}, false};
    if (expression.holiday->month == 0 || expression.holiday->weekday > 0) return {unknown(Grain::day), {}, {}, false};
    Fields day = unknown(Grain::day);
    day.month = expression.holiday->month, day.day = expression.holiday->day;
    return {day, {}, {}, false};
  }
  const int year = *fields_at(*base, Grain::year).year;
  if (context.narrative && context.focus && context.focus->year && expression.relation == Relation::none) {
    return {in_narrative(expression, *context.focus), {}, {}, false};
  }
  const std::vector<Fields> candidates = years_around(expression, year, fields.day == 29 && fields.month == 2 ? 8 : 2);
  switch (expression.relation) {
    case Relation::last:
    case Relation::preceding:
      return {chosen(candidates, *base, Tense::past, true), {}, {}, false};
    case Relation::next:
    case Relation::following:
      return {chosen(candidates, *base, Tense::future, true), {}, {}, false};
    case Relation::present:
    case Relation::same: {
      // The one of this year; of a winter that of now.
      if (fields.grain == Grain::season && fields.season == Season::winter) {
        return {chosen(candidates, *base, context.tense, false), {}, {}, false};
      }
      return {in_year(expression, year), {}, {}, false};
    }
    case Relation::none:
      break;
  }
  auto found = chosen(candidates, *base, context.tense, false);
  // A day far back but near ahead, or far ahead but just gone, is the near one, whatever the verb: "announced a vote on
  // 10 November".
  constexpr long kNear = 31, kFar = 300;
  if (found && fields.grain == Grain::day && distance(*found, *base) > kFar) {
    const auto nearest = chosen(candidates, *base, Tense::unknown, false);
    if (nearest && distance(*nearest, *base) <= kNear) found = nearest;
  }
  return {found, {}, {}, false};
}

Place unit_place(const Expression& expression, const Context& context) {
  const Grain grain = expression.fields.grain;
  const bool counted = expression.relation >= Relation::following;
  const auto base =
      counted ? (grain == Grain::day && context.day ? context.day : focus_day(context)) : base_day(context);
  if (!base) return {unknown(grain), {}, {}, false};
  long steps = 0;
  switch (expression.relation) {
    case Relation::last:
    case Relation::preceding:
      steps = -1;
      break;
    case Relation::next:
    case Relation::following:
      steps = 1;
      break;
    case Relation::none:
      // "the weekend" that is over, seen from a weekday
      if (grain == Grain::weekend && context.tense != Tense::future && weekday_of(*base) < 6) steps = -1;
      break;
    default:
      break;
  }
  const auto found = shifted(*base, grain, steps);
  return {found ? *found : unknown(grain), {}, {}, false};
}

/// A day moved by amounts, fractions in the next smaller units.
std::optional<Day> moved_by(Day day, const std::vector<Amount>& amounts, int sign) {
  std::optional<Day> result = day;
  for (const Amount& amount : amounts) {
    if (!result || amount.count > 1e6) return std::nullopt;
    const double whole = std::floor(amount.count), rest = amount.count - whole;
    result = moved(*result, amount.grain, sign * static_cast<long>(whole));
    if (!result || rest == 0) continue;
    const bool years = amount.grain >= Grain::year;
    const double days = amount.grain == Grain::week ? 7 : amount.grain == Grain::month ? 30 : 0;
    if (years) {
      const double months = amount.grain == Grain::year ? 12 : amount.grain == Grain::decade ? 120 : 1200;
      result = moved(*result, Grain::month, sign * std::lround(rest * months));
    } else {
      result = moved(*result, Grain::day, sign * std::lround(rest * days));
    }
  }
  return result;
}

/// A time of day moved by hours, minutes and seconds; the day goes along.
std::optional<Fields> clock_moved(const Fields& from, const std::vector<Amount>& amounts, int sign) {
  const auto day = first_day(from);
  if (!day || from.hour < 0) return std::nullopt;
  double seconds = from.hour * 3600.0 + std::max(from.minute, 0) * 60.0 + std::max(from.second, 0);
  bool with_seconds = from.second >= 0;
  for (const Amount& amount : amounts) {
    const double size = amount.grain == Grain::hour     ? 3600
                        : amount.grain == Grain::minute ? 60
                        : amount.grain == Grain::second ? 1
                                                        : 86400;
    seconds += sign * amount.count * size;
    with_seconds = with_seconds || amount.grain == Grain::second;
  }
  if (std::abs(seconds) > 1e9) return std::nullopt;
  const auto total = static_cast<long>(std::floor(seconds));
  const long days = total >= 0 ? total / 86400 : -((86399 - total) / 86400);
  const long rest = total - days * 86400;
  Fields fields = fields_at(*day + chrono::days(days), Grain::day);
  fields.grain = with_seconds ? Grain::second : Grain::minute;
  fields.hour = static_cast<int>(rest / 3600), fields.minute = static_cast<int>(rest / 60 % 60);
  if (with_seconds) fields.second = static_cast<int>(rest % 60);
  fields.utc = from.utc;
  return fields;
}

Place offset_place(const Expression& expression, const Context& context) {
  const Grain unit = expression.amounts.back().grain;
  const bool vague = std::ranges::any_of(expression.amounts, &Amount::vague);
  std::optional<Fields> from;
  if (expression.anchor == Anchor::inner) {
    const Place inner = place(expression.inner.front(), context);
    if (inner.impossible || !inner.fields) return inner;
    from = inner.fields;
  } else if (expression.anchor == Anchor::focus || context.narrative) {
    from = context.focus;
  }
  if (!from && context.speech && expression.anchor != Anchor::inner) from = fields_at(*context.speech, Grain::day);
  if (vague && expression.anchor == Anchor::speech)
    return {{}, {}, expression.sign < 0 ? "PAST_REF" : "FUTURE_REF", false};
  if (!from || vague || !first_day(*from)) return {unknown(std::max(unit, Grain::day)), {}, {}, false};
  if (unit < Grain::day) {
    if (const auto clock = clock_moved(*from, expression.amounts, expression.sign)) return {clock, {}, {}, false};
    Fields fields = from->has_day() ? *from : unknown(Grain::day);
    fields.grain = Grain::minute;
    return {fields, {}, "TXX:XX", false};
  }
  const bool after = expression.sign > 0 && expression.anchor == Anchor::inner && unit < from->grain;
  const auto start = after ? last_day(*from) : first_day(*from);
  const auto day = moved_by(*start, expression.amounts, expression.sign);
  if (!day) return {unknown(unit), {}, {}, false};
  const Grain grain = expression.anchor == Anchor::inner ? std::min(unit, std::max(from->grain, Grain::day)) : unit;
  return {fields_at(*day, grain), {}, {}, false};
}

Place ordinal_place(const Expression& expression, const Context& context) {
  const Place whole = place(expression.inner.front(), context);
  if (!whole.fields) return whole;
  const Fields& of = *whole.fields;
  const int nth = expression.nth;
  Fields fields = expression.fields;
  if (fields.grain == Grain::half) {
    if (of.grain != Grain::year) return {of, nth == 1 ? TimeModifier::start : TimeModifier::end, {}, false};
    fields.year = of.year;
    fields.half = nth == 1 ? 1 : 2;
    return {fields, {}, {}, false};
  }
  if (fields.grain == Grain::quarter && of.grain == Grain::year) {
    fields.year = of.year;
    fields.quarter = nth < 0 ? 4 : nth;
    return fields.quarter <= 4 ? Place{fields, {}, {}, false} : Place{{}, {}, {}, true};
  }
  const auto first = first_day(of), last = last_day(of);
  if (!first || !last) {
    // "the last day of February" without a year
    return {unknown(fields.grain), {}, {}, false};
  }
  std::optional<Day> day;
  if (fields.weekday > 0) {
    if (nth > 0) {
      day = *first + chrono::days((fields.weekday - weekday_of(*first) + 7) % 7 + (nth - 1) * 7);
    } else {
      day = *last - chrono::days((weekday_of(*last) - fields.weekday + 7) % 7);
    }
  } else if (nth > 0) {
    day = moved(*first, fields.grain, nth - 1);
  } else {
    day = last;
  }
  if (!day || *day < *first || *day > *last + chrono::days(6)) return {{}, {}, {}, true};
  return {fields_at(*day, fields.weekday > 0 ? Grain::day : fields.grain), {}, {}, false};
}

Place within_place(const Expression& expression, const Context& context) {
  const Place broad = place(expression.inner.back(), context);
  const Expression& narrow = expression.inner.front();
  if (!broad.fields) return broad;
  const Fields& of = *broad.fields;
  Fields fields = narrow.fields;
  if (fields.weekday > 0 && fields.month == 0 && fields.day == 0) {
    const auto first = first_day(of);
    if (!first) return {fields, {}, {}, false};
    const int lead = (fields.weekday - weekday_of(*first) + 7) % 7;
    return {fields_at(*first + chrono::days(lead), Grain::day), {}, {}, false};
  }
  fields.year = of.year;
  if (fields.day > 0 && fields.month == 0) fields.month = of.month;
  return can_exist(fields) ? Place{fields, {}, {}, false} : Place{{}, {}, {}, true};
}

Place clock_place(const Expression& expression, const Context& context) {
  Fields fields = expression.fields;
  std::optional<Fields> day;
  if (!expression.inner.empty()) {
    const Place inner = place(expression.inner.front(), context);
    if (inner.impossible) return inner;
    day = inner.fields;
  } else if (context.day) {
    day = fields_at(*context.day, Grain::day);
  } else if (context.speech && !context.narrative) {
    day = fields_at(*context.speech, Grain::day);
  }
  if (day) {
    fields.year = day->year, fields.month = day->month, fields.day = day->day,
    fields.weekday = day->day > 0 ? 0 : day->weekday;
  }
  if (fields.part != DayPart::none) fields.grain = Grain::part_of_day;
  return {fields, {}, {}, false};
}

Place place(const Expression& expression, const Context& context) {
  switch (expression.kind) {
    case Kind::named:
      return named_place(expression, context);
    case Kind::unit:
      return unit_place(expression, context);
    case Kind::offset:
      return offset_place(expression, context);
    case Kind::ordinal:
      return ordinal_place(expression, context);
    case Kind::within:
      return within_place(expression, context);
    case Kind::clock:
      return clock_place(expression, context);
    case Kind::reference:
      return {{}, {}, expression.code, false};
    case Kind::duration:
    case Kind::set:
      break;
  }
  return {};
}

/// What comes again has no place in the calendar: "every Monday" is XXXX-WXX-1.
std::string set_value(const Expression& expression) {
  if (expression.inner.empty()) return timex_value(expression.amounts);
  const Expression& each = expression.inner.front();
  Context nowhere;
  const Place found = place(each, nowhere);
  if (!found.fields) return "XXXX-XX-XX";
  if (each.kind == Kind::clock && each.inner.empty() && !expression.amounts.empty()) {
    return timex_value(*found.fields);
  }
  return timex_value(*found.fields);
}

}  // namespace

Resolved resolve(const Expression& expression, const Context& context) {
  Resolved resolved;
  resolved.mod = expression.mod;
  if (expression.kind == Kind::duration) {
    resolved.type = TimeType::duration;
    resolved.value = timex_value(expression.amounts);
    return resolved;
  }
  if (expression.kind == Kind::set) {
    resolved.type = TimeType::set;
    resolved.value = set_value(expression);
    return resolved;
  }
  Place found = place(expression, context);
  if (found.impossible) {
    resolved.impossible = true;
    return resolved;
  }
  if (!resolved.mod) resolved.mod = found.mod;
  if (!found.fields) {
    resolved.value = found.code.empty() ? "XXXX-XX-XX" : found.code;
    return resolved;
  }
  if (expression.deadline) {
    if (const auto last = last_day(*found.fields)) found.fields = fields_at(*last, Grain::day);
  }
  resolved.fields = found.fields;
  resolved.value = timex_value(*found.fields);
  if (!found.code.empty()) resolved.value += found.code;
  if (found.fields->has_clock() || !found.code.empty()) resolved.type = TimeType::time;
  return resolved;
}

}  // namespace sayso::extract
