#pragma once
#include <cstddef>
#include <string_view>

#include "text/utf8.h"

namespace sayso::text {

/// What a character is to the splitters; Unicode data of utf8proc.
enum class Kind : unsigned char {
  other,
  space,
  lower,
  upper,
  letter,
  mark,
  digit,
  number,
  punctuation,
  symbol,
  control
};

/// `upper` includes title case; `letter` has no case; `mark` are combining marks; `digit` is Nd, `number` Nl and No.
[[nodiscard]] Kind kind_of(char32_t c);

/// White space as Python's str.isspace has it: bidirectional class WS, B or S, or category Zs.
[[nodiscard]] bool is_space(char32_t c);

[[nodiscard]] constexpr bool is_letter(Kind kind) {
  return kind == Kind::lower || kind == Kind::upper || kind == Kind::letter || kind == Kind::mark;
}
[[nodiscard]] constexpr bool is_word(Kind kind) {
  return is_letter(kind) || kind == Kind::digit || kind == Kind::number;
}

/// Letters of ASCII only.
[[nodiscard]] constexpr char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
[[nodiscard]] constexpr bool ascii_digit(char c) { return c >= '0' && c <= '9'; }
[[nodiscard]] constexpr bool ascii_alpha(char c) { return ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z'; }

/// Simple lower case.
[[nodiscard]] char32_t lower(char32_t c);

/// Where the white space that begins at `at` ends.
[[nodiscard]] std::size_t skip_space(std::string_view text, std::size_t at);

/// Where the run of other characters that begins at `at` ends.
[[nodiscard]] std::size_t skip_nonspace(std::string_view text, std::size_t at);

}  // namespace sayso::text
