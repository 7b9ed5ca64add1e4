#pragma once
#include <vector>

#include "extract/chain/words.h"
#include "sayso/record.h"

namespace sayso::extract {

/// Fills `addressee` where a person or people stand right behind a cue that is told somebody: "told [the mayor] that",
/// "assured [her]: ...". What carries the words instead is a hop ("told the Gazette").
void find_addressees(const Words& words, std::vector<Statement>& statements);

}  // namespace sayso::extract
