#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "extract/times/expression.h"
#include "extract/times/terms.h"

namespace sayso::extract {

/// How long, in units, and the term behind it.
struct Length {
  std::vector<Amount> amounts;
  std::size_t end = 0;
  bool numbered = false;  ///< has a number or article: not "weeks" alone
  bool hyphen = false;    ///< "four-day"
};

/// "two weeks", "a year and a half", "several months", "a couple of days", "2 1/2 years", "four-day", "an hour and 20
/// minutes", "another week", "half an hour", "two to three weeks" (the first number counts), "weeks".
[[nodiscard]] std::optional<Length> length_at(const Terms& terms, std::size_t at);

/// The TIMEX3 value: P2W, P1Y6M, PXM, PT30M, P1DE.
[[nodiscard]] std::string timex_value(const std::vector<Amount>& amounts);

}  // namespace sayso::extract
