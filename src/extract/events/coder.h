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
  std::string type;      ///< PLOVER's, where the model says so; else empty
  std::string rule;      ///< where the dictionary says so, and what; or how sure the model is of which type
  double certainty = 1;  ///< the model's of the type, 0 to 1; 1 where the dictionary says so
  std::vector<FoundParty> sources, targets;
};

/// Who tells which words name an event.
struct EventCoders {
  bool dictionary = true, model = true;
};

/// Codes each verb and event noun of a text at most once. The dictionary: by the most specific pattern that fits or
/// else by its own code (the method of PETRARCH, Schrodt, Beieler and Idris 2014, over a dependency tree): the source
/// is who acts by the syntax, the target the object or else the first coded party behind the verb, unless the pattern
/// names them. What a dictionary discards is left out. The model's head for events codes the verbs and nouns that the
/// dictionary does not know. In the order of the text.
[[nodiscard]] std::vector<Coding> code_events(const Tree& tree, const Parties& parties,
                                              const lexicon::EventDictionary& dictionary, EventCoders coders);

}  // namespace sayso::extract
