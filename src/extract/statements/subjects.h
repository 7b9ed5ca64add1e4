#pragma once
#include <string_view>
#include <vector>

#include "sayso/record.h"

namespace sayso::extract {

/// "Recall [that early reports] indicated ...", "The Gazette said [a pilot] reported ...": where all that a first cue
/// seems to introduce are the few words right before a second cue, they are the second one's subject. They become its
/// source, if it has none or the first one's, and the first statement goes. Linear but for sorting.
void return_subjects(std::string_view text, std::vector<Statement>& statements);

}  // namespace sayso::extract
