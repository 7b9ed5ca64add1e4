#pragma once
#include <cstddef>
#include <vector>

#include "extract/tree.h"
#include "sayso/span.h"

namespace sayso::extract {

/// For each of some spans the word that heads its words: the first whose own head stands outside. Tree::kNone for a
/// span that holds the begin of no word. Linear but for sorting, where spans do not pile up.
[[nodiscard]] std::vector<std::size_t> span_heads(const Tree& tree, const std::vector<Span>& spans);

}  // namespace sayso::extract
