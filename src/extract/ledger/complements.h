#pragma once
#include <cstddef>

#include "extract/tree.h"

namespace sayso::extract {

// What an act's word takes: Tree::kNone where it does not.

/// The verb of "to cut" behind a verb, adjective or noun: the one right behind it, its complement in the tree, or that
/// of its object ("urged [allies to cut]"); where the tree has none, the next one with only nominal words between.
[[nodiscard]] std::size_t infinitive(const Tree& tree, std::size_t word);
/// The noun before an infinitive that the tree does not give as the object: "urged [allies] to cut".
[[nodiscard]] std::size_t noun_between(const Tree& tree, std::size_t word, std::size_t infinitive);
/// The verb of "considered cutting".
[[nodiscard]] std::size_t gerund(const Tree& tree, std::size_t verb);
/// The verb of "urged that taxes be cut", with a subject of its own.
[[nodiscard]] std::size_t that_clause(const Tree& tree, std::size_t verb);

}  // namespace sayso::extract
