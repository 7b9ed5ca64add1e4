#pragma once
#include <string_view>
#include <vector>

#include "model/attribution.h"
#include "sayso/record.h"

namespace sayso::extract {

/// Adds the statements that stand within others: "Ann said the ministry had promised that ..." The sentences of a
/// content that hold a word of saying, thinking or wanting are read once more, as texts of their own; what is then
/// found with a source and such a word as its cue is `inside` the statement. Statements are numbered anew. Reads no
/// sentence more than twice.
void add_nested(std::string_view text, const model::AttributionModel& model, std::vector<Statement>& statements);

}  // namespace sayso::extract
