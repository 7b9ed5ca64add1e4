#pragma once
#include <span>
#include <string_view>
#include <vector>

#include "model/syntax.h"
#include "sayso/record.h"

namespace sayso::extract {

/// The plans of a text, numbered p1, p2, ...: agendas that have a name ("victory plan", "peace formula", "ten-point
/// plan", a plan in quotation marks or with a proper name of its own) and an owner, with the items that the text
/// states. Somebody's plans to do something are none. `words` are the text's tokens in their tree: without a tree there
/// are no plans. Linear but for sorting.
[[nodiscard]] std::vector<Plan> find_plans(std::string_view text, std::span<const model::Word> words,
                                           const std::vector<Actor>& actors);

}  // namespace sayso::extract
