#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

#include "extract/tree.h"

namespace sayso::extract {

/// The noun phrase heads that a predicate has by its syntax; Tree::kNone where there is none.
struct Clause {
  std::size_t subject = Tree::kNone;  ///< grammatical, also where it stands with a verb above: "A is about to leave"
  std::size_t object = Tree::kNone;
  std::size_t agent = Tree::kNone;  ///< "by ..." of a passive
  bool passive = false;
};

/// Reads the clause of a verb. Of a participle behind a noun, the noun is the subject ("prisoners held by ...").
[[nodiscard]] Clause clause_of(const Tree& tree, std::size_t verb);

/// Who acts, in the order of likelihood: the subject of the verb and of the verbs above it.
[[nodiscard]] std::vector<std::size_t> subjects_above(const Tree& tree, std::size_t verb);

/// Whether the clause hangs from a verb as a circumstance of its own: "after ...", "because ...".
[[nodiscard]] bool is_circumstance(const Tree& tree, std::size_t word);

}  // namespace sayso::extract
