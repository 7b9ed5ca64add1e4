#pragma once
#include <vector>

#include "extract/chain/words.h"
#include "sayso/record.h"

namespace sayso::extract {

/// Words of a sentence that tell a step of the way: "in an interview with the Gazette", "as reported by the Gazette".
struct Mark {
  /// What else there is to know of it.
  enum class Kind {
    relay,     ///< the name has the words from someone
    medium,    ///< the name carries the words: a broadcast, an outlet that is spoken to
    told,      ///< the same, as the object of a verb: "told the Gazette"
    issue,     ///< a document that counts only with a cue right behind: "issued a statement saying"
    document,  ///< counts only right before the source: "according to a letter from"
    report,    ///< a relay that counts only right before the source: "the Gazette reported that"
  };

  Tokens tokens;  ///< all of it
  Tokens name;    ///< what names the hop
  Relation relation = Relation::said_on;
  Kind kind = Kind::medium;
};

/// The marks among some tokens, ascending. Linear.
[[nodiscard]] std::vector<Mark> find_marks(const Words& words, Tokens range);

/// Whether the tokens are a phrase that only passes words on ("citing", "as reported by"), and nothing else.
[[nodiscard]] bool is_relay_phrase(const Words& words, Tokens range);

}  // namespace sayso::extract
