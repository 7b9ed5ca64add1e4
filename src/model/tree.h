#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace sayso::model {

/// The head of each of n words in the tree of the greatest summed score that has one root; the root is its own head.
/// scores [n][n]: dependent by head, on the diagonal as the root. (Chu and Liu 1965, Edmonds 1967.) Time grows with n
/// squared, and with the cycles among the best heads, which are few.
[[nodiscard]] std::vector<std::uint32_t> best_tree(std::span<const float> scores, std::size_t n);

}  // namespace sayso::model
