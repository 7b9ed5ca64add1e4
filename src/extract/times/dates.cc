#include "extract/times/dates.h"

#include <algorithm>

#include "extract/times/numeric_dates.h"
#include "extract/times/years.h"
#include "text/unicode.h"

namespace sayso::extract {
namespace {

bool is_comma(const Terms& terms, std::size_t at) { return terms.is(at, ","); }

std::optional<Number> day_behind_month(const Terms& terms, std::size_t at);

/// Whether a lower-case or ambiguous month name stands beside a day or year.
bool is_dated(const Terms& terms, std::size_t at) {
  const auto day_behind = day_behind_month(terms, at + 1);
  if (day_behind && !terms.has(day_behind->end, WordClass::unit) && !terms.has(day_behind->end, WordClass::units))
    return true;
  if (year_behind(terms, at + 1)) return true;
  const std::size_t before = at > 1 && terms.is(at - 1, "of") ? at - 2 : at - 1;
  return at > 0 && day_number_at(terms, before).has_value();
}

/// Whether the term is a month and not "may", "march" or "mar" in another meaning.
bool is_month(const Terms& terms, std::size_t at) {
  if (!terms.has(at, WordClass::month)) return false;
  const std::string_view word = terms.word(at);
  if (!one_of(word, {"may", "march", "mar", "jan", "jun", "dec", "sep", "august"})) return true;
  const bool capital = terms.at(at).capital;
  const std::string_view next = terms.word(at + 1);
  const std::string_view before = at > 0 ? terms.word(at - 1) : std::string_view();
  if (before == "$") return false;
  if (word != "may" && word != "march" && word != "mar") return capital || word == "august" || is_dated(terms, at);
  if (is_dated(terms, at))
    return capital || year_behind(terms, at + 1) || ordinal_at(terms, at + 1) ||
           (at > 0 && day_number_at(terms, at - 1)) || word == "mar";
  if (!capital) return word == "may" && before == "in" && next.empty();
  // "Theresa May's plan"
  if (next == "'s" && at > 0 && terms.at(at - 1).capital && !before_year(before)) return false;
  const bool led = before_year(before) || one_of(before, {"-", "last", "next", "this", "and", "to", "or", ","});
  if (led) return !one_of(next, {"be", "have", "not"});
  return word != "mar" && one_of(next, {"'s", "’s", ",", "this", "last", "of", "to", ""});
}

/// Whether the term is a day of the week and not the start of another: "Sun", "Sat", "Wed" want a date behind them.
bool is_weekday(const Terms& terms, std::size_t at) {
  if (!terms.has(at, WordClass::weekday)) return false;
  const Term& term = terms.at(at);
  if (term.word.size() > 5) return true;
  const std::size_t next = is_comma(terms, at + 1) ? at + 2 : at + 1;
  const bool led = term.capital && at > 0 && terms.is(at - 1, "on");
  return term.stopped || led || terms.has(next, WordClass::month) || day_number_at(terms, next).has_value() ||
         !one_of(term.word, {"sun", "sat", "wed", "mon"});
}

/// The number below 32 that the words [at, end) are: "twenty two", "five"; nothing where they are more or less.
std::optional<double> day_words(const Terms& terms, std::size_t at, std::size_t end) {
  const auto tens = terms.value(at, WordClass::cardinal);
  if (!tens || *tens < 1 || *tens > 31) return std::nullopt;
  if (end == at + 1) return *tens;
  const std::size_t last = terms.is(at + 1, "-") ? at + 2 : at + 1;
  const int ones = terms.value(last, WordClass::cardinal).value_or(0);
  const bool both = last + 1 == end && (*tens == 20 || *tens == 30) && ones >= 1 && ones <= 9 && *tens + ones <= 31;
  return both ? std::optional<double>(*tens + ones) : std::nullopt;
}

/// The day behind a month: also "twenty-two" in words, before a year or at the end of a clause.
std::optional<Number> day_behind_month(const Terms& terms, std::size_t at) {
  if (const auto day = day_number_at(terms, at)) return day;
  const auto number = number_at(terms, at);
  if (!number || number->digits || number->value < 1) return std::nullopt;
  // "twenty two 2018", "twenty five nineteen eighty six"
  for (std::size_t end = at + 3; end > at; --end) {
    const auto part = day_words(terms, at, end);
    if (!part) continue;
    const std::string_view next = terms.word(end);
    if (year_behind(terms, end) || next.empty() || !text::ascii_alpha(next.front())) return Number{*part, end};
  }
  return std::nullopt;
}

/// Day and month in either order, with or without a year: "August 3, 2020", "the 3rd of August".
std::optional<Match> day_and_month(const Terms& terms, std::size_t begin) {
  Fields fields;
  std::size_t end = 0;
  if (is_month(terms, begin)) {
    const std::size_t at = terms.is(begin + 1, "the") ? begin + 2 : begin + 1;
    const auto day = day_behind_month(terms, at);
    if (!day) return std::nullopt;
    fields.month = *terms.value(begin, WordClass::month);
    fields.day = static_cast<int>(day->value);
    end = day->end;
  } else {
    const std::size_t at = terms.is(begin, "the") ? begin + 1 : begin;
    auto day = day_number_at(terms, at);
    if (!day) {
      const auto words = number_at(terms, at);
      if (words && !words->digits && words->value >= 1 && words->value <= 31) day = words;
    }
    if (!day || (begin > 0 && one_of(terms.word(begin - 1), {"$", "£", "€"}))) return std::nullopt;
    std::size_t month = day->end;
    if (terms.is(month, "day")) ++month;
    const bool linked = one_of(terms.word(month), {"of", "-", ",", "."});
    if (linked) ++month;
    if (month < terms.size() && !day->digits && !linked && !terms.at(month).capital) return std::nullopt;  // "one may"
    if (!terms.has(month, WordClass::month) || (terms.is(month - 1, ".") && !terms.glued(month - 1)))
      return std::nullopt;
    if (at > begin && digits_at(terms, at) && !linked) return std::nullopt;
    if (!terms.at(month).capital && one_of(terms.word(month), {"may", "march", "mar"}) && !linked &&
        digits_at(terms, at)) {
      if (!year_after(terms, month + 1)) return std::nullopt;  // "the 5 may"
    }
    fields.month = *terms.value(month, WordClass::month);
    fields.day = static_cast<int>(day->value);
    end = terms.is(month + 1, "-") && year_after(terms, month + 2) ? month + 2 : month + 1;
  }
  if (const auto year = year_behind(terms, end)) {
    fields.year = year->year;
    end = year->end;
  }
  return named(fields, begin, end);
}

/// "August 2020", "2020 August", "August".
std::optional<Match> month_and_year(const Terms& terms, std::size_t at) {
  Fields fields;
  fields.grain = Grain::month;
  if (const auto year = digits_at(terms, at);
      year && terms.word(at).size() == 4 && *year >= 1900 && *year < 2060 && terms.has(at + 1, WordClass::month)) {
    if (day_number_at(terms, at + 2) || (!terms.at(at + 1).capital && one_of(terms.word(at + 1), {"may", "march"})))
      return std::nullopt;
    fields.year = *year;
    fields.month = *terms.value(at + 1, WordClass::month);
    return named(fields, at, at + 2);
  }
  if (!is_month(terms, at)) return std::nullopt;
  fields.month = *terms.value(at, WordClass::month);
  if (const auto year = year_behind(terms, at + 1)) {
    fields.year = year->year;
    return named(fields, at, year->end);
  }
  return named(fields, at, at + 1);
}

/// Part of the name of a medium: "The Sunday Times", "Fox News Sunday".
bool is_name(const Terms& terms, std::size_t at) {
  if (!terms.at(at).capital) return false;
  const bool before = at > 0 && terms.at(at - 1).capital &&
                      one_of(terms.word(at - 1), {"news", "black", "bloody", "super", "good", "ash", "palm", "radio"});
  const bool after = at + 1 < terms.size() && terms.at(at + 1).capital &&
                     one_of(terms.word(at + 1), {"times", "telegraph", "mail", "express", "mirror", "post", "herald",
                                                 "people", "review", "world", "tribune", "sport", "business",
                                                 "politics", "agreement", "league", "school", "service"});
  return before || after;
}

/// "Monday", "Monday, 5 May 2020", "Friday the 13th", "Friday the fifteenth".
std::optional<Match> weekday(const Terms& terms, std::size_t begin) {
  if (!is_weekday(terms, begin)) return std::nullopt;
  if (is_name(terms, begin)) return std::nullopt;
  const int number = *terms.value(begin, WordClass::weekday);
  std::size_t at = is_comma(terms, begin + 1) ? begin + 2 : begin + 1;
  const bool article = terms.is(at, "the");
  if (article) ++at;
  for (auto date : {day_and_month(terms, at), numeric_date_at(terms, at)}) {
    if (!date || date->expression.fields.grain != Grain::day) continue;
    date->expression.fields.weekday = number;
    date->begin = begin;
    return date;
  }
  Fields fields;
  fields.weekday = number;
  if (const auto day = ordinal_at(terms, at); day && (day->digits || article) && day->value >= 1 && day->value <= 31) {
    fields.day = static_cast<int>(day->value);
    return named(fields, begin, day->end);
  }
  return named(fields, begin, begin + 1);
}

/// "the 21st" where no noun follows.
std::optional<Match> day_of_month(const Terms& terms, std::size_t begin) {
  const bool article = terms.is(begin, "the");
  const std::size_t at = article ? begin + 1 : begin;
  const std::string_view before = begin > 0 ? terms.word(begin - 1) : std::string_view();
  const auto day = ordinal_at(terms, at);
  if (!day || !day->digits || day->value < 1 || day->value > 31) return std::nullopt;
  const std::string_view next = terms.word(day->end);
  const bool led = article && one_of(before, {"on", "by", "until", "till", "since", "before", "after", "from", "to",
                                              "of", "for", "around"});
  const bool of_month =
      next == "of" && one_of(terms.word(day->end + 1), {"this", "next", "last", "the", "each", "every", "that"});
  if (!led && !of_month) return std::nullopt;
  if (!next.empty() && text::ascii_alpha(next.front()) &&
      !one_of(next, {"of", "and", "at", "to", "or", "in", "from", "for", "this", "next", "between"})) {
    return std::nullopt;
  }
  Fields fields;
  fields.day = static_cast<int>(day->value);
  return named(fields, begin, day->end);
}

/// "Christmas", "Thanksgiving 2019"; not where it is part of another name.
std::optional<Match> holiday(const Terms& terms, std::size_t at) {
  const auto found = holiday_at(terms, at);
  if (!found) return std::nullopt;
  Match day = named({}, at, found->end);
  day.expression.holiday = found->holiday;
  if (const auto year = year_behind(terms, found->end)) {
    day.expression.fields.year = year->year;
    day.end = year->end;
  }
  return day;
}

std::optional<Match> season_alone(const Terms& terms, std::size_t at) {
  const auto value = terms.value(at, WordClass::season);
  if (!value) return std::nullopt;
  Fields fields;
  fields.grain = Grain::season, fields.season = static_cast<Season>(*value);
  return named(fields, at, at + 1);
}

std::optional<Match> month_alone(const Terms& terms, std::size_t at) {
  const auto month = terms.value(at, WordClass::month);
  if (!month || (terms.word(at).size() < 4 && !terms.at(at).capital)) return std::nullopt;
  Fields fields;
  fields.grain = Grain::month, fields.month = *month;
  return named(fields, at, at + 1);
}

template <class... Rules>
std::optional<Match> longest(const Terms& terms, std::size_t at, Rules... rules) {
  std::optional<Match> best;
  const auto take = [&](std::optional<Match> found) {
    if (found && (!best || found->end > best->end)) best = std::move(found);
  };
  (take(rules(terms, at)), ...);
  return best;
}

}  // namespace

std::optional<Number> day_number_at(const Terms& terms, std::size_t at) {
  constexpr int kLast = 31;
  if (const auto digits = digits_at(terms, at); digits && terms.word(at).size() <= 2) {
    if (*digits < 1 || *digits > kLast) return std::nullopt;
    return Number{static_cast<double>(*digits), at + 1, true};
  }
  const auto ordinal = ordinal_at(terms, at);
  if (!ordinal || ordinal->value < 1 || ordinal->value > kLast) return std::nullopt;
  return ordinal;
}

std::optional<Match> named_date_at(const Terms& terms, std::size_t at) {
  return longest(terms, at, iso_date_time_at, numeric_date_at, weekday, day_and_month, month_and_year, century_at,
                 decade_at, season_at, numbered_part_at, holiday, day_of_month, bare_year_at, labelled_year_at);
}

std::optional<Match> recurring_date_at(const Terms& terms, std::size_t at) {
  return longest(terms, at, season_alone, month_alone, weekday, day_and_month, holiday);
}

}  // namespace sayso::extract
