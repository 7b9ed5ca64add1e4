#include <algorithm>
#include <limits>
#include <queue>
#include <utility>

#include "evaluate/matching.h"

namespace sayso::evaluate {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);
constexpr double kFar = std::numeric_limits<double>::infinity();

/// Successive shortest augmenting paths (Jonker and Volgenant's idea on a sparse graph): predictions are added one by
/// one, each search stops at the first free gold item, or at a prediction that is better left alone (each has a place
/// of its own with weight 0). Only what a search reaches is touched.
class Search {
 public:
  Search(const std::vector<Pair>& pairs, std::size_t preds, std::size_t golds)
      : pairs_(pairs),
        first_(preds + 1),
        u_(preds),
        v_(golds),
        gold_of_(preds, kNone),
        edge_to_(golds, kNone),
        distance_(golds, kFar),
        way_(golds, kNone),
        done_(golds, false) {
    for (const Pair& pair : pairs) ++first_[pair.pred + 1];
    for (std::size_t i = 0; i < preds; ++i) first_[i + 1] += first_[i];
    for (const Pair& pair : pairs) u_[pair.pred] = std::min(u_[pair.pred], -pair.weight);
  }

  void add(std::size_t start) {
    std::priority_queue<Item, std::vector<Item>, std::greater<>> queue;
    std::vector<std::pair<std::size_t, double>> rows = {{start, 0.0}};  // predictions reached, with their distances
    std::vector<std::size_t> touched, settled;
    double best = -u_[start];  // to leave `start` alone
    std::size_t free_gold = kNone, left_alone = start;
    for (std::size_t next = 0; next < rows.size();) {
      relax(rows[next].first, rows[next].second, queue, touched);
      ++next;
      while (!queue.empty() && (done_[queue.top().second] || queue.top().first > distance_[queue.top().second]))
        queue.pop();
      if (queue.empty() || queue.top().first >= best) break;
      const auto [distance, gold] = queue.top();
      queue.pop();
      done_[gold] = true;
      settled.push_back(gold);
      if (edge_to_[gold] == kNone) {
        best = distance;
        free_gold = gold;
        break;
      }
      const std::size_t row = pairs_[edge_to_[gold]].pred;
      rows.emplace_back(row, distance);
      if (distance - u_[row] < best) {
        best = distance - u_[row];
        left_alone = row;
      }
    }
    for (const auto& [row, distance] : rows) {
      if (distance < best) u_[row] += best - distance;
    }
    for (const std::size_t gold : settled) {
      if (distance_[gold] < best) v_[gold] -= best - distance_[gold];
    }
    augment(start, free_gold != kNone ? free_gold : std::exchange(gold_of_[left_alone], kNone));
    for (const std::size_t gold : touched) {
      distance_[gold] = kFar;
      done_[gold] = false;
    }
  }

  [[nodiscard]] std::vector<Pair> chosen() const {
    std::vector<Pair> out;
    for (const std::size_t edge : edge_to_) {
      if (edge != kNone) out.push_back(pairs_[edge]);
    }
    return out;
  }

 private:
  using Item = std::pair<double, std::size_t>;  // distance, gold item

  template <class Queue>
  void relax(std::size_t row, double distance, Queue& queue, std::vector<std::size_t>& touched) {
    for (std::size_t edge = first_[row]; edge < first_[row + 1]; ++edge) {
      const std::size_t gold = pairs_[edge].gold;
      const double reached = distance + std::max(0.0, -pairs_[edge].weight - u_[row] - v_[gold]);
      if (done_[gold] || reached >= distance_[gold]) continue;
      if (distance_[gold] == kFar) touched.push_back(gold);
      distance_[gold] = reached;
      way_[gold] = edge;
      queue.emplace(reached, gold);
    }
  }

  /// Follows the path back from `gold` (kNone: there is none, `start` stays alone) and turns it over.
  void augment(std::size_t start, std::size_t gold) {
    while (gold != kNone) {
      const std::size_t edge = way_[gold], row = pairs_[edge].pred;
      edge_to_[gold] = edge;
      gold = std::exchange(gold_of_[row], gold);
      if (row == start) break;
    }
  }

  const std::vector<Pair>& pairs_;
  std::vector<std::size_t> first_;  ///< pairs of prediction i begin at first_[i]
  std::vector<double> u_, v_;       ///< potentials: cost - u - v is never negative
  std::vector<std::size_t> gold_of_, edge_to_;
  std::vector<double> distance_;
  std::vector<std::size_t> way_;
  std::vector<bool> done_;
};

}  // namespace

std::vector<Pair> sparse_assign(const std::vector<Pair>& pairs, std::size_t preds, std::size_t golds) {
  Search search(pairs, preds, golds);
  for (std::size_t i = 0; i < preds; ++i) search.add(i);
  return search.chosen();
}

}  // namespace sayso::evaluate
