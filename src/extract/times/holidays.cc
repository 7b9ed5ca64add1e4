#include "extract/times/holidays.h"

#include <algorithm>
#include <array>

namespace sayso::extract {
namespace {

// Ascending by name: those with the same first word stand together.
constexpr std::array kHolidays = std::to_array<Holiday>({
    {"all saints ' day", 11, 1},
    {"armistice day", 11, 11},
    {"ash wednesday", 0, -46},
    {"australia day", 1, 26},
    {"bastille day", 7, 14},
    {"black friday", 11, 1, 4, 4},
    {"boxing day", 12, 26},
    {"canada day", 7, 1},
    {"christmas", 12, 25},
    {"christmas day", 12, 25},
    {"christmas eve", 12, 24},
    {"cinco de mayo", 5, 5},
    {"columbus day", 10, 0, 1, 2},
    {"cyber monday", 11, 4, 4, 4},
    {"earth day", 4, 22},
    {"easter", 0, 0},
    {"easter day", 0, 0},
    {"easter monday", 0, 1},
    {"easter sunday", 0, 0},
    {"father 's day", 6, 0, 7, 3},
    {"fathers ' day", 6, 0, 7, 3},
    {"fathers day", 6, 0, 7, 3},
    {"fourth of july", 7, 4},
    {"good friday", 0, -2},
    {"groundhog day", 2, 2},
    {"guy fawkes night", 11, 5},
    {"halloween", 10, 31},
    {"inauguration day", 1, 20},
    {"international women 's day", 3, 8},
    {"international workers ' day", 5, 1},
    {"juneteenth", 6, 19},
    {"labor day", 9, 0, 1, 1},
    {"martin luther king day", 1, 0, 1, 3},
    {"martin luther king jr day", 1, 0, 1, 3},
    {"may day", 5, 1},
    {"memorial day", 5, 0, 1, -1},
    {"mlk day", 1, 0, 1, 3},
    {"mother 's day", 5, 0, 7, 2},
    {"mothers ' day", 5, 0, 7, 2},
    {"mothers day", 5, 0, 7, 2},
    {"new year day", 1, 1},
    {"new year eve", 12, 31},
    {"new year 's", 1, 1},
    {"new year 's day", 1, 1},
    {"new year 's eve", 12, 31},
    {"new years day", 1, 1},
    {"new years eve", 12, 31},
    {"palm sunday", 0, -7},
    {"pentecost", 0, 49},
    {"presidents ' day", 2, 0, 1, 3},
    {"presidents day", 2, 0, 1, 3},
    {"remembrance day", 11, 11},
    {"saint patrick 's day", 3, 17},
    {"st patrick 's day", 3, 17},
    {"thanks giving day", 11, 0, 4, 4},
    {"thanksgiving", 11, 0, 4, 4},
    {"thanksgiving day", 11, 0, 4, 4},
    {"valentine 's day", 2, 14},
    {"veterans ' day", 11, 11},
    {"veterans day", 11, 11},
    {"xmas", 12, 25},
});

std::string_view first_word(std::string_view name) { return name.substr(0, name.find(' ')); }

}  // namespace

bool begins_holiday(std::string_view lower) {
  return std::ranges::binary_search(kHolidays, lower, {},
                                    [](const Holiday& holiday) { return first_word(holiday.name); });
}

std::optional<NamedHoliday> holiday_at(const Terms& terms, std::size_t at) {
  const std::string_view word = terms.word(at);
  if (word.empty()) return std::nullopt;
  auto holiday = std::ranges::lower_bound(kHolidays, word, {}, [](const Holiday& h) { return first_word(h.name); });
  std::optional<NamedHoliday> longest;
  for (; holiday != kHolidays.end() && first_word(holiday->name) == word; ++holiday) {
    const std::size_t length = terms.phrase(at, holiday->name);
    if (length > 0 && (!longest || at + length > longest->end)) longest = NamedHoliday{&*holiday, at + length};
  }
  return longest;
}

std::optional<Day> day_in(const Holiday& holiday, int year) {
  if (year < 1 || year > 9999) return std::nullopt;
  if (holiday.month == 0) return easter(year) + std::chrono::days(holiday.day);
  if (holiday.weekday > 0) {
    const auto day = nth_weekday(year, holiday.month, holiday.weekday, holiday.nth);
    return day ? std::optional(*day + std::chrono::days(holiday.day)) : std::nullopt;
  }
  Fields fields;
  fields.year = year;
  fields.month = holiday.month;
  fields.day = holiday.day;
  return first_day(fields);
}

}  // namespace sayso::extract
