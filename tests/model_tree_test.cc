#include <doctest/doctest.h>

#include <cmath>
#include <cstdint>
#include <functional>

#include "model/tree.h"

using sayso::model::best_tree;

namespace {

using Heads = std::vector<std::uint32_t>;

/// Numbers without order, the same in each run.
std::vector<float> random_scores(std::size_t n, std::uint32_t seed) {
  std::vector<float> out(n * n);
  for (float& score : out) {
    seed = seed * 1664525U + 1013904223U;
    score = static_cast<float>(seed >> 8U) / 16777216.0F;
  }
  return out;
}

bool is_tree(const Heads& heads) {
  std::size_t roots = 0;
  for (std::uint32_t word = 0; word < heads.size(); ++word) {
    roots += heads[word] == word;
    std::uint32_t at = word;
    for (std::size_t steps = 0; heads[at] != at; ++steps, at = heads[at]) {
      if (steps > heads.size()) return false;
    }
  }
  return roots == 1;
}

double score_of(const std::vector<float>& scores, const Heads& heads) {
  double sum = 0;
  for (std::size_t i = 0; i < heads.size(); ++i) sum += static_cast<double>(scores[i * heads.size() + heads[i]]);
  return sum;
}

/// The best of all trees, by trying each.
double best_by_trying(const std::vector<float>& scores, std::size_t n) {
  Heads heads(n, 0);
  double best = -1;
  const std::function<void(std::size_t)> fill = [&](std::size_t word) {
    if (word == n) {
      if (is_tree(heads)) best = std::max(best, score_of(scores, heads));
      return;
    }
    for (std::uint32_t head = 0; head < n; ++head) {
      heads[word] = head;
      fill(word + 1);
    }
  };
  fill(0);
  return best;
}

}  // namespace

TEST_CASE("the best heads are kept where they are a tree") {
  // "They have left": the last word is the root of the others.
  CHECK(best_tree(std::vector<float>{0, 1, 5, 1, 0, 5, 2, 2, 9}, 3) == Heads{2, 2, 2});
}

TEST_CASE("a tree of no words and of one") {
  CHECK(best_tree({}, 0).empty());
  CHECK(best_tree(std::vector<float>{-3}, 1) == Heads{0});
}

TEST_CASE("a cycle is broken where that costs least") {
  // Words 0 and 1 want each other; the second is the dearer root.
  const std::vector<float> scores{1, 9, 0, 9, 5, 0, 0, 4, -2};
  CHECK(best_tree(scores, 3) == Heads{1, 1, 1});
}

TEST_CASE("of several words that would be the root one is") {
  const Heads heads = best_tree(std::vector<float>{9, 1, 0, 2, 8, 0, 1, 1, 7}, 3);
  CHECK(is_tree(heads));
  CHECK(heads[0] == 0);
}

TEST_CASE("no tree scores higher than the one that is found") {
  for (std::uint32_t seed = 1; seed <= 60; ++seed) {
    const std::size_t n = 2 + seed % 4;
    const auto scores = random_scores(n, seed);
    const Heads heads = best_tree(scores, n);
    REQUIRE(is_tree(heads));
    CHECK(std::abs(score_of(scores, heads) - best_by_trying(scores, n)) < 1e-5);
  }
}

TEST_CASE("a long sentence of scores without order has a tree") {
  CHECK(is_tree(best_tree(random_scores(128, 7), 128)));
}
