#pragma once
#include <cstddef>
#include <optional>

#include "extract/lower_words.h"
#include "sayso/record.h"

namespace sayso::extract {

/// Words that make a number less than exact.
struct Approximation {
  TimeModifier mod = TimeModifier::approx;
  std::size_t last = 0;         ///< the token behind them
  bool has_other_uses = false;  ///< "over two islands", "about five laws"
};

/// Those that begin at a token and stand before a number: "more than", "an estimated", "up to about".
[[nodiscard]] std::optional<Approximation> approximation_before(const LowerWords& words, std::size_t first);

/// Those that begin at a token, right behind a number: "or so", "or more", "+".
[[nodiscard]] std::optional<Approximation> approximation_behind(const LowerWords& words, std::size_t first);

}  // namespace sayso::extract
