#pragma once
#include <vector>

#include "extract/tree.h"
#include "sayso/record.h"

namespace sayso::extract {

/// What the text says came of entries that ask:
/// - "but so far without success", in their sentence or in one that goes on about "this issue";
/// - "Brown declined the request": the entry by which Brown was asked, whose action is then what Brown declines.
/// `entries` are in the order of the text. Linear: of the entries before, the last few are looked at.
void find_outcomes(const Tree& tree, std::vector<LedgerEntry>& entries);

}  // namespace sayso::extract
