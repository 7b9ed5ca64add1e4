#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "extract/events/parties.h"
#include "extract/tree.h"
#include "lexicon/event_dictionary.h"

namespace sayso::extract {

/// A verb or noun of the text that a dictionary codes.
struct Coding {
  std::size_t word = Tree::kNone;   ///< the verb, or the noun that names a happening
  std::size_t first = 0, last = 0;  ///< its words, with those that belong to it: [first, last)
  bool noun = false;
  lexicon::EventCode code;
  std::string rule;  ///< where the dictionary says so, and what
  std::vector<FoundParty> sources, targets;
};

/// Codes each verb and event noun of a text at most once, by the most specific pattern that fits or else by its own
/// code (the method of PETRARCH, Schrodt, Beieler and Idris 2014, over a dependency tree): the source is who acts by
/// the syntax, the target the object or else the first coded party behind the verb, unless the pattern names them. What
/// a dictionary discards is left out. In the order of the text.
[[nodiscard]] std::vector<Coding> code_events(const Tree& tree, const Parties& parties,
                                              const lexicon::EventDictionary& dictionary);

}  // namespace sayso::extract
