#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/tokens.h"

namespace sayso::lexicon {

/// A name may have so many words: a lookup reads no further, which keeps it linear in the text.
inline constexpr std::size_t kMaxWords = 16;

/// How a word is written. Of a name's word it is a demand on the text, and none for what has no capitals.
enum class Shape : std::uint8_t {
  lower = 0,       ///< no capitals
  capital = 1,     ///< White, McCain, A
  short_caps = 2,  ///< two or three capitals: US is not Us
  long_caps = 3,   ///< NATO, which many write Nato
};

/// Whether a word of a name may stand in a text so. Headlines in capitals pass.
[[nodiscard]] bool fits(Shape of_name, Shape of_text);

/// A word: letters and digits in one row. Full stops are dropped from it ("U.S." is "us"), hyphens, apostrophes and
/// white space separate ("RBK-Ukraine" is two), any other mark is a word of its own.
struct Word {
  std::size_t begin = 0, end = 0;  ///< in Words::folded
  std::uint32_t token = 0;         ///< of the text
  Shape shape = Shape::lower;
  bool starts_token = false, ends_token = false;
};

/// Words in lower case, without accents, one blank between them: the form in which names and texts are compared.
struct Words {
  std::string folded;
  std::vector<Word> words;
};

/// The words of a name; all bear token 0.
[[nodiscard]] Words words_of_name(std::string_view name);

/// The words of a text. A full stop, and a dash or apostrophe that stands free, are words of their own, so that no name
/// reaches over the end of a sentence.
[[nodiscard]] Words words_of_text(std::string_view text, const std::vector<text::Token>& tokens);

/// The shapes of a name's first kMaxWords words, two bits each, the first word lowest. A leading "The" makes no demand.
[[nodiscard]] std::uint32_t pack_shapes(const Words& name);
[[nodiscard]] inline Shape shape_at(std::uint32_t packed, std::size_t word) {
  return static_cast<Shape>(packed >> (2 * word) & 3);
}

}  // namespace sayso::lexicon
