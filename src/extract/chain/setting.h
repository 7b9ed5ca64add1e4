#pragma once
#include <vector>

#include "extract/chain/words.h"
#include "sayso/record.h"
#include "sayso/span.h"

namespace sayso::extract {

/// "Brown appeared on the Evening Show. Asked about the strike, he said ...": a sentence that only tells where somebody
/// spoke gives the next sentence's first statement its medium, if that has no chain and names nobody else.
void look_at_setting(const Words& words, const std::vector<Span>& sentences, std::vector<Statement>& statements);

}  // namespace sayso::extract
