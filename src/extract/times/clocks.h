#pragma once
#include <cstddef>
#include <optional>

#include "extract/times/expression.h"
#include "extract/times/terms.h"

namespace sayso::extract {

/// A time of day with its zone: "18:00", "7:45 p.m. EST", "five o'clock", "half past seven", "noon", "1500 UTC",
/// "8 in the evening". The expression is a clock without a day. A zone other than universal time is in the extent and
/// not in the value.
[[nodiscard]] std::optional<Match> clock_at(const Terms& terms, std::size_t at);

/// An hour that only its place tells, without half of the day: the "2" of "2 to 4 p.m.", the "7" of "tomorrow at 7".
[[nodiscard]] std::optional<Match> bare_hour_at(const Terms& terms, std::size_t at);

/// Whether a clock tells which half of the day is meant: "5 p.m.", "17:00", "noon".
[[nodiscard]] bool tells_half(const Terms& terms, const Match& clock);

/// "morning", "night", "mid-afternoon"; the term behind it.
struct PartOfDay {
  DayPart part = DayPart::none;
  std::size_t end = 0;
};
[[nodiscard]] std::optional<PartOfDay> part_of_day_at(const Terms& terms, std::size_t at);

}  // namespace sayso::extract
