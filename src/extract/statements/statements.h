#pragma once
#include <string_view>
#include <vector>

#include "model/attribution.h"
#include "sayso/record.h"

namespace sayso::extract {

/// The attributions of a reading as statements in the order of the text, numbered s1, s2, ... A cue without content is
/// none, nor is "is expected to" without a source. Content of which only white space separates the parts is one span.
[[nodiscard]] std::vector<Statement> statements(std::string_view text, const model::Reading& reading);

/// Where the first word of a statement begins: of its source, cue or content.
[[nodiscard]] std::size_t begin_of(const Statement& statement);

}  // namespace sayso::extract
