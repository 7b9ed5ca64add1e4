#pragma once
#include <optional>
#include <vector>

#include "extract/times/expression.h"

namespace sayso::extract {

/// A day moved by amounts; half a year is six months, half a month fifteen days. Nothing beyond the years that are
/// written.
[[nodiscard]] std::optional<Day> moved_by(Day day, const std::vector<Amount>& amounts, int sign);

/// A time of day moved by hours, minutes and seconds; the day goes along. Nothing where `from` tells no hour.
[[nodiscard]] std::optional<Fields> clock_moved(const Fields& from, const std::vector<Amount>& amounts, int sign);

}  // namespace sayso::extract
