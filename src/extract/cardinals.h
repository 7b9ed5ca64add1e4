#pragma once
#include <cstddef>
#include <optional>
#include <string_view>

#include "extract/lower_words.h"

namespace sayso::extract {

/// A cardinal number in a text.
struct Cardinal {
  double value = 0;
  double scale = 1;      ///< of the word that it ends with: 1e9 for "61 billion"; 1 without one
  std::size_t last = 0;  ///< the token behind it
  bool figures = false;  ///< written in figures: 61, 61 billion
  bool vague =
      false;  ///< "dozens", "tens of thousands", "several hundred": `value` is the least that the word can mean
};

/// Numbers beyond this, which is that of 64 bits, are not read.
inline constexpr double kLargestCardinal = 9223372036854775807.0;

/// The number that begins at a token: 2,000 · 1.5 · 1,5 · 61bn · 350 million · two hundred and five · half a million ·
/// two and a half · a dozen · tens of thousands. With one separator before three figures a comma parts thousands, a
/// full stop decimals. Nothing for ordinals, clock times, telephone numbers and numbers beyond kLargestCardinal. Looks
/// at 16 tokens at most.
[[nodiscard]] std::optional<Cardinal> read_cardinal(const LowerWords& words, std::size_t first);

/// Whether a number begins at a token that is too large to be read.
[[nodiscard]] bool is_beyond_cardinals(const LowerWords& words, std::size_t first);

/// The value of figures with separators and nothing else, however large.
[[nodiscard]] std::optional<double> value_of_figures(std::string_view figures);

}  // namespace sayso::extract
