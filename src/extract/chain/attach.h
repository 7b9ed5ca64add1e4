#pragma once
#include <vector>

#include "extract/chain/words.h"
#include "sayso/record.h"
#include "sayso/span.h"

namespace sayso::extract {

/// Gives each statement the marks that stand with its cue: in the cue's sentence, outside all content but that which
/// holds the cue, nearer to it than to another cue and with hardly a word between.
void attach_marks(const Words& words, const std::vector<Span>& sentences, std::vector<Statement>& statements);

}  // namespace sayso::extract
