#pragma once
#include <cstddef>
#include <cstdint>

#include "extract/actors/reading_words.h"

namespace sayso::extract {

enum class Determiner : std::uint8_t { none, definite, indefinite, possessive };

/// he, she, it, they, I, we, you with all their forms; `other` for who, that, these, one ...
enum class Pronoun : std::uint8_t { none, he, she, it, they, i, we, you, other };

/// A stretch of tokens.
struct Stretch {
  std::size_t first = 0, last = 0;  ///< [first, last)
  [[nodiscard]] bool empty() const { return last <= first; }
  [[nodiscard]] std::size_t size() const { return empty() ? 0 : last - first; }
};

/// The parts of a noun phrase that tell whom it names: "the [Ukrainian] {role: President} {name: Volodymyr Zelensky}".
struct Phrase {
  Stretch whole;         ///< with what stands behind the head
  Stretch core;          ///< from the determiner to the head, and "of ..." behind it
  Stretch name;          ///< a proper name, empty where a common noun heads the phrase
  Stretch role;          ///< the words of an office or calling, of the name's bearer or of the head
  Stretch possessor;     ///< X of "X's spokesman"
  Stretch apposition;    ///< what a comma adds: "John Kirby, [the coordinator ...]"
  std::size_t head = 0;  ///< last token of the name, else the common noun
  Determiner determiner = Determiner::none;
  Pronoun pronoun = Pronoun::none;
  bool plural = false;
};

[[nodiscard]] Pronoun pronoun_of(std::string_view lower);

/// Reads the noun phrase that is made of tokens [first, last), which is not empty: of several that "and" joins the
/// first.
[[nodiscard]] Phrase read_phrase(const ReadingWords& words, std::size_t first, std::size_t last);

}  // namespace sayso::extract
