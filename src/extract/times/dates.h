#pragma once
#include <cstddef>
#include <optional>

#include "extract/times/expression.h"
#include "extract/times/numbers.h"
#include "extract/times/terms.h"

namespace sayso::extract {

/// A date that is named by its parts, with what is left out unknown, without modifiers and relations: "Monday, 5 May
/// 2020", "9/30/2018", "3rd of August", "May 2020", "May", "Friday", "2019", "264 BC", "the 1990s", "the 20th century",
/// "autumn 2020", "Q3 2018", "Christmas 2019". The longest that begins at `at`.
[[nodiscard]] std::optional<Match> named_date_at(const Terms& terms, std::size_t at);

/// The same of what may stand behind "last", "this" or "next" only: "summer", "June", "Monday", "Christmas".
[[nodiscard]] std::optional<Match> recurring_date_at(const Terms& terms, std::size_t at);

/// The day of a month, 1 to 31: "5", "5th", "fifth"; nothing for a number that counts something.
[[nodiscard]] std::optional<Number> day_number_at(const Terms& terms, std::size_t at);

}  // namespace sayso::extract
