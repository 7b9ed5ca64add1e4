#include "extract/times/ranges.h"

#include <algorithm>

#include "extract/times/clocks.h"
#include "extract/times/dates.h"
#include "extract/times/day_clock.h"
#include "extract/times/grammar.h"
#include "extract/times/years.h"

namespace sayso::extract {
namespace {

using Kind = Expression::Kind;

bool is_link(const Terms& terms, std::size_t at) {
  return one_of(terms.word(at), {"-", "–", "—", "to", "and", "or", "through", "until", "till", "til"});
}
bool is_dash(const Terms& terms, std::size_t at) { return one_of(terms.word(at), {"-", "–", "—"}); }

bool is_framed(const Terms& terms, std::size_t at) { return at > 0 && one_of(terms.word(at - 1), {"from", "between"}); }

bool counts_something(const Terms& terms, std::size_t at) {
  return terms.has(at, WordClass::unit) || terms.has(at, WordClass::units) || terms.has(at, WordClass::month) ||
         terms.is(at, "%");
}

/// "5 to 7 May", "the 5th and 6th of May", "4 to 23 of next month": the first day takes the second's month and year.
std::vector<Match> days_before_month(const Terms& terms, std::size_t begin) {
  const std::size_t at = terms.is(begin, "the") ? begin + 1 : begin;
  const auto day = day_number_at(terms, at);
  if (!day || !is_link(terms, day->end)) return {};
  const std::size_t other = day->end + 1;
  if (terms.has(other, WordClass::month)) return {};
  if (auto second = named_date_at(terms, other)) {
    Fields fields = second->expression.fields;
    const bool fits = fields.grain == Grain::day && fields.month > 0 && fields.weekday == 0 &&
                      second->end >= other + 2 && second->expression.holiday == nullptr;
    if (fits) {
      fields.day = static_cast<int>(day->value);
      return {named(fields, begin, day->end), std::move(*second)};
    }
  }
  const auto last = day_number_at(terms, other);
  if (!last) return {};
  const std::size_t of = one_of(terms.word(last->end), {"of", "in"}) ? last->end + 1 : last->end;
  const auto month = relative_at(terms, of);
  if (!month || month->expression.kind != Kind::unit || month->expression.fields.grain != Grain::month) return {};
  const auto in_month = [&](const Number& number, std::size_t first, std::size_t end) {
    Fields fields;
    fields.day = static_cast<int>(number.value);
    Match found;
    found.expression.kind = Kind::within;
    found.expression.fields.grain = Grain::day;
    found.expression.inner = {named(fields, first, end).expression, month->expression};
    found.begin = first, found.end = end;
    return found;
  };
  return {in_month(*day, begin, day->end), in_month(*last, other, month->end)};
}

/// Gives the clock of a range that leaves it out the half of the day that makes the range the shortest.
void share_half(Fields& first, Fields& second, bool first_told, bool second_told) {
  constexpr int kHalf = 12;
  const auto minutes = [](const Fields& fields) { return fields.hour * 60 + std::max(fields.minute, 0); };
  if (first_told && !second_told && second.hour <= kHalf) {
    if (second.hour == kHalf) second.hour = 0;
    while (minutes(second) <= minutes(first) && second.hour < kHalf) second.hour += kHalf;
    if (minutes(second) <= minutes(first)) second.hour -= kHalf;  // past midnight
  } else if (second_told && !first_told && first.hour < kHalf) {
    if (first.hour + kHalf < 24 && (minutes(first) + kHalf * 60 < minutes(second) || minutes(first) >= minutes(second)))
      first.hour += kHalf;
  } else if (!first_told && !second_told && minutes(second) <= minutes(first) && second.hour < kHalf) {
    second.hour += kHalf;
  }
}

/// "2 to 4 p.m.", "10 p.m. to 3", "from 3 to 5 on Monday", "Monday from 7 to 9".
std::vector<Match> hours(const Terms& terms, std::size_t begin, const Expression* day) {
  auto first = clock_at(terms, begin);
  const bool first_clock = first.has_value();
  auto bare = bare_hour_at(terms, begin);
  if (bare && is_link(terms, bare->end) && (!first || first->end > bare->end + 1))
    first = bare;  // "4 til 5pm" is no "4 to 5"
  if (!first || first->expression.fields.hour < 0 || !is_link(terms, first->end)) return {};
  const std::size_t link = first->end;
  auto second = clock_at(terms, link + 1);
  const bool second_clock = second.has_value();
  if (!second) second = bare_hour_at(terms, link + 1);
  if (!second || second->expression.fields.hour < 0) return {};
  if (counts_something(terms, second->end) && !second_clock) return {};
  auto behind = second_clock ? calendar_at(terms, link + 1, 0) : std::nullopt;
  if (behind && behind->expression.kind == Kind::clock && !behind->expression.inner.empty()) {
    second->end = behind->end;
    second->expression = behind->expression;
  } else {
    const std::size_t at = one_of(terms.word(second->end), {"on", "of", ","}) ? second->end + 1 : second->end;
    auto date = calendar_at(terms, at, 0);
    const bool part = date && date->expression.kind == Kind::clock && date->expression.fields.hour < 0 &&
                      !date->expression.inner.empty();
    if (date && (is_day(date->expression) || part)) {
      if (part && date->expression.fields.part != DayPart::morning && second->expression.fields.hour < 12)
        second->expression.fields.hour += 12;
      second->end = date->end;
      second->expression.inner = part ? date->expression.inner : std::vector<Expression>{date->expression};
    }
  }
  const bool joined = !second->expression.inner.empty() || day != nullptr;
  const bool sure =
      (first_clock && second_clock) ||
      ((first_clock || second_clock) && (is_framed(terms, begin) || is_dash(terms, link) || terms.is(link, "to"))) ||
      (joined && (is_framed(terms, begin) || is_dash(terms, link)));
  if (!sure || (!is_framed(terms, begin) && one_of(terms.word(link), {"and", "or"}) && !(first_clock && second_clock)))
    return {};
  share_half(first->expression.fields, second->expression.fields, tells_half(terms, *first),
             tells_half(terms, *second) || !second->expression.inner.empty());
  if (second->expression.inner.empty() && day != nullptr) {
    const bool part = day->kind == Kind::clock;  // "this evening from 7 to 9"
    second->expression.inner = part ? day->inner : std::vector<Expression>{*day};
    for (Match* clock : {&*first, &*second}) {
      int& hour = clock->expression.fields.hour;
      if (part && day->fields.part != DayPart::morning && hour > 0 && hour < 12 && !tells_half(terms, *clock))
        hour += 12;
    }
  }
  first->expression.inner = second->expression.inner;
  return {std::move(*first), std::move(*second)};
}

/// The "17" of "2016-17".
std::optional<Match> second_year(const Terms& terms, const Match& first, std::size_t at) {
  Fields fields = first.expression.fields;
  const auto digits = digits_at(terms, at);
  if (!is_dash(terms, at - 1) || !digits || !fields.year || *fields.year < 0) return std::nullopt;
  const int width = static_cast<int>(terms.word(at).size());
  if (width != 2 || !terms.glued(at) || *digits <= *fields.year % 100) return std::nullopt;
  fields.year = *fields.year / 100 * 100 + *digits;
  return named(fields, at, at + 1);
}

/// The "7" of "May 5-7"; its year is the first's too.
std::optional<Match> second_day(const Terms& terms, Match& first, std::size_t at) {
  Fields fields = first.expression.fields;
  const std::size_t number = terms.is(at, "the") ? at + 1 : at;
  const auto day = day_number_at(terms, number);
  if (!day || counts_something(terms, day->end)) return std::nullopt;
  const std::string_view next = terms.word(day->end);
  if (!is_dash(terms, at - 1) && day->digits && digits_at(terms, number) &&
      !(next.empty() || one_of(next, {",", ".", ";", ")", "in", "at"})))
    return std::nullopt;
  const bool later_month = day->value <= fields.day;
  if (later_month && digits_at(terms, number)) return std::nullopt;
  fields.day = static_cast<int>(day->value);
  if (later_month) fields.month = fields.month % 12 + 1;
  fields.weekday = 0;
  std::size_t end = day->end;
  if (const auto year = year_after(terms, terms.is(end, ",") ? end + 1 : end)) {
    first.expression.fields.year = fields.year = year->year;
    end = year->end;
  }
  return named(fields, at, end);
}

/// What shares the words of the time before it.
std::optional<Match> second_part(const Terms& terms, Match& first) {
  const Expression& expression = first.expression;
  const Fields fields = expression.fields;
  if (!is_link(terms, first.end) || expression.kind != Kind::named || expression.relation != Relation::none ||
      expression.holiday != nullptr) {
    return std::nullopt;
  }
  const std::size_t at = first.end + 1;
  if (fields.grain == Grain::year) return second_year(terms, first, at);
  if (fields.year) return std::nullopt;
  const bool day_last = fields.grain == Grain::day && fields.month > 0 && !terms.has(first.end - 1, WordClass::month);
  if (day_last) {
    if (auto day = second_day(terms, first, at)) return day;
  }
  // "June and July 2019", "5 May to 7 June 2020": the first takes the year, or the one before.
  if (fields.month > 0 || fields.grain == Grain::season) {
    const auto second = named_date_at(terms, at);
    if (second && second->expression.fields.year && second->expression.fields.month > 0) {
      const int year = *second->expression.fields.year;
      first.expression.fields.year = fields.month > second->expression.fields.month ? year - 1 : year;
    }
  }
  return std::nullopt;
}

}  // namespace

std::vector<Match> times_at(const Terms& terms, std::size_t at, const Expression* day) {
  if (auto both = hours(terms, at, day); !both.empty()) return both;
  if (auto both = days_before_month(terms, at); !both.empty()) return both;
  auto first = time_at(terms, at);
  if (!first) return {};
  auto second = second_part(terms, *first);
  std::vector<Match> found;
  found.push_back(std::move(*first));
  if (second) found.push_back(std::move(*second));
  return found;
}

}  // namespace sayso::extract
