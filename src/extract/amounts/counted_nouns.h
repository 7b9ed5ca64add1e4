#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "extract/lower_words.h"
#include "model/syntax.h"

namespace sayso::extract {

/// The noun in the singular: soldiers, people, countries, aircraft -> soldier, person, country, aircraft. Empty for
/// what does not look like a plural.
[[nodiscard]] std::string singular(std::string_view noun);

/// The noun that a number counts.
struct CountedNoun {
  std::string unit;      ///< in the singular; empty where there is none
  std::size_t last = 0;  ///< the token behind it
};

/// The noun that the token `first`, right behind a number, belongs to: its head in the tree `tree`, or without one the
/// last of the first plural nouns. Nothing for times, parts of the body of an argument (sides, reasons, ways) and the
/// like.
[[nodiscard]] CountedNoun counted_noun(const LowerWords& words, std::span<const model::Word> tree, std::size_t first);

}  // namespace sayso::extract
