#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

#include "evaluate/matching.h"
#include "linear_support.h"

namespace sayso::evaluate {
namespace {

double total(const std::vector<Pair>& pairs) {
  double sum = 0;
  std::vector<std::size_t> preds, golds;
  for (const Pair& pair : pairs) {
    sum += pair.weight;
    preds.push_back(pair.pred);
    golds.push_back(pair.gold);
  }
  for (auto* side : {&preds, &golds}) {
    std::sort(side->begin(), side->end());
    REQUIRE(std::adjacent_find(side->begin(), side->end()) == side->end());
  }
  return sum;
}

/// The best total over all ways to pair prediction `i` and those behind it.
double best(const std::vector<std::vector<double>>& weight, std::size_t i, unsigned taken) {
  if (i == weight.size()) return 0;
  double most = best(weight, i + 1, taken);
  for (std::size_t j = 0; j < weight[i].size(); ++j) {
    if ((taken >> j & 1U) == 0) most = std::max(most, weight[i][j] + best(weight, i + 1, taken | 1U << j));
  }
  return most;
}

TEST_CASE("the chosen pairs have the greatest sum, by either method") {
  std::mt19937 random(3);
  for (int round = 0; round < 2000; ++round) {
    const std::size_t n = 1 + random() % 5, m = 1 + random() % 5;
    std::vector<std::vector<double>> weight(n, std::vector<double>(m));
    std::vector<Pair> pairs;
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < m; ++j) {
        if (random() % 3 == 0) continue;
        weight[i][j] = static_cast<double>(1 + random() % 20) / 8;  // sums are exact, ties are common
        pairs.push_back({i, j, weight[i][j]});
      }
    }
    const double most = best(weight, 0, 0);
    REQUIRE(total(assign(pairs)) == most);
    REQUIRE(total(dense_assign(pairs, n, m)) == most);
    REQUIRE(total(sparse_assign(pairs, n, m)) == doctest::Approx(most));
  }
}

TEST_CASE("pairs without weight are never chosen") {
  CHECK(assign({{0, 0, 0}, {1, 1, 0.5}}).size() == 1);
  CHECK(assign({}).empty());
}

TEST_CASE("a component of many thousand items is solved at once") {
  const auto chain_of = [](std::size_t items) {
    std::mt19937 random(4);
    std::vector<Pair> pairs;
    for (std::size_t i = 0; i < items; ++i) {
      for (std::size_t j = i; j < std::min(i + 3, items); ++j)
        pairs.push_back({i, j, 0.1 + static_cast<double>(random() % 90) / 100});
    }
    return pairs;
  };
  CHECK(total(assign(chain_of(10000))) > 0.5 * 10000);
  check_linear(5000, chain_of, [](const std::vector<Pair>& pairs) { CHECK(!assign(pairs).empty()); });
}

TEST_CASE("pairs are those that share a token") {
  const auto set = [](bool words, std::vector<Span> ranges) {
    TokenSet out{words, 0, 0, std::move(ranges)};
    for (const Span& range : out.ranges) out.size += range.size();
    return out;
  };
  std::mt19937 random(5);
  for (int round = 0; round < 200; ++round) {
    std::vector<TokenSet> sets[2];
    for (auto& side : sets) {
      for (int i = 0; i < 12; ++i) {
        std::vector<Span> ranges;
        for (int j = 0; j < 3; ++j) {
          const std::size_t begin = random() % 60;
          ranges.push_back({begin, begin + 1 + random() % 8});
        }
        unite(ranges);
        side.push_back(set(random() % 4 != 0, ranges));
      }
    }
    std::vector<const TokenSet*> p, g;
    for (const auto& each : sets[0]) p.push_back(&each);
    for (const auto& each : sets[1]) g.push_back(&each);
    std::vector<Pair> expected;
    for (std::size_t i = 0; i < p.size(); ++i) {
      for (std::size_t j = 0; j < g.size(); ++j) {
        if (const double w = jaccard(*p[i], *g[j]); w > 0) expected.push_back({i, j, w});
      }
    }
    const auto found = overlapping_pairs(p, g);
    REQUIRE(found.size() == expected.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
      REQUIRE(found[i].pred == expected[i].pred);
      REQUIRE(found[i].gold == expected[i].gold);
      REQUIRE(found[i].weight == expected[i].weight);
    }
  }
}

}  // namespace
}  // namespace sayso::evaluate
