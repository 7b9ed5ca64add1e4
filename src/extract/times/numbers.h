#pragma once
#include <cstddef>
#include <optional>

#include "extract/times/terms.h"

namespace sayso::extract {

/// A number and the term behind it.
struct Number {
  double value = 0;
  std::size_t end = 0;
  bool digits = false;  ///< written in digits
};

/// "12", "1,200", "3.5", "twenty-five", "two hundred and six", "a dozen", "one and a half", "2 1/2". Without an article
/// otherwise. Nothing above a million million.
[[nodiscard]] std::optional<Number> number_at(const Terms& terms, std::size_t at);

/// "3rd", "21st", "third", "twenty-first", "last" (-1).
[[nodiscard]] std::optional<Number> ordinal_at(const Terms& terms, std::size_t at);

/// A year of four digits or in words: "1994", "nineteen ninety-four", "two thousand and eighteen", "twenty sixteen".
[[nodiscard]] std::optional<Number> year_at(const Terms& terms, std::size_t at);

/// The whole number that a term of digits alone writes, of at most nine digits; nothing for any other term.
[[nodiscard]] std::optional<int> digits_at(const Terms& terms, std::size_t at);

/// The numbers of a term that is digits with one kind of mark between them: 9/30/2018, 18:00, 2018-09-30. At most four.
struct Groups {
  int count = 0;
  int value[4] = {};
  int width[4] = {};  ///< how many digits each has
};
[[nodiscard]] Groups groups_of(std::string_view word, char mark);

}  // namespace sayso::extract
