#pragma once
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"
#include "model/attribution.h"
#include "sayso/record.h"
#include "text/tokens.h"

namespace sayso::extract {

/// The actors of a text in the order of their first mentions, numbered a1, a2, ... Fills `actor` of the statements and
/// of their hops: who the source's words name. It stays empty where that is open: a pronoun without a fitting
/// antecedent, a surname of two people. Phrases of `acting` are looked at besides names and speakers. Codes are those
/// of the `day` of publication, 0 if unknown. `tokens` and `names` (of Lexicon::find) are those of `text`. Linear in
/// it.
[[nodiscard]] std::vector<Actor> find_actors(std::string_view text, const std::vector<text::Token>& tokens,
                                             const lexicon::Lexicon& lexicon, const std::vector<lexicon::Match>& names,
                                             const model::Reading& reading, lexicon::Day day,
                                             const std::vector<Span>& acting, std::vector<Statement>& statements);

}  // namespace sayso::extract
