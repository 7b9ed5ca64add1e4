#pragma once
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string_view>

#include "extract/times/fields.h"

namespace sayso::extract {

// The words of English time expressions, as data; the grammar holds the rules. All words are given in lower case and
// without the full stop of an abbreviation ("sept").

/// What a word may be in a time expression; a word may be several ("second": ordinal, unit).
enum class WordClass : std::uint8_t {
  month,      ///< 1 to 12
  weekday,    ///< 1 to 7
  unit,       ///< Grain; of the singular
  units,      ///< Grain; of the plural
  cardinal,   ///< 0 to 1000000
  ordinal,    ///< 1 to 90; -1: last
  season,     ///< Season
  part,       ///< DayPart
  relation,   ///< Relation
  adverb,     ///< days from today: yesterday, tomorrow
  edge,       ///< TimeModifier: early, late, mid, beginning, end
  frequency,  ///< Grain: daily, annual
  several,    ///< a number that is not told: several, few, many
  zone,       ///< 1: universal time, 0: any other
  clock,      ///< hour of "noon", "midnight"
  opener,     ///< may begin a time before a word of another class: "the", "about", "every"
};

/// How a period stands to the one spoken of: last, this, next, coming (the nearest ahead), latest (of what was named
/// before, else the last that is over); the others count from what was named before.
enum class Relation : std::uint8_t { none, last, present, next, coming, latest, following, preceding, same };

struct Word {
  std::string_view text;
  WordClass kind;
  int value;
};

/// All meanings of a word, none for a word that has none.
[[nodiscard]] std::span<const Word> meanings(std::string_view lower);

/// Whether a word is in a short list.
[[nodiscard]] constexpr bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  for (const std::string_view other : words) {
    if (word == other) return true;
  }
  return false;
}

}  // namespace sayso::extract
