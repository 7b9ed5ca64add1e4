#pragma once
#include <string>
#include <vector>

#include "lexicon/lexicon.h"
#include "sayso/record.h"

namespace sayso::extract {

/// Closes the chain of each statement with the article's own outlet, unless `outlet` is empty: the actor of that name,
/// or a new one behind the others, which has no mentions. It is no other hop then: what was told to it, it published.
void close_chains(const std::string& outlet, const lexicon::Lexicon& lexicon, std::vector<Actor>& actors,
                  std::vector<Statement>& statements);

}  // namespace sayso::extract
