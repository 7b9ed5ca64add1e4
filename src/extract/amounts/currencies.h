#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "extract/lower_words.h"

namespace sayso::extract {

/// A currency in a text.
struct Currency {
  std::string unit;      ///< ISO 4217; the noun in the singular where that leaves open which currency is meant
  std::size_t last = 0;  ///< the token behind it; 0 where there is none
};

/// The currency that begins at a token and may stand before a number: "$", "US$", "EUR", "Rs".
[[nodiscard]] Currency currency_before_number(const LowerWords& words, std::size_t first);

/// The currency that begins at a token behind a number: "dollars", "U.S. dollars", "Swiss francs", "EUR", "€".
/// `scaled`: the number ends with a scale of a thousand or more, which pounds of weight do not have.
[[nodiscard]] Currency currency_behind_number(const LowerWords& words, std::size_t first, bool scaled);

}  // namespace sayso::extract
