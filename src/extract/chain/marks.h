#pragma once
#include <vector>

#include "extract/chain/words.h"
#include "sayso/record.h"

namespace sayso::extract {

/// Words of a sentence that tell a step of the way: "in an interview with the Gazette", "as reported by the Gazette".
struct Mark {
  Tokens tokens;  ///< all of it
  Tokens name;    ///< what names the hop
  Relation relation = Relation::said_on;
  bool carries = false;        ///< the name is a medium that carries words, not somebody who has them
  bool before_cue = false;     ///< what is issued counts only with a cue right behind: "issued a statement saying"
  bool before_source = false;  ///< counts only before the source: "according to a letter from"
};

/// The marks among some tokens, ascending. Linear.
[[nodiscard]] std::vector<Mark> find_marks(const Words& words, Tokens range);

/// Whether the tokens are a phrase that only passes words on ("citing", "as reported by"), and nothing else.
[[nodiscard]] bool is_relay_phrase(const Words& words, Tokens range);

}  // namespace sayso::extract
