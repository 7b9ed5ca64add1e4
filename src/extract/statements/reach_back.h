#pragma once
#include <string_view>
#include <vector>

#include "sayso/record.h"

namespace sayso::extract {

/// "Prices will fall. Wages will rise.\nThis was stated by Brown": what Brown stated are the sentences before, back to
/// the start of their paragraph or to one that has a speaker of its own. Sets the content of each statement whose
/// sentence opens so and has no content behind its cue. Linear but for searching.
void reach_back(std::string_view text, std::vector<Statement>& statements);

}  // namespace sayso::extract
