#pragma once
#include <optional>

#include "extract/times/expression.h"
#include "extract/times/resolve.h"

namespace sayso::extract {

// Which of the days, months and seasons of one name is meant.

/// The fields of what comes every year, in one year; nothing where it does not come in it.
[[nodiscard]] std::optional<Fields> in_year(const Expression& expression, int year);

/// Which year's "May", "5 May", "summer" or "Christmas" is meant, seen from `base`: the last that has begun, the first
/// that has not passed, or, where the verbs tell nothing, the last unless the next is near. In a narrative the year
/// goes on from the date before.
[[nodiscard]] std::optional<Fields> chosen_year(const Expression& expression, const Context& context, Day base);

/// Which week's Monday is meant.
[[nodiscard]] Fields chosen_weekday(const Expression& expression, const Context& context, Day base);

/// Which month's "21st" is meant, or which "Friday the 13th"; nothing where none is near.
[[nodiscard]] std::optional<Fields> chosen_month(const Expression& expression, const Context& context, Day base);

}  // namespace sayso::extract
