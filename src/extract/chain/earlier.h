#pragma once
#include <vector>

#include "extract/chain/words.h"
#include "sayso/record.h"
#include "sayso/span.h"

namespace sayso::extract {

/// Hops that the next sentence tells: "This was stated in an interview with the Gazette", "Brown confirmed this
/// report".
void look_back(const Words& words, const std::vector<Span>& sentences, std::vector<Statement>& statements);

}  // namespace sayso::extract
