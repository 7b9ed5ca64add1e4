#include "base/dates.h"

#include <cstdio>

namespace sayso {
namespace {

// The number that `digits` writes, or 0 when one of them is no digit; 0 is no valid year, month or day either.
unsigned number(std::string_view digits) {
  unsigned value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return 0;
    value = value * 10 + static_cast<unsigned>(c - '0');
  }
  return value;
}

}  // namespace

std::optional<std::chrono::sys_days> parse_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const unsigned year = number(text.substr(0, 4));
  const std::chrono::year_month_day day{std::chrono::year{static_cast<int>(year)},
                                        std::chrono::month{number(text.substr(5, 2))},
                                        std::chrono::day{number(text.substr(8, 2))}};
  if (year == 0 || !day.ok()) return std::nullopt;
  return std::chrono::sys_days(day);
}

std::chrono::sys_days today() { return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()); }

bool valid_date(std::string_view text) { return parse_day(text).has_value(); }

std::string iso_day(std::chrono::sys_days day) {
  const std::chrono::year_month_day date{day};
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                static_cast<unsigned>(date.day()));
  return text;
}

}  // namespace sayso
