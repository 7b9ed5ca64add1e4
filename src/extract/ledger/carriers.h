#pragma once
#include <cstddef>
#include <vector>

#include "sayso/record.h"

namespace sayso::extract {

/// For each place of a text, ascending: the statement whose content most closely holds it, or null.
[[nodiscard]] std::vector<const Statement*> carriers(const std::vector<std::size_t>& places,
                                                     const std::vector<Statement>& statements);

/// For each place, ascending: the statement whose cue holds it, or null.
[[nodiscard]] std::vector<const Statement*> cued(const std::vector<std::size_t>& places,
                                                 const std::vector<Statement>& statements);

}  // namespace sayso::extract
