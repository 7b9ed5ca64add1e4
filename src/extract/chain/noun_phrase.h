#pragma once
#include <cstddef>
#include <cstdint>

#include "extract/chain/words.h"

namespace sayso::extract {

/// What a noun phrase names, by its last word.
enum class Sort { other, outlet, medium, forum, somebody };

/// A simple noun phrase: words up to its head, without what follows ("the spokesman" of "the spokesman for the fleet").
struct NounPhrase {
  Tokens tokens;
  Sort sort = Sort::other;
  std::uint8_t places = 0;  ///< of a medium
  Tokens outlet;            ///< an outlet's name within: Gazette in "a Gazette interview", "the Gazette newspaper"
  bool cut_short = false;   ///< a word follows that may well be its head: "a Gazette | poll"

  [[nodiscard]] Tokens name() const { return outlet.empty() ? tokens : outlet; }
  [[nodiscard]] bool names_outlet() const { return sort == Sort::outlet || (!outlet.empty() && sort != Sort::other); }
};

/// The noun phrase that begins at a token, within `end`. Empty where none does.
[[nodiscard]] NounPhrase read_noun_phrase(const Words& words, std::size_t first, std::size_t end);

/// Where words that say when, which begin at a token, end: "on Monday", "late last week".
[[nodiscard]] std::size_t skip_time(const Words& words, std::size_t first, std::size_t end);

/// The same with places: "in Oslo on Monday".
[[nodiscard]] std::size_t skip_circumstances(const Words& words, std::size_t first, std::size_t end);

/// Whether a token between a cue and a phrase parts them: a word that says neither when nor how.
[[nodiscard]] bool parts_cues(const Words& words, std::size_t token);

/// What names the medium of a phrase best: the outlet within it or the one that follows ("an interview with the
/// Gazette", "a speech to the assembly", "a talk during the telethon"), else the phrase. The second is where it all
/// ends.
struct Carrier {
  Tokens name;
  std::size_t end = 0;
};
[[nodiscard]] Carrier read_carrier(const Words& words, NounPhrase phrase, std::size_t end);

}  // namespace sayso::extract
