#pragma once
#include <vector>

#include "extract/chain/marks.h"
#include "extract/chain/words.h"
#include "sayso/record.h"

namespace sayso::extract {

/// Adds a hop in its place: media nearest the speaker, then whom relayers cite, relayers, and who confirmed. What names
/// the same words as a hop that is there is left out.
void add_hop(Statement& statement, Relation relation, Span name);

/// Adds what the marks of a statement, ascending, tell of its way.
void add_marks(const Words& words, const std::vector<Mark>& marks, Statement& statement);

/// The outlet or reporter that a source is, without what describes it; empty for other sources.
[[nodiscard]] Tokens relayer_in(const Words& words, Span source);

}  // namespace sayso::extract
