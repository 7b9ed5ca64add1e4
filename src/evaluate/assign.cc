#include <algorithm>
#include <numeric>

#include "evaluate/matching.h"

namespace sayso::evaluate {
namespace {

/// Up to this many cells a component is solved with the full matrix.
constexpr std::size_t kDenseCells = std::size_t{1} << 16;

/// Union-find.
struct Groups {
  std::vector<std::size_t> parent;

  explicit Groups(std::size_t n) : parent(n) { std::iota(parent.begin(), parent.end(), std::size_t{0}); }

  std::size_t root(std::size_t i) {
    while (parent[i] != i) i = parent[i] = parent[parent[i]];
    return i;
  }
};

/// Hungarian method with potentials (the O(rows^2 columns) form that adds one row after the other) on the costs
/// -weight; rows <= columns. Gives the row of each column, counted from 1, or 0.
std::vector<std::size_t> hungarian(const std::vector<double>& weight, std::size_t rows, std::size_t columns) {
  constexpr double kFar = 1e18;
  std::vector<double> u(rows + 1), v(columns + 1), slack(columns + 1);
  std::vector<std::size_t> row_of(columns + 1), way(columns + 1);
  std::vector<bool> used(columns + 1);
  for (std::size_t row = 1; row <= rows; ++row) {
    row_of[0] = row;
    std::size_t j0 = 0;
    std::fill(slack.begin(), slack.end(), kFar);
    std::fill(used.begin(), used.end(), false);
    do {
      used[j0] = true;
      const std::size_t i0 = row_of[j0];
      double delta = kFar;
      std::size_t j1 = 0;
      for (std::size_t j = 1; j <= columns; ++j) {
        if (used[j]) continue;
        const double cost = -weight[(i0 - 1) * columns + j - 1] - u[i0] - v[j];
        if (cost < slack[j]) {
          slack[j] = cost;
          way[j] = j0;
        }
        if (slack[j] < delta) {
          delta = slack[j];
          j1 = j;
        }
      }
      for (std::size_t j = 0; j <= columns; ++j) {
        if (used[j]) {
          u[row_of[j]] += delta;
          v[j] -= delta;
        } else {
          slack[j] -= delta;
        }
      }
      j0 = j1;
    } while (row_of[j0] != 0);
    while (j0 != 0) {
      const std::size_t j1 = way[j0];
      row_of[j0] = row_of[j1];
      j0 = j1;
    }
  }
  return row_of;
}

std::vector<std::size_t> sorted_unique(std::vector<std::size_t> values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  return values;
}

/// One component: numbers its items from 0, solves it, and appends the chosen pairs.
void solve(std::vector<Pair> pairs, std::vector<Pair>& out) {
  std::vector<std::size_t> preds, golds;
  for (const Pair& pair : pairs) {
    preds.push_back(pair.pred);
    golds.push_back(pair.gold);
  }
  preds = sorted_unique(std::move(preds));
  golds = sorted_unique(std::move(golds));
  const auto number = [](const std::vector<std::size_t>& all, std::size_t value) {
    return static_cast<std::size_t>(std::lower_bound(all.begin(), all.end(), value) - all.begin());
  };
  for (Pair& pair : pairs) pair = {number(preds, pair.pred), number(golds, pair.gold), pair.weight};
  const bool dense = preds.size() <= kDenseCells / golds.size();
  for (const Pair& pair :
       dense ? dense_assign(pairs, preds.size(), golds.size()) : sparse_assign(pairs, preds.size(), golds.size())) {
    out.push_back({preds[pair.pred], golds[pair.gold], pair.weight});
  }
}

}  // namespace

std::vector<Pair> dense_assign(const std::vector<Pair>& pairs, std::size_t preds, std::size_t golds) {
  const bool turned = preds > golds;
  const std::size_t rows = turned ? golds : preds, columns = turned ? preds : golds;
  std::vector<double> weight(rows * columns);
  for (const Pair& pair : pairs) {
    weight[turned ? pair.gold * columns + pair.pred : pair.pred * columns + pair.gold] = pair.weight;
  }
  const auto row_of = hungarian(weight, rows, columns);
  std::vector<Pair> out;
  for (std::size_t j = 1; j <= columns; ++j) {
    if (row_of[j] == 0) continue;
    const double w = weight[(row_of[j] - 1) * columns + j - 1];
    if (w > 0) out.push_back(turned ? Pair{j - 1, row_of[j] - 1, w} : Pair{row_of[j] - 1, j - 1, w});
  }
  return out;
}

std::vector<Pair> assign(const std::vector<Pair>& pairs) {
  std::size_t preds = 0, golds = 0;
  for (const Pair& pair : pairs) {
    preds = std::max(preds, pair.pred + 1);
    golds = std::max(golds, pair.gold + 1);
  }
  Groups groups(preds + golds);
  for (const Pair& pair : pairs) {
    if (pair.weight > 0) groups.parent[groups.root(pair.pred)] = groups.root(preds + pair.gold);
  }
  // Components in the order of their first prediction.
  constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  std::vector<std::size_t> component_of(preds + golds, kNone);
  std::vector<std::vector<Pair>> components;
  for (const Pair& pair : pairs) {
    if (!(pair.weight > 0)) continue;
    std::size_t& component = component_of[groups.root(pair.pred)];
    if (component == kNone) {
      component = components.size();
      components.emplace_back();
    }
    components[component].push_back(pair);
  }
  std::vector<Pair> out;
  for (auto& component : components) solve(std::move(component), out);
  return out;
}

}  // namespace sayso::evaluate
