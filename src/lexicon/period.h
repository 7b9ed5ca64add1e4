#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sayso::lexicon {

/// A day as the number YYYYMMDD, so that later days are greater; 0 when it is not known.
using Day = std::int32_t;

/// From the first to the last day, both included; 0 for an open end.
struct Period {
  Day from = 0;
  Day until = 0;

  /// On an unknown day everything holds.
  [[nodiscard]] bool holds(Day day) const { return day == 0 || (from <= day && (until == 0 || day <= until)); }
  [[nodiscard]] bool open() const { return from == 0 && until == 0; }
  friend bool operator==(const Period&, const Period&) = default;
};

/// The day that YYYY-MM-DD names, if it exists.
[[nodiscard]] std::optional<Day> parse_day(std::string_view text);

/// YYYY-MM-DD; empty for 0.
[[nodiscard]] std::string day_text(Day day);

}  // namespace sayso::lexicon
