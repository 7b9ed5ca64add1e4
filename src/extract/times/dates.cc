#include "extract/times/dates.h"

#include <algorithm>
#include <array>

#include "text/unicode.h"

namespace sayso::extract {
namespace {

using text::ascii_digit;

Match match(Fields fields, std::size_t begin, std::size_t end) {
  Match found;
  found.expression.fields = fields;
  found.begin = begin;
  found.end = end;
  return found;
}

bool is_comma(const Terms& terms, std::size_t at) { return terms.is(at, ","); }

int full_year(int year, int width) {
  constexpr int kPivot = 50;
  return width != 2 ? year : year + (year < kPivot ? 2000 : 1900);
}

/// 2018-09-30, 9/30/2018, 30.09.2018, 2016/11. Where day and month cannot be told apart, the month stands first, but
/// after full stops second.
std::optional<Match> numeric_date(const Terms& terms, std::size_t at) {
  for (const char mark : {'-', '/', '.'}) {
    const Groups groups = groups_of(terms.word(at), mark);
    Fields fields;
    if (groups.count == 3) {
      const int a = groups.value[0], b = groups.value[1], c = groups.value[2];
      if (groups.width[0] == 4 && groups.width[1] <= 2 && groups.width[2] <= 2) {
        fields.year = a, fields.month = b, fields.day = c;
      } else if (groups.width[0] <= 2 && groups.width[1] <= 2 && (groups.width[2] == 4 || groups.width[2] == 2)) {
        const bool day_first = mark == '.' ? b <= 12 : a > 12;
        fields.year = full_year(c, groups.width[2]), fields.month = day_first ? b : a, fields.day = day_first ? a : b;
      } else {
        continue;
      }
      if (fields.month == 0 || fields.day == 0) continue;
      return match(fields, at, at + 1);
    }
    if (groups.count == 2 && mark != '.') {
      const bool year_first = groups.width[0] == 4 && groups.width[1] == 2;
      const bool year_last = groups.width[0] <= 2 && groups.width[1] == 4;
      const int month = groups.value[year_first ? 1 : 0], year = groups.value[year_first ? 0 : 1];
      if ((year_first || year_last) && month >= 1 && month <= 12 && year >= 1000 && year < 2100) {
        fields.grain = Grain::month, fields.year = year, fields.month = month;
        return match(fields, at, at + 1);
      }
      const bool dated =
          at > 0 && one_of(terms.word(at - 1), {"on", "until", "since", "by", "before", "after", "dated"});
      fields.month = groups.value[groups.value[0] > 12 ? 1 : 0],
      fields.day = groups.value[groups.value[0] > 12 ? 0 : 1];
      if (dated && groups.width[0] <= 2 && groups.width[1] <= 2 && fields.month > 0 && fields.day > 0 &&
          can_exist(fields)) {
        return match(fields, at, at + 1);
      }
    }
  }
  return std::nullopt;
}

/// YYYY-MM-DDTHH:MM:SS, which Terms has kept whole.
std::optional<Match> iso_date_time(const Terms& terms, std::size_t at) {
  const std::string_view word = terms.word(at);
  if (word.size() < 16 || word[10] != 't' || !ascii_digit(word[0])) return std::nullopt;
  const Groups date = groups_of(word.substr(0, 10), '-');
  const std::string_view clock = word.substr(11);
  const Groups time = groups_of(clock.substr(0, std::min(clock.find_first_of("z+-."), clock.size())), ':');
  if (date.count != 3 || time.count < 2) return std::nullopt;
  Fields fields;
  fields.year = date.value[0], fields.month = date.value[1], fields.day = date.value[2];
  fields.hour = time.value[0], fields.minute = time.value[1];
  fields.grain = Grain::minute;
  if (time.count == 3) fields.second = time.value[2], fields.grain = Grain::second;
  fields.utc = word.back() == 'z';
  return match(fields, at, at + 1);
}

/// A year or what follows a month as such, with BC or AD; the term behind it.
struct Year {
  int year = 0;
  std::size_t end = 0;
};

/// How far "BC", "B.C.", "BCE" (-1) or "AD", "CE" (1) reaches at `at`; 0 for neither.
int era(const Terms& terms, std::size_t at) {
  const std::string_view word = terms.word(at);
  if (one_of(word, {"bc", "bce", "b.c", "b.c.e"})) return -1;
  return one_of(word, {"ad", "ce", "a.d", "c.e"}) && terms.at(at).capital ? 1 : 0;
}

std::optional<Year> year_with_era(const Terms& terms, std::size_t at) {
  if (const auto number = digits_at(terms, at); number && *number > 0 && *number < 10000 && era(terms, at + 1) != 0) {
    return Year{*number * era(terms, at + 1), at + 2};
  }
  if (at < terms.size() && era(terms, at) != 0) {
    if (const auto number = digits_at(terms, at + 1); number && *number > 0 && *number < 10000) {
      return Year{*number * era(terms, at), at + 2};
    }
  }
  return std::nullopt;
}

std::optional<Year> year_after_month(const Terms& terms, std::size_t at) {
  if (const auto with_era = year_with_era(terms, at)) return with_era;
  const auto year = year_at(terms, at);
  return year && year->value >= 1000 && year->value < 2200
             ? std::optional(Year{static_cast<int>(year->value), year->end})
             : std::nullopt;
}

/// The year behind a date, after an optional comma or "of" or "in".
std::optional<Year> year_behind(const Terms& terms, std::size_t at) {
  const bool linked = is_comma(terms, at) || one_of(terms.word(at), {"of", "in"});
  return year_after_month(terms, linked ? at + 1 : at);
}

/// What counts something: a number before it is no year.
bool is_counted(const Terms& terms, std::size_t at) {
  const std::string_view word = terms.word(at);
  return terms.has(at, WordClass::unit) || terms.has(at, WordClass::units) || terms.has(at, WordClass::cardinal) ||
         one_of(word,
                {"people",     "men",     "women",    "children",  "troops",   "soldiers",   "km",        "kilometers",
                 "kilometres", "miles",   "meters",   "metres",    "feet",     "tons",       "tonnes",    "kg",
                 "dollars",    "euros",   "pounds",   "percent",   "%",        "bn",         "m",         "members",
                 "others",     "victims", "refugees", "migrants",  "jobs",     "homes",      "cases",     "deaths",
                 "points",     "votes",   "workers",  "employees", "fighters", "protesters", "civilians", "prisoners"});
}

std::optional<Match> bare_year(const Terms& terms, std::size_t at) {
  if (const auto with_era = year_with_era(terms, at)) {
    Fields fields;
    fields.grain = Grain::year, fields.year = with_era->year;
    return match(fields, at, with_era->end);
  }
  const auto year = year_at(terms, at);
  if (!year) return std::nullopt;
  const int value = static_cast<int>(year->value);
  const std::string_view before = at > 0 ? terms.word(at - 1) : std::string_view();
  const bool led = before_year(before);
  const bool likely = value >= 1900 && value < 2060 && year->digits;
  if (!(likely || (led && value < 2100)) || one_of(before, {"$", "£", "€", "#", "no", "+", "than", ":"}))
    return std::nullopt;
  if (is_counted(terms, year->end) || (!led && one_of(before, {"about", "some", "over", "nearly"})))
    return std::nullopt;
  Fields fields;
  fields.grain = Grain::year, fields.year = value;
  return match(fields, at, year->end);
}

/// "1990s", "'90s", "the nineties", "460s BC".
std::optional<Match> decade(const Terms& terms, std::size_t begin) {
  const std::size_t at = terms.is(begin, "the") ? begin + 1 : begin;
  std::string_view word = terms.word(at);
  Fields fields;
  fields.grain = Grain::decade;
  constexpr std::array<std::string_view, 8> kDecades = {"twenties", "thirties",  "forties",  "fifties",
                                                        "sixties",  "seventies", "eighties", "nineties"};
  if (const auto named = std::ranges::find(kDecades, word); named != kDecades.end()) {
    const bool with_century = at > 0 && terms.is(at - 1, "nineteen");
    if (at == begin && !with_century) return std::nullopt;
    fields.year = 1920 + 10 * static_cast<int>(named - kDecades.begin());
    return match(fields, begin, at + 1);
  }
  const bool apostrophe = word.starts_with('\'') || word.starts_with("’");
  if (apostrophe) word.remove_prefix(word.front() == '\'' ? 1 : 3);
  if (!word.ends_with('s')) return std::nullopt;
  word.remove_suffix(1);
  if (word.ends_with('\'')) word.remove_suffix(1);
  if (word.ends_with("’")) word.remove_suffix(3);
  const Groups digits = groups_of(word, '-');
  if (digits.count != 1 || digits.value[0] % 10 != 0) return std::nullopt;
  const int width = digits.width[0];
  if (width == 2 && (apostrophe || at > begin)) {
    fields.year = digits.value[0] + (digits.value[0] < 20 ? 2000 : 1900);
  } else if (width == 4 || (width == 3 && at + 1 < terms.size() && era(terms, at + 1) != 0)) {
    fields.year = digits.value[0];
  } else {
    return std::nullopt;
  }
  if (at + 1 < terms.size() && era(terms, at + 1) != 0) {
    fields.year = *fields.year * era(terms, at + 1);
    return match(fields, begin, at + 2);
  }
  return match(fields, begin, at + 1);
}

/// "the 20th century", "the fifth century BC".
std::optional<Match> century(const Terms& terms, std::size_t begin) {
  const std::size_t at = terms.is(begin, "the") ? begin + 1 : begin;
  const auto nth = ordinal_at(terms, at);
  if (!nth || nth->value < 1 || nth->value > 40) return std::nullopt;
  const std::size_t unit = terms.is(nth->end, "-") ? nth->end + 1 : nth->end;
  if (!terms.is(unit, "century")) return std::nullopt;
  Fields fields;
  fields.grain = Grain::century;
  const int sign = unit + 1 < terms.size() ? era(terms, unit + 1) : 0;
  const int hundreds = static_cast<int>(nth->value) - 1;
  fields.year = hundreds == 0 ? (sign < 0 ? -1 : 1) : hundreds * 100 * (sign < 0 ? -1 : 1);
  return match(fields, begin, unit + (sign != 0 ? 2 : 1));
}

/// Whether the term is a month and not "may", "march" or "mar" in another meaning.
bool is_month(const Terms& terms, std::size_t at) {
  if (!terms.has(at, WordClass::month)) return false;
  const std::string_view word = terms.word(at);
  const bool dated = digits_at(terms, at + 1) || ordinal_at(terms, at + 1) || (at > 0 && day_number_at(terms, at - 1));
  if (!one_of(word, {"may", "march", "mar", "jan", "jun", "dec", "sep", "august"})) return true;
  if (!terms.at(at).capital) return dated || word == "dec" || word == "jan" || word == "august";
  if (word != "may" && word != "march" && word != "mar") return true;
  const std::string_view next = terms.word(at + 1);
  const std::string_view before = at > 0 ? terms.word(at - 1) : std::string_view();
  const bool led = before_year(before) ||
                   one_of(before, {"early", "late", "mid", "-", "last", "next", "this", "and", "to", "or", ","});
  if (dated || led) return !(word == "may" && before == "," && one_of(next, {"be", "have", "not"}));
  return word == "mar" ? false : one_of(next, {"'s", "’s", ",", "this", "last", "of", ""});
}

/// Whether the term is a day of the week and not the start of another: "Sun", "Sat", "Wed" want a date behind them.
bool is_weekday(const Terms& terms, std::size_t at) {
  if (!terms.has(at, WordClass::weekday)) return false;
  const Term& term = terms.at(at);
  if (term.word.size() > 5) return true;
  const std::size_t next = is_comma(terms, at + 1) ? at + 2 : at + 1;
  return term.stopped || terms.has(next, WordClass::month) || day_number_at(terms, next).has_value() ||
         !one_of(term.word, {"sun", "sat", "wed", "mon"});
}

/// Day and month in either order, with or without a year: "August 3, 2020", "the 3rd of August".
std::optional<Match> day_and_month(const Terms& terms, std::size_t begin) {
  Fields fields;
  std::size_t end = 0;
  if (is_month(terms, begin)) {
    const std::size_t at = terms.is(begin + 1, "the") ? begin + 2 : begin + 1;
    const auto day = day_number_at(terms, at);
    if (!day) return std::nullopt;
    fields.month = *terms.value(begin, WordClass::month);
    fields.day = static_cast<int>(day->value);
    end = day->end;
  } else {
    const std::size_t at = terms.is(begin, "the") ? begin + 1 : begin;
    const auto day = day_number_at(terms, at);
    if (!day) return std::nullopt;
    std::size_t month = day->end;
    if (terms.is(month, "day")) ++month;
    if (one_of(terms.word(month), {"of", "-", ","})) ++month;
    if (!terms.has(month, WordClass::month) ||
        (at > begin && day->digits && digits_at(terms, at) && month == day->end)) {
      return std::nullopt;
    }
    if (!is_month(terms, month) && !(month > 0)) return std::nullopt;
    fields.month = *terms.value(month, WordClass::month);
    fields.day = static_cast<int>(day->value);
    end = terms.is(month + 1, "-") ? month + 2 : month + 1;
    if (!year_after_month(terms, end)) end = month + 1;
  }
  if (const auto year = year_behind(terms, end)) {
    fields.year = year->year;
    end = year->end;
  }
  return match(fields, begin, end);
}

std::optional<Match> month_and_year(const Terms& terms, std::size_t at) {
  if (!is_month(terms, at)) return std::nullopt;
  Fields fields;
  fields.grain = Grain::month;
  fields.month = *terms.value(at, WordClass::month);
  const std::size_t end = at + 1;
  if (const auto year = year_behind(terms, end)) {
    fields.year = year->year;
    return match(fields, at, year->end);
  }
  return match(fields, at, end);
}

std::optional<Match> weekday(const Terms& terms, std::size_t begin) {
  if (!is_weekday(terms, begin)) return std::nullopt;
  const int number = *terms.value(begin, WordClass::weekday);
  std::size_t at = is_comma(terms, begin + 1) ? begin + 2 : begin + 1;
  if (terms.is(at, "the")) ++at;
  for (auto date : {day_and_month(terms, at), numeric_date(terms, at)}) {
    if (!date || date->expression.fields.grain != Grain::day) continue;
    date->expression.fields.weekday = number;
    date->begin = begin;
    return date;
  }
  Fields fields;
  fields.weekday = number;
  if (const auto day = ordinal_at(terms, at); day && day->digits && day->value >= 1 && day->value <= 31) {
    fields.day = static_cast<int>(day->value);
    return match(fields, begin, day->end);
  }
  return match(fields, begin, begin + 1);
}

/// "the 21st" where no noun follows.
std::optional<Match> day_of_month(const Terms& terms, std::size_t at) {
  if (!terms.is(at, "the") || at == 0) return std::nullopt;
  if (!one_of(terms.word(at - 1), {"on", "by", "until", "till", "since", "before", "after", "from", "to", "of", "for"}))
    return std::nullopt;
  const auto day = ordinal_at(terms, at + 1);
  if (!day || !day->digits || day->value < 1 || day->value > 31) return std::nullopt;
  const std::string_view next = terms.word(day->end);
  if (!next.empty() && text::ascii_alpha(next.front()) &&
      !one_of(next, {"of", "and", "at", "to", "or", "in", "from", "for"}))
    return std::nullopt;
  Fields fields;
  fields.day = static_cast<int>(day->value);
  return match(fields, at, day->end);
}

/// A season with its year, or where only a season can be meant: "autumn 2020", "in the spring".
std::optional<Match> season(const Terms& terms, std::size_t begin) {
  const std::size_t at = terms.is(begin, "the") ? begin + 1 : begin;
  const auto value = terms.value(at, WordClass::season);
  if (!value) return std::nullopt;
  Fields fields;
  fields.grain = Grain::season;
  fields.season = static_cast<Season>(*value);
  if (const auto year = year_behind(terms, at + 1)) {
    fields.year = year->year;
    return match(fields, begin, year->end);
  }
  const std::string_view before = begin > 0 ? terms.word(begin - 1) : std::string_view();
  const bool led =
      one_of(before, {"in", "during", "by", "since", "until", "of", "early", "late", "mid", "-", "through"});
  if (!led || terms.is(at + 1, "of") || (terms.is(at, "fall") && terms.is(begin - 1, "of"))) return std::nullopt;
  return match(fields, begin, at + 1);
}

/// "Q3 2018", "H1 2019".
std::optional<Match> numbered_part(const Terms& terms, std::size_t at) {
  const std::string_view word = terms.word(at);
  if (word.size() != 2 || !ascii_digit(word[1]) || !terms.at(at).capital) return std::nullopt;
  const int number = word[1] - '0';
  Fields fields;
  if (word[0] == 'q' && number >= 1 && number <= 4) {
    fields.grain = Grain::quarter, fields.quarter = number;
  } else if (word[0] == 'h' && number >= 1 && number <= 2) {
    fields.grain = Grain::half, fields.half = number;
  } else {
    return std::nullopt;
  }
  if (const auto year = year_behind(terms, at + 1)) {
    fields.year = year->year;
    return match(fields, at, year->end);
  }
  if (fields.half > 0) return std::nullopt;
  return match(fields, at, at + 1);
}

std::optional<Match> holiday(const Terms& terms, std::size_t at) {
  const auto named = holiday_at(terms, at);
  if (!named) return std::nullopt;
  Match found = match({}, at, named->end);
  found.expression.holiday = named->holiday;
  if (const auto year = year_behind(terms, named->end)) {
    found.expression.fields.year = year->year;
    found.end = year->end;
  }
  return found;
}

std::optional<Match> season_alone(const Terms& terms, std::size_t at) {
  const auto value = terms.value(at, WordClass::season);
  if (!value) return std::nullopt;
  Fields fields;
  fields.grain = Grain::season, fields.season = static_cast<Season>(*value);
  return match(fields, at, at + 1);
}

std::optional<Match> month_alone(const Terms& terms, std::size_t at) {
  const auto month = terms.value(at, WordClass::month);
  if (!month || (terms.word(at).size() < 4 && !terms.at(at).capital)) return std::nullopt;
  Fields fields;
  fields.grain = Grain::month, fields.month = *month;
  return match(fields, at, at + 1);
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

bool before_year(std::string_view word) {
  return one_of(word, {"in",     "since",      "until", "till",    "by",      "before", "after",  "from",
                       "during", "of",         "to",    "through", "between", "year",   "around", "circa",
                       "ca",     "throughout", "late",  "early",   "mid",     "back",   "fiscal"});
}

std::optional<Number> day_number_at(const Terms& terms, std::size_t at) {
  if (const auto digits = digits_at(terms, at); digits && terms.word(at).size() <= 2) {
    if (*digits < 1 || *digits > 31) return std::nullopt;
    return Number{static_cast<double>(*digits), at + 1, true};
  }
  const auto ordinal = ordinal_at(terms, at);
  if (!ordinal || ordinal->value < 1 || ordinal->value > 31) return std::nullopt;
  return ordinal;
}

std::optional<Match> named_date_at(const Terms& terms, std::size_t at) {
  return longest(terms, at, iso_date_time, numeric_date, weekday, day_and_month, month_and_year, century, decade,
                 season, numbered_part, holiday, day_of_month, bare_year);
}

std::optional<Match> recurring_date_at(const Terms& terms, std::size_t at) {
  return longest(terms, at, season_alone, month_alone, weekday, day_and_month, holiday);
}

}  // namespace sayso::extract
