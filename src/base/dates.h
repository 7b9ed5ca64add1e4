#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace sayso {

/// The day written as YYYY-MM-DD (Gregorian calendar, years 0001 to 9999), or nothing where there is no such day.
[[nodiscard]] std::optional<std::chrono::sys_days> parse_day(std::string_view text);

/// This day, by UTC.
[[nodiscard]] std::chrono::sys_days today();

/// True for an existing day written as YYYY-MM-DD.
[[nodiscard]] bool valid_date(std::string_view text);

/// YYYY-MM-DD, for years of four digits.
[[nodiscard]] std::string iso_day(std::chrono::sys_days day);

}  // namespace sayso
