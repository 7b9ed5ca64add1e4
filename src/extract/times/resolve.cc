#include "extract/times/resolve.h"

#include <algorithm>
#include <cmath>

#include "extract/times/amounts.h"
#include "extract/times/choose.h"
#include "extract/times/moving.h"

namespace sayso::extract {
namespace {

using Kind = Expression::Kind;
namespace chrono = std::chrono;

/// The calendar stretch of an expression; nothing where none can be told; `impossible` where none exists.
struct Place {
  std::optional<Fields> fields;
  std::optional<TimeModifier> mod = {};
  std::string code = {};  ///< instead of fields: PAST_REF; with them: what follows in the value
  bool impossible = false;
};

Place impossible() { return {{}, {}, {}, true}; }

Place place(const Expression& expression, const Context& context);

/// The day that deictic words count from.
std::optional<Day> base_day(const Context& context) {
  if (context.narrative && context.story) {
    if (const auto day = first_day(*context.story)) return day;
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

/// True where some year has it: 29 February, but not 30 February.
bool ever(const Expression& expression) { return expression.holiday != nullptr || can_exist(expression.fields); }

/// What is left of a holiday without a year.
Fields yearless(const Holiday& holiday) {
  Fields day = unknown(Grain::day);
  if (holiday.month > 0 && holiday.weekday == 0) day.month = holiday.month, day.day = holiday.day;
  return day;
}

Place named_place(const Expression& expression, const Context& context) {
  Fields fields = expression.fields;
  if (!ever(expression)) return impossible();
  if (fields.grain == Grain::quarter && fields.year && fields.quarter == 0) {  // "the 1988 quarter"
    if (context.focus && context.focus->grain == Grain::quarter) fields.quarter = context.focus->quarter;
    return {fields};
  }
  if (fields.year) {
    const auto found = in_year(expression, *fields.year);
    return found ? Place{found} : impossible();
  }
  const auto base = expression.relation < Relation::following ? base_day(context) : focus_day(context);
  if (fields.has_clock()) return {fields};
  if (!base) return {expression.holiday == nullptr ? fields : yearless(*expression.holiday)};
  if (fields.week > 0) {  // "week 31"
    fields.year = *fields_at(*base, Grain::year).year;
    return {fields};
  }
  if (fields.weekday > 0 && fields.month == 0 && fields.day == 0) return {chosen_weekday(expression, context, *base)};
  if (fields.day > 0 && fields.month == 0) {
    const auto found = chosen_month(expression, context, *base);
    return {found ? *found : fields};
  }
  if (fields.grain == Grain::weekend) return {fields};
  const auto found = chosen_year(expression, context, *base);
  return found ? Place{found} : Place{fields};
}

/// The quarter, month, ... of which the text speaks, else the last that is over.
Fields latest(Grain grain, const Context& context, Day base) {
  if (context.focus && context.focus->grain == grain) return *context.focus;
  return shifted(base, grain, -1).value_or(unknown(grain));
}

Place unit_place(const Expression& expression, const Context& context) {
  const Grain grain = expression.fields.grain;
  if (!expression.inner.empty()) {  // "the week of 5 May"
    const Place day = place(expression.inner.front(), context);
    const auto first = day.fields ? first_day(*day.fields) : std::nullopt;
    return first ? Place{fields_at(*first, grain)} : day.fields ? Place{unknown(grain)} : day;
  }
  const bool counted = expression.relation >= Relation::following;
  const auto base =
      counted ? (grain == Grain::day && context.day ? context.day : focus_day(context)) : base_day(context);
  if (!base) return {unknown(grain)};
  long steps = 0;
  switch (expression.relation) {
    case Relation::last:
    case Relation::preceding:
      steps = -1;
      break;
    case Relation::next:
    case Relation::coming:
    case Relation::following:
      steps = 1;
      break;
    case Relation::latest:
      return {latest(grain, context, *base)};
    case Relation::none:
      if (grain == Grain::quarter && context.focus && context.focus->grain == grain) return {context.focus};
      // "the weekend" that is over, seen from a weekday
      if (grain == Grain::weekend && context.tense != Tense::future && weekday_of(*base) < 6) steps = -1;
      break;
    default:
      break;
  }
  return {shifted(*base, grain, steps).value_or(unknown(grain))};
}

/// "a year earlier" of a quarter is that quarter of the year before.
bool keeps_quarter(const Expression& expression, const Context& context) {
  const bool years = expression.amounts.size() == 1 && expression.amounts.front().grain == Grain::year &&
                     expression.amounts.front().count == 1 && !expression.amounts.front().vague;
  return years && expression.sign < 0 && expression.anchor != Anchor::inner && context.focus &&
         context.focus->grain == Grain::quarter;
}

Place offset_place(const Expression& expression, const Context& context) {
  const Grain unit = expression.amounts.back().grain;
  const bool vague = std::ranges::any_of(expression.amounts, &Amount::vague);
  const bool by_quarter = keeps_quarter(expression, context);
  std::optional<Fields> from;
  if (expression.anchor == Anchor::inner) {
    Place inner = place(expression.inner.front(), context);
    if (inner.impossible || !inner.fields) return inner;
    from = inner.fields;
  } else if (expression.anchor == Anchor::focus || by_quarter) {
    from = context.focus;
  } else if (context.narrative) {
    from = context.story;
  }
  if (!from && context.speech && expression.anchor != Anchor::inner) from = fields_at(*context.speech, Grain::day);
  if (vague && expression.anchor == Anchor::speech) return {{}, {}, expression.sign < 0 ? "PAST_REF" : "FUTURE_REF"};
  if (!from || vague || !first_day(*from)) return {unknown(std::max(unit, Grain::day))};
  if (unit < Grain::day) {
    if (const auto clock = clock_moved(*from, expression.amounts, expression.sign)) return {clock};
    Fields fields = from->has_day() ? *from : unknown(Grain::day);
    fields.grain = Grain::day;
    return {fields, {}, "TXX:XX"};
  }
  const bool after = expression.sign > 0 && expression.anchor == Anchor::inner && unit < from->grain;
  const auto start = after ? last_day(*from) : first_day(*from);
  const auto day = moved_by(*start, expression.amounts, expression.sign);
  if (!day) return {unknown(unit)};
  Grain grain = by_quarter ? Grain::quarter : unit;
  if (expression.anchor == Anchor::inner) grain = std::min(unit, std::max(from->grain, Grain::day));
  return {fields_at(*day, grain)};
}

/// The nth week of a year or month; a week belongs to where its Thursday is (ISO 8601).
std::optional<Day> nth_week(Day first, Day last, int nth) {
  constexpr int kThursday = 4;
  if (nth > 0) return first + chrono::days((kThursday - weekday_of(first) + 7) % 7 + (nth - 1) * 7);
  return last - chrono::days((weekday_of(last) - kThursday + 7) % 7);
}

/// The nth such stretch in the days from `first` to `last`.
std::optional<Day> nth_day(const Expression& expression, Day first, Day last) {
  const Fields& fields = expression.fields;
  const int nth = expression.nth;
  if (fields.grain == Grain::week) return nth_week(first, last, nth);
  if (fields.weekday == 0) return nth > 0 ? moved(first, fields.grain, nth - 1) : last;
  if (nth > 0) return first + chrono::days((fields.weekday - weekday_of(first) + 7) % 7 + (nth - 1) * 7);
  return last - chrono::days((weekday_of(last) - fields.weekday + 7) % 7);
}

Place ordinal_place(const Expression& expression, const Context& context) {
  Place whole = place(expression.inner.front(), context);
  if (!whole.fields) return whole;
  const Fields& of = *whole.fields;
  Fields fields = expression.fields;
  if (fields.grain == Grain::half) {
    if (of.grain != Grain::year) return {of, expression.nth == 1 ? TimeModifier::start : TimeModifier::end};
    fields.year = of.year;
    fields.half = expression.nth == 1 ? 1 : 2;
    return {fields};
  }
  if (fields.grain == Grain::quarter && of.grain == Grain::year) {
    fields.year = of.year;
    fields.quarter = expression.nth < 0 ? 4 : expression.nth;
    return fields.quarter <= 4 ? Place{fields} : impossible();
  }
  const auto first = first_day(of), last = last_day(of);
  if (!first || !last) return {unknown(fields.grain)};  // "the last day of February" without a year
  const auto day = nth_day(expression, *first, *last);
  if (!day || *day < *first || *day > *last) return impossible();
  return {fields_at(*day, fields.weekday > 0 ? Grain::day : fields.grain)};
}

Place within_place(const Expression& expression, const Context& context) {
  Place broad = place(expression.inner.back(), context);
  const Expression& narrow = expression.inner.front();
  if (!broad.fields) return broad;
  const Fields& of = *broad.fields;
  Fields fields = narrow.fields;
  if (fields.weekday > 0 && fields.month == 0 && fields.day == 0) {
    const auto first = first_day(of);
    if (!first) return {fields};
    const int lead = (fields.weekday - weekday_of(*first) + 7) % 7;
    return {fields_at(*first + chrono::days(lead), Grain::day)};
  }
  fields.year = of.year;
  if (fields.day > 0 && fields.month == 0) fields.month = of.month;
  return can_exist(fields) ? Place{fields} : impossible();
}

Place clock_place(const Expression& expression, const Context& context) {
  Fields fields = expression.fields;
  std::optional<Fields> day;
  if (!expression.inner.empty()) {
    Place inner = place(expression.inner.front(), context);
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
  return {fields};
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
      return {{}, {}, expression.code};
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
  return found.fields ? timex_value(*found.fields) : "XXXX-XX-XX";
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
