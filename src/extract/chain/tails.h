#pragma once
#include <vector>

#include "extract/chain/words.h"
#include "sayso/record.h"

namespace sayso::extract {

/// Cuts off contents what tells how they were said: "announced [the change on television]", "[\"No,\" in an
/// interview]". Only behind a closing mark of quotation, or behind a noun with nothing but its determiner.
void cut_tails(const Words& words, std::vector<Statement>& statements);

}  // namespace sayso::extract
