#pragma once
#include <vector>

#include "sayso/record.h"

namespace sayso {

/// Removes the statements that are marked so. What stood inside one of them then stands inside whatever held that one.
void remove_marked(const std::vector<bool>& removed, std::vector<Statement>& statements);

/// Numbers statements s1, s2, ... in the order in which they stand; what was inside one of them stays so. Statements
/// that are new may have no id yet, but none may be inside them.
void number_anew(std::vector<Statement>& statements);

}  // namespace sayso
