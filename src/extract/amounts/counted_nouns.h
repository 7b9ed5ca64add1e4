#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "extract/lower_words.h"

namespace sayso::extract {

/// The noun in the singular: soldiers, people, countries, aircraft -> soldier, person, country, aircraft. Empty for
/// what does not look like a plural.
[[nodiscard]] std::string singular(std::string_view noun);

/// The noun that a number counts.
struct CountedNoun {
  std::string unit;      ///< in the singular; empty where there is none
  std::size_t last = 0;  ///< the token behind it
};

/// The noun that is counted in the phrase that begins at a token, right behind a number: the last of its first plural
/// nouns, by their forms. Nothing for times, fractions and the turns of an argument (sides, reasons, ways).
[[nodiscard]] CountedNoun counted_noun(const LowerWords& words, std::size_t first);

}  // namespace sayso::extract
