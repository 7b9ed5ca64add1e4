#include "extract/times/numeric_dates.h"

#include <algorithm>

#include "extract/times/numbers.h"
#include "text/unicode.h"

namespace sayso::extract {
namespace {

constexpr int kFirstYear = 1000, kLastYear = 2200;

bool is_month_number(int number) { return number >= 1 && number <= 12; }

/// 15 is 2015, 70 is 1970.
int full_year(int year, int width) {
  constexpr int kPivot = 50;
  return width != 2 ? year : year + (year < kPivot ? 2000 : 1900);
}

std::optional<Match> day(int year, int month, int day_number, std::size_t at, std::size_t end) {
  if (month < 1 || day_number < 1) return std::nullopt;
  Fields fields;
  fields.year = year, fields.month = month, fields.day = day_number;
  return named(fields, at, end);
}

std::optional<Match> month(int year, int number, std::size_t at, std::size_t end) {
  if (!is_month_number(number) || year < kFirstYear || year >= kLastYear) return std::nullopt;
  Fields fields;
  fields.grain = Grain::month;
  fields.year = year, fields.month = number;
  return named(fields, at, end);
}

/// Three numbers: 2018-09-30, 9/30/2018, 30.09.18.
std::optional<Match> three(const Groups& groups, char mark, std::size_t at) {
  const int a = groups.value[0], b = groups.value[1], c = groups.value[2];
  if (groups.width[1] > 2) return std::nullopt;
  if (groups.width[0] == 4 && groups.width[2] <= 2) return day(a, b, c, at, at + 1);
  if (groups.width[0] > 2 || (groups.width[2] != 4 && groups.width[2] != 2)) return std::nullopt;
  const bool day_first = mark == '.' ? is_month_number(b) : a > 12;
  return day(full_year(c, groups.width[2]), day_first ? b : a, day_first ? a : b, at, at + 1);
}

/// Two numbers: 2016/11, 11/2016, and 9/30 where a preposition or a day of the week stands before it.
std::optional<Match> two(const Terms& terms, const Groups& groups, std::size_t at) {
  const int a = groups.value[0], b = groups.value[1];
  if (groups.width[0] == 4 && groups.width[1] <= 2) return month(a, b, at, at + 1);
  if (groups.width[0] <= 2 && groups.width[1] == 4) return month(b, a, at, at + 1);
  const std::size_t before = at > 1 && terms.is(at - 1, ",") ? at - 2 : at - 1;
  const bool dated =
      at > 0 && (one_of(terms.word(at - 1), {"on", "until", "till", "since", "by", "before", "after", "dated", "from",
                                             "to", "between", "each", "this", "next"}) ||
                 terms.has(before, WordClass::weekday));
  if (!dated || groups.width[0] > 2 || groups.width[1] > 2) return std::nullopt;
  Fields fields;
  fields.month = a > 12 ? b : a, fields.day = a > 12 ? a : b;
  if (fields.month == 0 || fields.day == 0 || !can_exist(fields)) return std::nullopt;
  return named(fields, at, at + 1);
}

/// 2016-11, 2016 - 11, 11-2016: split by the hyphen into terms.
std::optional<Match> hyphened_month(const Terms& terms, std::size_t at) {
  const auto first = digits_at(terms, at), second = digits_at(terms, at + 2);
  if (!first || !second || !one_of(terms.word(at + 1), {"-", "/"})) return std::nullopt;
  const std::string_view after = terms.word(at + 3);
  if (!after.empty() && (text::ascii_alpha(after.front()) || one_of(after, {"-", "/", "%"}))) return std::nullopt;
  const std::size_t width = terms.word(at).size(), other = terms.word(at + 2).size();
  if (width == 4 && other <= 2) {
    // "2009-10" is a season or a financial year, "2016-11" a month.
    return *second > *first % 100 ? std::nullopt : month(*first, *second, at, at + 3);
  }
  return width <= 2 && other == 4 ? month(*second, *first, at, at + 3) : std::nullopt;
}

/// 2018-sep-30, 30/Sep/2018, Sep-30-2018, 2018/sep: a month in letters between the same marks.
std::optional<Match> lettered(const Terms& terms, std::size_t at) {
  const std::string_view mark = terms.word(at + 1);
  if ((mark != "-" && mark != "/") || !terms.glued(at + 1) || !terms.glued(at + 2)) return std::nullopt;
  const bool three_parts = terms.is(at + 3, mark) && terms.glued(at + 3) && digits_at(terms, at + 4);
  int year = 0, day_number = 0, month_number = 0;
  for (std::size_t part = at; part <= at + (three_parts ? 4 : 2); part += 2) {
    if (const auto digits = digits_at(terms, part)) {
      const bool is_year = terms.word(part).size() == 4;
      int& place = is_year ? year : day_number;
      if (place != 0 || (!is_year && terms.word(part).size() > 2)) return std::nullopt;
      place = *digits;
    } else if (const auto name = terms.value(part, WordClass::month); name && month_number == 0) {
      month_number = *name;
    } else {
      return std::nullopt;
    }
  }
  if (month_number == 0 || year < kFirstYear) return std::nullopt;
  if (!three_parts) return month(year, month_number, at, at + 3);
  return day(year, month_number, day_number, at, at + 5);
}

/// 20180930.
std::optional<Match> eight_digits(const Terms& terms, std::size_t at) {
  const auto digits = digits_at(terms, at);
  if (!digits || terms.word(at).size() != 8) return std::nullopt;
  auto found = day(*digits / 10000, *digits / 100 % 100, *digits % 100, at, at + 1);
  const bool likely = found && *found->expression.fields.year >= 1900 && *found->expression.fields.year < 2100;
  return likely && can_exist(found->expression.fields) ? found : std::nullopt;
}

}  // namespace

std::optional<Match> numeric_date_at(const Terms& terms, std::size_t at) {
  if (auto found = lettered(terms, at)) return found;
  if (terms.word(at).empty() || !text::ascii_digit(terms.word(at).front())) return std::nullopt;
  for (const char mark : {'-', '/', '.'}) {
    const Groups groups = groups_of(terms.word(at), mark);
    if (groups.count == 3) return three(groups, mark, at);
    if (groups.count == 2 && mark != '.') return two(terms, groups, at);
  }
  if (auto found = hyphened_month(terms, at)) return found;
  return eight_digits(terms, at);
}

std::optional<Match> iso_date_time_at(const Terms& terms, std::size_t at) {
  constexpr std::size_t kShortest = 16, kClock = 11;
  const std::string_view word = terms.word(at);
  if (word.size() < kShortest || word[kClock - 1] != 't' || !text::ascii_digit(word[0])) return std::nullopt;
  const Groups date = groups_of(word.substr(0, kClock - 1), '-');
  const std::string_view clock = word.substr(kClock);
  const Groups time = groups_of(clock.substr(0, std::min(clock.find_first_of("z+-."), clock.size())), ':');
  if (date.count != 3 || time.count < 2) return std::nullopt;
  Fields fields;
  fields.year = date.value[0], fields.month = date.value[1], fields.day = date.value[2];
  fields.hour = time.value[0], fields.minute = time.value[1];
  fields.grain = Grain::minute;
  if (time.count == 3) fields.second = time.value[2], fields.grain = Grain::second;
  fields.utc = word.back() == 'z';
  return named(fields, at, at + 1);
}

}  // namespace sayso::extract
