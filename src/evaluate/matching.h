#pragma once
#include <cstddef>
#include <vector>

#include "evaluate/words.h"

namespace sayso::evaluate {

/// A possible or chosen pair of a prediction and a gold item, by their numbers.
struct Pair {
  std::size_t pred = 0;
  std::size_t gold = 0;
  double weight = 0;
};

/// The pairs that share a token, ascending, with the Jaccard index of their sets as weight. Takes time for the pairs
/// that there are, not for all that could be.
[[nodiscard]] std::vector<Pair> overlapping_pairs(const std::vector<const TokenSet*>& pred,
                                                  const std::vector<const TokenSet*>& gold);

/// Chooses pairs of positive weight so that no item is in two and the sum of weights is greatest. `pairs` is ascending
/// and without repetition. Each connected component is solved alone: with the Hungarian method, a large one with
/// shortest augmenting paths over its pairs.
[[nodiscard]] std::vector<Pair> assign(const std::vector<Pair>& pairs);

/// Both methods on one component whose items are numbered from 0; for assign() and its tests.
[[nodiscard]] std::vector<Pair> dense_assign(const std::vector<Pair>& pairs, std::size_t preds, std::size_t golds);
[[nodiscard]] std::vector<Pair> sparse_assign(const std::vector<Pair>& pairs, std::size_t preds, std::size_t golds);

}  // namespace sayso::evaluate
