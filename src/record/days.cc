#include "record/days.h"

#include <algorithm>

#include "base/dates.h"

namespace sayso {
namespace {

namespace chrono = std::chrono;

std::optional<int> number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return digits.empty() ? std::nullopt : std::optional(value);
}

/// `count` months from the first day of a month.
Days months(int year, int month, int count) {
  const chrono::year_month begin{chrono::year{year}, chrono::month{static_cast<unsigned>(month)}};
  return {chrono::sys_days(begin / 1), chrono::sys_days((begin + chrono::months(count)) / 1) - chrono::days(1)};
}

/// Of "05", "05-3" and "05-WE", which stand behind the W.
std::optional<Days> week(int year, std::string_view rest) {
  const auto number_of_week = number(rest.substr(0, 2));
  if (!number_of_week || *number_of_week < 1 || rest.size() < 2) return std::nullopt;
  // 4 January lies in the first week of its year.
  const auto fourth = chrono::sys_days(chrono::year{year} / chrono::January / 4);
  const auto monday =
      fourth - chrono::days(chrono::weekday(fourth).iso_encoding() - 1) + chrono::weeks(*number_of_week - 1);
  const auto thursday = chrono::year_month_day(monday + chrono::days(3));
  if (thursday.year() != chrono::year{year}) return std::nullopt;  // a week 53 that the year does not have
  if (rest.size() == 2) return Days{monday, monday + chrono::days(6)};
  if (rest.substr(2) == "-WE") return Days{monday + chrono::days(5), monday + chrono::days(6)};
  const int weekday = rest.size() == 4 && rest[2] == '-' ? rest[3] - '0' : 0;
  if (weekday < 1 || weekday > 7) return std::nullopt;
  return Days{monday + chrono::days(weekday - 1), monday + chrono::days(weekday - 1)};
}

/// Quarters and halves: `letter` and a number from 1 to 12 / `size`.
std::optional<Days> part(int year, std::string_view rest, char letter, int size) {
  if (rest.size() != 2 || rest[0] != letter) return std::nullopt;
  const int which = rest[1] - '0';
  if (which < 1 || which > 12 / size) return std::nullopt;
  return months(year, (which - 1) * size + 1, size);
}

}  // namespace

std::optional<Days> days_of(std::string_view value) {
  value = value.substr(0, value.find('T'));  // the day of a time of day
  const auto leading = number(value.substr(0, std::min<std::size_t>(value.size(), 4)));
  if (!leading || value.size() < 2) return std::nullopt;
  if (value.size() <= 4) {
    const int years = value.size() == 4 ? 1 : value.size() == 3 ? 10 : 100;
    return *leading == 0 ? std::nullopt : std::optional(months(*leading * years, 1, 12 * years));
  }
  const int year = *leading;
  if (year == 0 || value[4] != '-') return std::nullopt;
  const std::string_view rest = value.substr(5);
  constexpr std::string_view kSeasons[] = {"SP", "SU", "FA", "WI"};
  for (int i = 0; i < 4; ++i) {
    if (rest == kSeasons[i]) return months(year, 3 * (i + 1), 3);
  }
  if (rest.starts_with('W')) return week(year, rest.substr(1));
  if (const auto quarter = part(year, rest, 'Q', 3)) return quarter;
  if (const auto half = part(year, rest, 'H', 6)) return half;
  if (rest.size() == 2) {
    const auto month = number(rest);
    return month && *month >= 1 && *month <= 12 ? std::optional(months(year, *month, 1)) : std::nullopt;
  }
  const auto day = parse_day(value);
  return day ? std::optional(Days{*day, *day}) : std::nullopt;
}

std::optional<Days> due_days(const Time& deadline) {
  if (deadline.mod == TimeModifier::after || deadline.mod == TimeModifier::on_or_after) return std::nullopt;
  return days_of(deadline.value);
}

}  // namespace sayso
