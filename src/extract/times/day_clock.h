#pragma once
#include <cstddef>
#include <optional>

#include "extract/times/expression.h"
#include "extract/times/terms.h"

namespace sayso::extract {

/// Whether an expression names a day, so that a time of day may be told with it.
[[nodiscard]] bool is_day(const Expression& expression);

/// Takes the time of day behind a day: "Monday at 5 p.m.", "Monday night", "yesterday morning at nine".
void add_clock(const Terms& terms, Match& found);

/// A time of day, and the day behind it where one is told: "5 p.m. on Monday", "noon Friday", "the night of 5 June",
/// "in the morning". `depth` as in calendar_at.
[[nodiscard]] std::optional<Match> clock_and_day_at(const Terms& terms, std::size_t begin, int depth);

}  // namespace sayso::extract
