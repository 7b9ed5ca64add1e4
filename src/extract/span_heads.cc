#include "extract/span_heads.h"

#include <algorithm>

namespace sayso::extract {
namespace {

// Spans of the length of a text would make all of them together quadratic.
constexpr std::size_t kLongest = 64;

bool may_head(const Tree& tree, std::size_t word) {
  const model::Relation relation = tree.relation(word);
  return relation != model::Relation::punct && relation != model::Relation::case_marking &&
         relation != model::Relation::det;
}

}  // namespace

std::vector<std::size_t> span_heads(const Tree& tree, const std::vector<Span>& spans) {
  std::vector<std::size_t> heads;
  heads.reserve(spans.size());
  for (const Span& span : spans) {
    std::size_t low = 0, high = tree.size();  // the first word that begins in the span
    while (low < high) {
      const std::size_t middle = low + (high - low) / 2;
      if (tree.span(middle).begin < span.begin) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    std::size_t found = Tree::kNone;
    for (std::size_t i = low; i < tree.size() && i < low + kLongest && tree.span(i).begin < span.end; ++i) {
      const std::size_t head = tree.head(i);
      const bool outside = head == Tree::kNone || !span.contains(tree.span(head));
      if (!outside || !may_head(tree, i)) continue;
      found = i;
      break;
    }
    heads.push_back(found);
  }
  return heads;
}

}  // namespace sayso::extract
