#pragma once
#include <chrono>
#include <optional>
#include <string_view>

#include "sayso/record.h"

namespace sayso {

/// Days in a row, the first and the last included.
struct Days {
  std::chrono::sys_days first, last;

  friend bool operator==(const Days&, const Days&) = default;
};

/// The days that a TIMEX3 value of the calendar covers: 2024-11-02, 2024-11-02T18:00, 2024-11, 2024, 202 (the 2020s),
/// 20 (the 21st century), 2024-W05, 2024-W05-3 (a Wednesday), 2024-W05-WE, 2024-FA, 2024-Q4, 2024-H2. Weeks are those
/// of ISO 8601; the seasons SP, SU, FA and WI last three months and begin with March, June, September and December of
/// their year. Nothing for a value that leaves something open (XXXX-11), counts time (P2W), points (PRESENT_REF), lies
/// before the year 1 or cannot exist.
[[nodiscard]] std::optional<Days> days_of(std::string_view value);

/// The days on which what has this deadline is due. Nothing where days_of() knows none, and for a time after which it
/// may happen on any day ("after 2027").
[[nodiscard]] std::optional<Days> due_days(const Time& deadline);

}  // namespace sayso
