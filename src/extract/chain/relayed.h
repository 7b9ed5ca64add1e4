#pragma once
#include <vector>

#include "extract/chain/words.h"
#include "sayso/record.h"

namespace sayso::extract {

/// Removes statements that are only a step of another's way: a cue like "citing" with a bare name as its content, a
/// relaying cue with the content of another statement, an outlet's report that somebody said something. The report's
/// outlet becomes a hop of what it reports.
void remove_relays(const Words& words, std::vector<Statement>& statements);

}  // namespace sayso::extract
