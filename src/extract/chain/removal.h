#pragma once
#include <vector>

#include "sayso/record.h"

namespace sayso::extract {

/// Removes the statements that are marked so. What stood inside one of them then stands inside whatever held that one.
void remove_marked(const std::vector<bool>& removed, std::vector<Statement>& statements);

}  // namespace sayso::extract
