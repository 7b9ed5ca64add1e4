#pragma once
#include <vector>

#include "extract/tree.h"
#include "sayso/record.h"

namespace sayso::extract {

/// The plans of a text, numbered p1, p2, ...: agendas that have a name ("victory plan", "peace formula", "ten-point
/// plan", a plan in quotation marks or with a proper name of its own) and an owner, with the items that the text
/// states. Somebody's plans to do something are none. None without a tree. Linear but for sorting.
[[nodiscard]] std::vector<Plan> find_plans(const Tree& tree, const std::vector<Actor>& actors);

}  // namespace sayso::extract
