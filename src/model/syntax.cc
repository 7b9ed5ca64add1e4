#include "model/syntax.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "base/parallel.h"
#include "model/event_types.h"
#include "model/projection.h"
#include "model/tree.h"

namespace sayso::model {
namespace {

constexpr std::size_t kPaddedPos = 32, kPaddedRelations = 48, kPaddedEvents = 32;
constexpr std::size_t kDistances = 8;

/// The row of the table of distances: signed, by powers of two.
std::size_t distance_row(std::uint32_t dependent, std::uint32_t head) {
  const std::uint32_t gap = head > dependent ? head - dependent : dependent - head;
  const std::size_t size = std::min<std::size_t>(std::bit_width(gap), kDistances);
  return head > dependent ? kDistances + size : kDistances - size;
}

/// The likeliest label of an event and its probability among all, of scores [1 + kEventTypes].
void read_event(const float* scores, Word& word) {
  constexpr std::size_t kLabels = 1 + kEventTypes.size();
  const float* best = std::max_element(scores + 1, scores + kLabels);
  float sum = 0;
  for (std::size_t i = 0; i < kLabels; ++i) sum += std::exp(scores[i] - *best);
  word.event = static_cast<std::uint8_t>(best - scores);
  word.event_score = 1 / sum;
}

/// One tree: its words [begin, end), whose vectors are x [count][hidden].
class TreeReader {
 public:
  TreeReader(const SyntaxHeads& heads, const nn::Kernels& kernels, const EncodedWindow& encoded, std::size_t offset,
             std::span<const std::uint32_t> pieces)
      : heads_(heads), kernels_(kernels), pieces_(pieces), x_(pieces.size() * heads.hidden) {
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      const float* row = encoded.x.data() + (pieces[i] - offset - encoded.window.begin) * heads.hidden;
      std::copy_n(row, heads.hidden, x_.data() + i * heads.hidden);
    }
  }

  /// Words of `words` count from `first`.
  void read(std::span<Word> words, std::uint32_t first) const {
    const std::size_t n = pieces_.size();
    const auto tree = best_tree(arc_scores(), n);
    std::vector<float> pos(n * kPaddedPos);
    kernels_.linear_float(heads_.pos, x_.data(), n, pos.data());
    const auto relations = relation_scores(tree);
    std::vector<float> events(heads_.event ? n * kPaddedEvents : 0);
    if (heads_.event) kernels_.linear_float(*heads_.event, x_.data(), n, events.data());
    for (std::size_t i = 0; i < n; ++i) {
      const float* of_pos = &pos[i * kPaddedPos];
      words[i].pos = static_cast<PartOfSpeech>(std::max_element(of_pos, of_pos + kPartsOfSpeech) - of_pos);
      words[i].head = first + tree[i];
      if (heads_.event) read_event(&events[i * kPaddedEvents], words[i]);
      const float* of_relation = &relations[i * kPaddedRelations];
      // The first relation is the root's alone.
      words[i].relation =
          tree[i] == i
              ? Relation::root
              : static_cast<Relation>(std::max_element(of_relation + 1, of_relation + kRelations) - of_relation);
    }
  }

 private:
  [[nodiscard]] std::vector<float> arc_scores() const {
    const std::size_t n = pieces_.size(), width = heads_.width;
    const auto dependents = project(kernels_, heads_.arc_dependent, x_.data(), n, nn::Activation::gelu);
    const auto governors = project(kernels_, heads_.arc_head, x_.data(), n, nn::Activation::gelu);
    const float scale = 1 / std::sqrt(static_cast<float>(width));
    std::vector<float> scores(n * n);
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < n; ++j) {
        scores[i * n + j] = dot(&dependents[i * width], &governors[j * width], width) * scale +
                            heads_.arc_distance[distance_row(pieces_[i], pieces_[j])];
      }
    }
    return scores;
  }

  /// [words][kPaddedRelations]
  [[nodiscard]] std::vector<float> relation_scores(std::span<const std::uint32_t> tree) const {
    const std::size_t n = pieces_.size(), width = heads_.width;
    auto pairs = project(kernels_, heads_.relation_dependent, x_.data(), n, nn::Activation::gelu);
    const auto governors = project(kernels_, heads_.relation_head, x_.data(), n, nn::Activation::gelu);
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t k = 0; k < width; ++k) pairs[i * width + k] *= governors[tree[i] * width + k];
    }
    std::vector<float> scores(n * kPaddedRelations);
    kernels_.linear_float(heads_.relation, pairs.data(), n, scores.data());
    return scores;
  }

  const SyntaxHeads& heads_;
  const nn::Kernels& kernels_;
  std::span<const std::uint32_t> pieces_;
  std::vector<float> x_;
};

}  // namespace

SyntaxHeads load_syntax(Tensors& tensors, std::size_t hidden, std::size_t width, bool events) {
  SyntaxHeads heads;
  heads.hidden = hidden;
  heads.width = width;
  heads.pos = tensors.linear_float("syntax.pos", hidden, kPaddedPos);
  heads.arc_dependent = tensors.linear("syntax.arc_dependent", hidden, width);
  heads.arc_head = tensors.linear("syntax.arc_head", hidden, width);
  heads.arc_distance = tensors.floats("syntax.arc_distance", {2 * kDistances + 1});
  heads.relation_dependent = tensors.linear("syntax.relation_dependent", hidden, width);
  heads.relation_head = tensors.linear("syntax.relation_head", hidden, width);
  heads.relation = tensors.linear_float("syntax.relation", width, kPaddedRelations);
  if (events) heads.event = tensors.linear_float("event", hidden, kPaddedEvents);
  return heads;
}

Words divide(std::span<const text::Token> tokens, std::span<const Span> sentences, std::span<const text::Piece> pieces,
             std::size_t most) {
  Words out;
  if (pieces.empty()) return out;
  out.words.reserve(tokens.size());
  out.pieces.reserve(tokens.size());
  std::size_t piece = 0, sentence = 0;  // the first piece that is still to be had; the sentence of the token
  bool taken = false;                   // `piece` belongs to the token before
  for (const text::Token& token : tokens) {
    while (piece + 1 < pieces.size() && pieces[piece].end <= token.span.begin) ++piece, taken = false;
    // Of several tokens in a piece the first has it; the others have the next one where that begins before they end.
    if (taken && piece + 1 < pieces.size() && pieces[piece + 1].begin < token.span.end) ++piece;
    taken = true;
    const std::size_t before = sentence;
    while (sentence + 1 < sentences.size() && sentences[sentence].end <= token.span.begin) ++sentence;
    const bool begins = out.trees.empty() || sentence != before || piece - out.pieces[out.trees.back()] >= most;
    if (begins) out.trees.push_back(out.words.size());
    Word word;
    word.span = token.span;
    word.head = static_cast<std::uint32_t>(out.words.size());
    word.sentence = static_cast<std::uint32_t>(out.trees.size() - 1);
    out.words.push_back(word);
    out.pieces.push_back(static_cast<std::uint32_t>(piece));
  }
  out.trees.push_back(out.words.size());
  return out;
}

void parse(const SyntaxHeads& heads, const nn::Kernels& kernels, std::span<const EncodedWindow> windows,
           const Window& section, Words& words, std::size_t threads) {
  const std::size_t count = section.end - section.begin;
  const auto first_in = [&](std::size_t piece) {  // the first tree that begins at this piece or later
    const auto begins = [&](std::size_t word, std::size_t at) { return words.pieces[word] < at; };
    return static_cast<std::size_t>(std::lower_bound(words.trees.begin(), words.trees.end() - 1, piece, begins) -
                                    words.trees.begin());
  };
  if (words.trees.size() < 2) return;
  const std::size_t from = first_in(section.own_begin), to = first_in(section.own_end);
  parallel_for(to - from, threads, [&](std::size_t i) {
    const std::size_t begin = words.trees[from + i], end = words.trees[from + i + 1];
    const std::size_t first = words.pieces[begin] - section.begin, last = words.pieces[end - 1] - section.begin;
    const EncodedWindow* best = nullptr;
    float most = 0;
    for (const EncodedWindow& each : windows) {
      if (first < each.window.begin || last >= each.window.end) continue;
      const float shown = context(each.window, first, last, count);
      if (shown > most) most = shown, best = &each;
    }
    if (best == nullptr) return;
    const auto pieces = std::span<const std::uint32_t>(words.pieces).subspan(begin, end - begin);
    TreeReader(heads, kernels, *best, section.begin, pieces)
        .read(std::span(words.words).subspan(begin, end - begin), static_cast<std::uint32_t>(begin));
  });
}

}  // namespace sayso::model
