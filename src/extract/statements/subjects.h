#pragma once
#include <string_view>
#include <vector>

#include "sayso/record.h"

namespace sayso::extract {

/// "The Gazette reported [a pilot] said ...": where all that a first cue seems to introduce are the few words right
/// before a second cue of the same source, they are the second one's source, and the first statement goes.
void return_subjects(std::string_view text, std::vector<Statement>& statements);

}  // namespace sayso::extract
