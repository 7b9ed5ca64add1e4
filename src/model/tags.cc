#include "model/tags.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace sayso::model {
namespace {

constexpr float kForbidden = -1e4F;
using Row = std::array<float, kTags>;
using Moves = std::array<Row, kTags>;

/// Between words: an inside tag needs its own role before it.
Moves moves_between_words(const Chain& chain) {
  Moves out{};
  for (std::uint8_t from = 0; from < kTags; ++from) {
    for (std::uint8_t to = 0; to < kTags; ++to) {
      const bool allowed = !continues(to) || (from != kOutside && role_of(from) == role_of(to));
      out[from][to] = chain.moves[from][to] + (allowed ? 0.F : kForbidden);
    }
  }
  return out;
}

/// Inside a word: outside stays outside, a role goes on.
Moves moves_inside_word() {
  Moves out{};
  for (std::uint8_t from = 0; from < kTags; ++from) {
    out[from].fill(kForbidden);
    out[from][begins(from) ? from + 1U : from] = 0.F;
  }
  return out;
}

}  // namespace

std::vector<std::uint8_t> best_tags(std::span<const float> emissions, const Chain& chain,
                                    std::span<const text::Piece> pieces) {
  const std::size_t n = pieces.size();
  if (n == 0) return {};
  const Moves between = moves_between_words(chain), inside = moves_inside_word();
  Row score{};
  for (std::uint8_t tag = 0; tag < kTags; ++tag) {
    score[tag] = chain.start[tag] + emissions[tag] + (continues(tag) ? kForbidden : 0.F);
  }
  std::vector<std::array<std::uint8_t, kTags>> back(n);
  for (std::size_t t = 1; t < n; ++t) {
    const Moves& moves = pieces[t].gap == text::Gap::inside_word ? inside : between;
    Row next{};
    for (std::uint8_t to = 0; to < kTags; ++to) {
      std::uint8_t best = 0;
      float top = score[0] + moves[0][to];
      for (std::uint8_t from = 1; from < kTags; ++from) {
        const float value = score[from] + moves[from][to];
        if (value > top) top = value, best = from;
      }
      back[t][to] = best;
      next[to] = top + emissions[t * kTags + to];
    }
    // Scores are kept near zero: a document of millions of pieces must not run out of float's digits.
    const float highest = *std::max_element(next.begin(), next.end());
    for (float& value : next) value -= highest;
    score = next;
  }
  std::vector<std::uint8_t> tags(n);
  tags[n - 1] = static_cast<std::uint8_t>(std::max_element(score.begin(), score.end()) - score.begin());
  for (std::size_t t = n - 1; t > 0; --t) tags[t - 1] = back[t][tags[t]];
  return tags;
}

double certainty(std::span<const float> emissions, const Segment& segment) {
  const std::size_t inside = 2 * (static_cast<std::size_t>(segment.role) + 1), begin = inside - 1;
  double sum = 0;
  for (std::size_t t = segment.first; t <= segment.last; ++t) {
    const float* scores = &emissions[t * kTags];
    const float top = *std::max_element(scores, scores + kTags);
    double all = 0, role = 0;
    for (std::size_t tag = 0; tag < kTags; ++tag) {
      const double part = std::exp(static_cast<double>(scores[tag] - top));
      all += part;
      if (tag == begin || tag == inside) role += part;
    }
    sum += role / all;
  }
  return sum / (segment.last - segment.first + 1);
}

std::vector<Segment> segments(std::span<const std::uint8_t> tags) {
  std::vector<Segment> out;
  for (std::uint32_t t = 0; t < tags.size(); ++t) {
    if (begins(tags[t])) {
      out.push_back({t, t, role_of(tags[t])});
    } else if (continues(tags[t])) {
      out.back().last = t;
    }
  }
  return out;
}

}  // namespace sayso::model
