#include <algorithm>

#include "evaluate/matching.h"

namespace sayso::evaluate {
namespace {

struct Range {
  Span numbers;
  bool words;
  bool gold;
  std::size_t item;
};

void append_ranges(const std::vector<const TokenSet*>& sets, bool gold, std::vector<Range>& ranges) {
  for (std::size_t i = 0; i < sets.size(); ++i) {
    for (const Span& numbers : sets[i]->ranges) ranges.push_back({numbers, sets[i]->words, gold, i});
  }
}

}  // namespace

std::vector<Pair> overlapping_pairs(const std::vector<const TokenSet*>& pred,
                                    const std::vector<const TokenSet*>& gold) {
  std::vector<Range> ranges;
  append_ranges(pred, false, ranges);
  append_ranges(gold, true, ranges);
  std::sort(ranges.begin(), ranges.end(), [](const Range& a, const Range& b) {
    return a.words != b.words ? a.words : a.numbers.begin < b.numbers.begin;
  });
  std::vector<Pair> pairs;
  std::vector<const Range*> open[2];  // ranges of predictions and of gold that may reach beyond the current begin
  for (const Range& range : ranges) {
    auto& others = open[range.gold ? 0 : 1];
    for (std::size_t i = 0; i < others.size();) {
      const Range& other = *others[i];
      if (other.words != range.words || other.numbers.end <= range.numbers.begin) {
        others[i] = others.back();
        others.pop_back();
        continue;
      }
      pairs.push_back({range.gold ? other.item : range.item, range.gold ? range.item : other.item, 0});
      ++i;
    }
    open[range.gold ? 1 : 0].push_back(&range);
  }
  const auto order = [](const Pair& a, const Pair& b) { return a.pred != b.pred ? a.pred < b.pred : a.gold < b.gold; };
  const auto same = [](const Pair& a, const Pair& b) { return a.pred == b.pred && a.gold == b.gold; };
  std::sort(pairs.begin(), pairs.end(), order);
  pairs.erase(std::unique(pairs.begin(), pairs.end(), same), pairs.end());
  for (Pair& pair : pairs) pair.weight = jaccard(*pred[pair.pred], *gold[pair.gold]);
  return pairs;
}

}  // namespace sayso::evaluate
