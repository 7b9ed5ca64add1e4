#pragma once
#include <cstddef>
#include <string_view>

#include "model/attribution.h"

namespace sayso::model {

/// Where the body of an article begins: behind a first line that is no sentence, its headline; 0 where there is none.
[[nodiscard]] std::size_t body_begin(std::string_view text);

/// Reads a document with its headline apart, as if it stood alone: no statement reaches from one into the other, and
/// nobody who speaks in it is missed for what a sentence below has in common with it.
[[nodiscard]] Reading read_apart(const AttributionModel& model, std::string_view text, std::size_t threads);

}  // namespace sayso::model
