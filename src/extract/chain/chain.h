#pragma once
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"
#include "sayso/record.h"
#include "text/tokens.h"

namespace sayso::extract {

/// Fills the `chain` of each statement with what the words around it tell of its way: hops nearest the speaker first,
/// each with its relation and the span of the noun phrase that names it; `actor` stays empty. Where a cue's subject
/// only relays
/// ("the Gazette, citing an official, reported"), `source` becomes who spoke and the relayer a hop. A statement that is
/// nothing but such a relay is removed, and the rest are numbered anew. `names` are what the lexicon finds in `tokens`,
/// the tokens of `text`; without a lexicon, outlets are known only by nouns and capitals. The article's own outlet is
/// not looked for; with `relayed` the agency that a dateline or byline names is a hop of all. Fills `addressee`, too.
/// Linear but for sorting.
void find_chains(std::string_view text, const std::vector<text::Token>& tokens,
                 const std::vector<lexicon::Match>& names, const lexicon::Lexicon* lexicon, bool relayed,
                 std::vector<Statement>& statements);

}  // namespace sayso::extract
