#pragma once
#include <string_view>
#include <vector>

#include "extract/ledger/draft.h"
#include "extract/tree.h"
#include "sayso/record.h"

namespace sayso::extract {

/// The noun phrases that act or are asked to in drafts, ascending: what find_actors() is to look at besides names and
/// speakers.
[[nodiscard]] std::vector<Span> acting_phrases(const Tree& tree, const std::vector<Draft>& drafts);

/// What the ledger is made from, besides the tree.
struct LedgerSources {
  const std::vector<Statement>& statements;  ///< with their actors
  const std::vector<Actor>& actors;
  const std::vector<Time>& times;      ///< ascending
  const std::vector<Amount>& amounts;  ///< ascending
  std::string_view published;          ///< YYYY-MM-DD, or empty
};

/// Who committed to what, asked for what, refused or left it open, and what is expected of whom, from statements and
/// from the article's own voice: numbered l1, l2, ... in the order of the text. `drafts` are those of the tree
/// (draft_ledger). What "will" and "must" make of a deed depends on who says so of whom: one's own "will" is a pledge,
/// another's an expectation, "must" a demand. An entry has an actor and an action; what is neither somebody's nor
/// somebody's doing is left out.
[[nodiscard]] std::vector<LedgerEntry> find_ledger(const Tree& tree, const std::vector<Draft>& drafts,
                                                   const LedgerSources& sources);

}  // namespace sayso::extract
