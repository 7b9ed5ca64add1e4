#include "extract/times/years.h"

#include <algorithm>
#include <array>

#include "extract/times/numbers.h"
#include "text/unicode.h"

namespace sayso::extract {
namespace {

constexpr int kLastLikely = 2060;

/// "q3", "h1".
bool is_part_and_digit(std::string_view word) {
  return (word[0] == 'q' || word[0] == 'h') && text::ascii_digit(word[1]);
}

/// "BC", "B.C.", "BCE": -1; "AD", "CE": 1; 0 for neither.
int era(const Terms& terms, std::size_t at) {
  const std::string_view word = terms.word(at);
  if (one_of(word, {"bc", "bce", "b.c", "b.c.e"})) return -1;
  return one_of(word, {"ad", "ce", "a.d", "c.e"}) && terms.at(at).capital ? 1 : 0;
}

std::optional<Year> year_with_era(const Terms& terms, std::size_t at) {
  constexpr int kGreatest = 9999;
  const auto year = [&](std::size_t number_at, std::size_t era_at, std::size_t end) -> std::optional<Year> {
    const auto number = digits_at(terms, number_at);
    if (!number || *number < 1 || *number > kGreatest || era(terms, era_at) == 0) return std::nullopt;
    return Year{*number * era(terms, era_at), end};
  };
  if (const auto behind = year(at, at + 1, at + 2)) return behind;
  return year(at + 1, at, at + 2);
}

/// What counts something: a number before it is no year.
bool is_counted(const Terms& terms, std::size_t at) {
  return terms.has(at, WordClass::unit) || terms.has(at, WordClass::units) || terms.has(at, WordClass::cardinal) ||
         one_of(terms.word(at),
                {"people", "men",      "women",    "children",   "troops",   "soldiers",   "km",        "kilometers",
                 "miles",  "meters",   "metres",   "feet",       "tons",     "tonnes",     "kg",        "kilometres",
                 "euros",  "pounds",   "percent",  "%",          "bn",       "m",          "members",   "dollars",
                 "others", "victims",  "refugees", "migrants",   "jobs",     "homes",      "cases",     "deaths",
                 "points", "votes",    "workers",  "employees",  "fighters", "protesters", "civilians", "prisoners",
                 "pieces", "copies",   "units",    "horses",     "ships",    "aircraft",   "tanks",     "guns",
                 "acres",  "hectares", "square",   "casualties", "killed",   "wounded",    "dead",      "infantry"});
}

/// A year before the last century stands for itself in brackets and as the first of a range: "(1793)", "1861-1865".
bool stands_alone(const Terms& terms, std::size_t at, std::size_t end) {
  const std::string_view before = at > 0 ? terms.word(at - 1) : std::string_view(), after = terms.word(end);
  if (one_of(before, {"(", "["}) && one_of(after, {")", "]", "-", "–", ";", ","})) return true;
  const auto range = [&](std::size_t link, std::size_t other) {
    return one_of(terms.word(link), {"-", "–", "—"}) && terms.word(other).size() == 4 &&
           digits_at(terms, other).value_or(0) >= 1000;
  };
  return range(end, end + 1) || (at >= 2 && range(at - 1, at - 2));
}

bool can_be_year(const Terms& terms, std::size_t at, const Number& year) {
  const int value = static_cast<int>(year.value);
  const std::string_view before = at > 0 ? terms.word(at - 1) : std::string_view();
  const std::string_view earlier = at > 1 ? terms.word(at - 2) : std::string_view();
  if (is_counted(terms, year.end) || one_of(before, {"$", "£", "€", "#", "no", "+", ":"})) return false;
  if (before == "than") return one_of(earlier, {"later", "earlier", "sooner", "older", "newer"});
  if (before_year(before)) return value < 2200;
  if (one_of(before, {"about", "some", "over", "nearly", "almost"})) return false;
  if (!year.digits) return value >= 1900 && value < kLastLikely && terms.is(at, "nineteen");
  return (value >= 1900 && value < kLastLikely) || stands_alone(terms, at, year.end);
}

}  // namespace

bool before_year(std::string_view word) {
  return one_of(word, {"in",     "since",      "until", "till",    "by",      "before", "after",  "from",
                       "during", "of",         "to",    "through", "between", "year",   "around", "circa",
                       "ca",     "throughout", "late",  "early",   "mid",     "back",   "fiscal", "years"});
}

std::optional<Year> year_after(const Terms& terms, std::size_t at) {
  if (const auto with_era = year_with_era(terms, at)) return with_era;
  const auto year = year_at(terms, at);
  if (!year || year->value >= 2200) return std::nullopt;
  return Year{static_cast<int>(year->value), year->end};
}

std::optional<Year> year_behind(const Terms& terms, std::size_t at) {
  const bool linked = one_of(terms.word(at), {",", "of", "in"});
  return year_after(terms, linked ? at + 1 : at);
}

std::optional<Match> bare_year_at(const Terms& terms, std::size_t at) {
  Fields fields;
  fields.grain = Grain::year;
  if (const auto with_era = year_with_era(terms, at)) {
    fields.year = with_era->year;
    return named(fields, at, with_era->end);
  }
  const auto year = year_at(terms, at);
  if (!year || !can_be_year(terms, at, *year)) return std::nullopt;
  fields.year = static_cast<int>(year->value);
  return named(fields, at, year->end);
}

std::optional<Match> decade_at(const Terms& terms, std::size_t begin) {
  const std::size_t at = terms.is(begin, "the") ? begin + 1 : begin;
  std::string_view word = terms.word(at);
  Fields fields;
  fields.grain = Grain::decade;
  constexpr std::array<std::string_view, 8> kDecades = {"twenties", "thirties",  "forties",  "fifties",
                                                        "sixties",  "seventies", "eighties", "nineties"};
  if (const auto found = std::ranges::find(kDecades, word); found != kDecades.end() && at > begin) {
    fields.year = 1920 + 10 * static_cast<int>(found - kDecades.begin());
    return named(fields, begin, at + 1);
  }
  if (const auto found = std::ranges::find(kDecades, terms.word(at + 1));
      word == "nineteen" && found != kDecades.end()) {
    fields.year = 1920 + 10 * static_cast<int>(found - kDecades.begin());
    return named(fields, begin, at + 2);
  }
  if (word == "noughties" && at > begin) {
    fields.year = 2000;
    return named(fields, begin, at + 1);
  }
  constexpr std::string_view kCurly = "’";
  const bool apostrophe = word.starts_with('\'') || word.starts_with(kCurly);
  if (apostrophe) word.remove_prefix(word.front() == '\'' ? 1 : kCurly.size());
  if (!word.ends_with('s')) return std::nullopt;
  word.remove_suffix(1);
  if (word.ends_with('\'')) word.remove_suffix(1);
  if (word.ends_with(kCurly)) word.remove_suffix(kCurly.size());
  const Groups digits = groups_of(word, '-');
  if (digits.count != 1 || digits.value[0] % 10 != 0) return std::nullopt;
  const int width = digits.width[0], sign = at + 1 < terms.size() ? era(terms, at + 1) : 0;
  if (width == 2 && (apostrophe || at > begin)) {
    fields.year = digits.value[0] + (digits.value[0] < 20 ? 2000 : 1900);
  } else if ((width == 4 || (width == 3 && sign != 0)) && digits.value[0] > 0) {
    fields.year = digits.value[0] * (sign < 0 ? -1 : 1);
  } else {
    return std::nullopt;
  }
  return named(fields, begin, at + (sign != 0 ? 2 : 1));
}

std::optional<Match> century_at(const Terms& terms, std::size_t begin) {
  const std::size_t at = terms.is(begin, "the") ? begin + 1 : begin;
  const auto nth = ordinal_at(terms, at);
  constexpr int kGreatest = 40;
  if (!nth || nth->value < 1 || nth->value > kGreatest) return std::nullopt;
  const std::size_t unit = terms.is(nth->end, "-") ? nth->end + 1 : nth->end;
  if (!terms.is(unit, "century")) return std::nullopt;
  const int sign = unit + 1 < terms.size() ? era(terms, unit + 1) : 0;
  const int first = std::max(1, (static_cast<int>(nth->value) - 1) * 100);
  Fields fields;
  fields.grain = Grain::century;
  fields.year = sign < 0 ? -first : first;
  return named(fields, begin, unit + (sign != 0 ? 2 : 1));
}

std::optional<Match> season_at(const Terms& terms, std::size_t begin) {
  const bool article = terms.is(begin, "the");
  const std::size_t at = article ? begin + 1 : begin;
  const auto value = terms.value(at, WordClass::season);
  if (!value) return std::nullopt;
  Fields fields;
  fields.grain = Grain::season;
  fields.season = static_cast<Season>(*value);
  if (const auto year = year_behind(terms, at + 1)) {
    fields.year = year->year;
    return named(fields, begin, year->end);
  }
  const std::string_view before = begin > 0 ? terms.word(begin - 1) : std::string_view(), after = terms.word(at + 1);
  const bool led = one_of(before, {"in", "during", "by", "since", "until", "early", "late", "mid", "-", "through",
                                   "throughout", "over", "of"});
  const bool fall = terms.is(at, "fall");  // also a verb, and "the fall of" a town
  const bool noun = !after.empty() && text::ascii_alpha(after.front()) &&
                    !one_of(after, {"and", "or", "to", "in", "at", "when", "with", "but", "as", "for", "is", "was",
                                    "will", "by", "after", "before", "on", "while"});
  if (after == "of" || (!led && (!article || fall || noun)) || (fall && before == "of")) return std::nullopt;
  return named(fields, begin, at + 1);
}

std::optional<Match> numbered_part_at(const Terms& terms, std::size_t begin) {
  Fields fields;
  std::size_t at = begin;
  if (const auto year = digits_at(terms, begin);
      year && terms.word(begin).size() == 4 && *year >= 1900 && *year < kLastLikely) {
    fields.year = *year;  // 2018 Q3, 2018-Q3
    at = terms.is(begin + 1, "-") ? begin + 2 : begin + 1;
  }
  const std::string_view word = terms.word(at);
  const std::string_view before = begin > 0 ? terms.word(begin - 1) : std::string_view();
  if (word == "week" &&
      (at > begin || terms.at(at).capital || one_of(before, {"in", "the", "of", "from", "to", "by", ",", ""}))) {
    const auto week = digits_at(terms, at + 1);
    if (!week || *week < 1 || *week > 53 || terms.word(at + 1).size() > 2) return std::nullopt;
    fields.grain = Grain::week;
    fields.week = *week;
    ++at;
  } else if (word.size() == 2 && is_part_and_digit(word)) {
    const int number = word[1] - '0';
    const bool quarter = word[0] == 'q';
    if (number < 1 || number > (quarter ? 4 : 2)) return std::nullopt;
    fields.grain = quarter ? Grain::quarter : Grain::half;
    (quarter ? fields.quarter : fields.half) = number;
  } else {
    return std::nullopt;
  }
  if (fields.year) return named(fields, begin, at + 1);
  if (const auto year = year_behind(terms, terms.is(at + 1, "-") ? at + 2 : at + 1)) {
    fields.year = year->year;
    return named(fields, begin, year->end);
  }
  // "H1" alone is a road, a visa, a virus; "q3" in lower case a variable.
  if (fields.half > 0 || (fields.quarter > 0 && !terms.at(at).capital)) return std::nullopt;
  return named(fields, begin, at + 1);
}

std::optional<Match> labelled_year_at(const Terms& terms, std::size_t begin) {
  const std::size_t first = terms.is(begin, "the") ? begin + 1 : begin;
  std::size_t at = first;
  if (one_of(terms.word(at), {"fiscal", "fy"})) ++at;
  if (terms.is(at, "year")) ++at;
  if (at == first) return std::nullopt;
  const auto year = year_after(terms, at);
  if (!year) return std::nullopt;
  Fields fields;
  fields.grain = Grain::year;
  fields.year = year->year;
  return named(fields, begin, year->end);
}

}  // namespace sayso::extract
