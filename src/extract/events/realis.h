#pragma once
#include <cstddef>

#include "extract/tree.h"
#include "sayso/record.h"

namespace sayso::extract {

/// How the syntax around a verb or event noun lets its event stand to the facts: negated ("did not", "no talks"),
/// hypothetical ("may", "if"), future ("will", "plans to"), else asserted. Whether a statement tells it is the
/// caller's.
[[nodiscard]] Realis realis_of(const Tree& tree, std::size_t word);

}  // namespace sayso::extract
