#include "model/tree.h"

#include <algorithm>

namespace sayso::model {
namespace {

constexpr std::size_t kRoot = 0;  // a node above all words; word w is node w + 1
constexpr double kOneRootOnly = 1e6;

struct Arc {
  double score = 0;
  std::size_t from = 0, to = 0;  // as before any contraction
};

/// A cycle that was contracted into one node: its nodes, which words each of them stood for, and its arcs.
struct Contraction {
  std::vector<std::vector<std::size_t>> words;
  std::vector<Arc> arcs;
};

/// The graph while its cycles are contracted.
class Graph {
 public:
  Graph(std::span<const float> scores, std::size_t n) : size_(n + 1), arcs_(size_ * size_), alive_(size_, true) {
    words_.resize(size_);
    for (std::size_t to = 1; to < size_; ++to) {
      words_[to] = {to};
      for (std::size_t from = 0; from < size_; ++from) {
        const std::size_t column = from == kRoot ? to - 1 : from - 1;
        const double penalty = from == kRoot ? kOneRootOnly : 0;
        at(to, from) = {static_cast<double>(scores[(to - 1) * n + column]) - penalty, from, to};
      }
    }
  }

  /// The best node before each node that is left; of equal ones the first.
  [[nodiscard]] std::vector<std::size_t> best_heads() const {
    std::vector<std::size_t> heads(size_, kRoot);
    for (std::size_t to = 1; to < size_; ++to) {
      if (!alive_[to]) continue;
      for (std::size_t from = 1; from < size_; ++from) {
        if (alive_[from] && from != to && arc(to, from).score > arc(to, heads[to]).score) heads[to] = from;
      }
    }
    return heads;
  }

  /// The nodes of a cycle among `heads`, or nothing.
  [[nodiscard]] std::vector<std::size_t> find_cycle(const std::vector<std::size_t>& heads) const {
    std::vector<std::size_t> visit(size_, 0);
    for (std::size_t start = 1; start < size_; ++start) {
      std::size_t at = start;
      while (at != kRoot && alive_[at] && visit[at] == 0) visit[at] = start, at = heads[at];
      if (at == kRoot || !alive_[at] || visit[at] != start) continue;
      std::vector<std::size_t> cycle{at};
      for (std::size_t next = heads[at]; next != at; next = heads[next]) cycle.push_back(next);
      return cycle;
    }
    return {};
  }

  /// Makes the cycle one node, under the number of its first one.
  Contraction contract(const std::vector<std::size_t>& cycle, const std::vector<std::size_t>& heads) {
    Contraction out;
    for (const std::size_t node : cycle) {
      out.words.push_back(words_[node]);
      out.arcs.push_back(arc(node, heads[node]));
      alive_[node] = false;
    }
    const std::size_t whole = cycle.front();
    for (std::size_t other = 0; other < size_; ++other) {
      if (!alive_[other]) continue;
      Arc into, out_of;
      for (std::size_t i = 0; i < cycle.size(); ++i) {
        Arc enters = arc(cycle[i], other);
        enters.score -= out.arcs[i].score;
        if (i == 0 || enters.score > into.score) into = enters;
        if (i == 0 || arc(other, cycle[i]).score > out_of.score) out_of = arc(other, cycle[i]);
      }
      at(whole, other) = into;
      at(other, whole) = out_of;
    }
    for (std::size_t i = 1; i < cycle.size(); ++i) {
      words_[whole].insert(words_[whole].end(), words_[cycle[i]].begin(), words_[cycle[i]].end());
    }
    alive_[whole] = true;
    return out;
  }

  [[nodiscard]] bool alive(std::size_t node) const { return alive_[node]; }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] const Arc& arc(std::size_t to, std::size_t from) const { return arcs_[to * size_ + from]; }

 private:
  Arc& at(std::size_t to, std::size_t from) { return arcs_[to * size_ + from]; }

  std::size_t size_;
  std::vector<Arc> arcs_;  // [to][from]
  std::vector<std::vector<std::size_t>> words_;
  std::vector<bool> alive_;
};

/// The best head of each word by itself, where that is a tree with one root.
std::vector<std::uint32_t> greedy_tree(std::span<const float> scores, std::size_t n) {
  std::vector<std::uint32_t> heads(n);
  for (std::size_t word = 0; word < n; ++word) {
    const auto row = scores.subspan(word * n, n);
    heads[word] = static_cast<std::uint32_t>(std::max_element(row.begin(), row.end()) - row.begin());
  }
  std::size_t roots = 0;
  std::vector<std::uint32_t> visit(n, 0);  // 1 + the word from which it was reached first
  for (std::uint32_t word = 0; word < n; ++word) {
    roots += heads[word] == word;
    std::uint32_t at = word;
    while (visit[at] == 0 && heads[at] != at) visit[at] = word + 1, at = heads[at];
    if (visit[at] == word + 1) return {};
  }
  return roots == 1 ? heads : std::vector<std::uint32_t>();
}

}  // namespace

std::vector<std::uint32_t> best_tree(std::span<const float> scores, std::size_t n) {
  if (auto heads = greedy_tree(scores, n); !heads.empty() || n == 0) return heads;
  Graph graph(scores, n);
  std::vector<Contraction> contractions;
  auto heads = graph.best_heads();
  for (auto cycle = graph.find_cycle(heads); !cycle.empty(); cycle = graph.find_cycle(heads)) {
    contractions.push_back(graph.contract(cycle, heads));
    heads = graph.best_heads();
  }
  std::vector<std::size_t> head_of(graph.size(), graph.size());  // by word; the size where it is not settled yet
  const auto settle = [&](const Arc& arc) { head_of[arc.to] = arc.from; };
  for (std::size_t node = 1; node < graph.size(); ++node) {
    if (graph.alive(node)) settle(graph.arc(node, heads[node]));
  }
  // A contracted node is entered at one word: the node of the cycle that has it gives up its own arc.
  for (auto at = contractions.rbegin(); at != contractions.rend(); ++at) {
    for (std::size_t i = 0; i < at->arcs.size(); ++i) {
      const auto& words = at->words[i];
      const bool entered =
          std::any_of(words.begin(), words.end(), [&](std::size_t word) { return head_of[word] != graph.size(); });
      if (!entered) settle(at->arcs[i]);
    }
  }
  std::vector<std::uint32_t> tree(n);
  for (std::size_t word = 0; word < n; ++word) {
    tree[word] = static_cast<std::uint32_t>(head_of[word + 1] == kRoot ? word : head_of[word + 1] - 1);
  }
  return tree;
}

}  // namespace sayso::model
