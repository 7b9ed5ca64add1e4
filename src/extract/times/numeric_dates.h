#pragma once
#include <cstddef>
#include <optional>

#include "extract/times/expression.h"
#include "extract/times/terms.h"

namespace sayso::extract {

/// A date or month written with digits: 2018-09-30, 9/30/2018, 30.09.2018, 2016/11, 2016-11, 20180930, 30/Sep/2018,
/// 2018-sep-30, "on 9/30". Where day and month cannot be told apart the month stands first, but after full stops
/// second.
[[nodiscard]] std::optional<Match> numeric_date_at(const Terms& terms, std::size_t at);

/// A date with a time of day in the form of ISO 8601, which Terms has kept whole: 2018-09-30T18:00:00Z.
[[nodiscard]] std::optional<Match> iso_date_time_at(const Terms& terms, std::size_t at);

}  // namespace sayso::extract
