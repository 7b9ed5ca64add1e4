#pragma once
#include <cstddef>
#include <optional>
#include <vector>

#include "extract/events/parties.h"
#include "extract/tree.h"
#include "lexicon/event_dictionary.h"

namespace sayso::extract {

/// The words of a sentence around a verb, ascending: those before it and those behind it that a pattern may use.
struct Surroundings {
  std::vector<std::size_t> before, behind;
  std::size_t verb = Tree::kNone;
  std::size_t first = 0, last = 0;  ///< the verb's own words: [first, last)
};

/// What a pattern found: the heads of the noun phrases that it names as parties.
struct PatternMatch {
  std::size_t source = Tree::kNone, target = Tree::kNone;
  std::size_t pair = Tree::kNone;  ///< source and target in one: a coordination
};

/// Whether the pattern stands in these words; parts without "_" may have others between them. Each part takes the
/// nearest words to the verb that fit, so the time is linear in the words for each pattern.
[[nodiscard]] std::optional<PatternMatch> match_pattern(const Tree& tree, const Parties& parties,
                                                        const lexicon::EventDictionary& dictionary,
                                                        const lexicon::Pattern& pattern, const Surroundings& words);

}  // namespace sayso::extract
