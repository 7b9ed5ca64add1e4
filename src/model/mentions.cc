#include "model/mentions.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

#include "base/parallel.h"
#include "model/projection.h"

namespace sayso::model {
namespace {

constexpr std::size_t kPadded = 16;
constexpr std::size_t kGaps = 8;

/// The pieces that head a mention, with its kind: by the windows' scores, averaged by the context that each shows.
std::vector<Mention> detect(const MentionHeads& heads, const nn::Kernels& kernels,
                            std::span<const EncodedWindow> windows, std::span<const text::Piece> pieces,
                            const text::Vocabulary& vocabulary, std::size_t threads) {
  constexpr std::size_t kChoices = 1 + kMentionKinds;
  std::vector<std::vector<float>> scores(windows.size());
  parallel_for(windows.size(), threads, [&](std::size_t i) {
    const Window& window = windows[i].window;
    scores[i].resize((window.end - window.begin) * kPadded);
    kernels.linear_float(heads.kind, windows[i].x.data(), window.end - window.begin, scores[i].data());
  });
  std::vector<float> sums(pieces.size() * kChoices);
  for (std::size_t i = 0; i < windows.size(); ++i) {
    const Window& window = windows[i].window;
    for (std::size_t at = window.begin; at < window.end; ++at) {
      // The weights' sum is left out: it is the same for all choices of a piece.
      const float weight = context(window, at, at, pieces.size());
      const float* from = scores[i].data() + (at - window.begin) * kPadded;
      for (std::size_t k = 0; k < kChoices; ++k) sums[at * kChoices + k] += from[k] * weight;
    }
  }
  std::vector<Mention> mentions;
  for (std::size_t at = 0; at < pieces.size(); ++at) {
    if (pieces[at].gap == text::Gap::inside_word) continue;
    const float* of_piece = &sums[at * kChoices];
    const auto best = static_cast<std::size_t>(std::max_element(of_piece, of_piece + kChoices) - of_piece);
    if (best == 0) continue;
    Mention mention;
    mention.head = mention.first = mention.last = static_cast<std::uint32_t>(at);
    mention.kind = static_cast<MentionKind>(best - 1);
    mention.form = form_of(pieces, at, vocabulary);
    mentions.push_back(mention);
  }
  return mentions;
}

/// What one window says of its mentions, which are numbered from `from`.
struct Testimony {
  std::size_t from = 0;
  std::vector<float> metonym, none;  ///< [mentions][kPadded]; `none`: of having no antecedent
  std::vector<float> pairs;          ///< each mention with those of the window before it, one mention after another
};

/// Reads the mentions [from, to) in a window, which shows their heads.
class WindowReader {
 public:
  /// `at` are the pieces that head the mentions.
  WindowReader(const MentionHeads& heads, const nn::Kernels& kernels, const EncodedWindow& encoded,
               std::span<const text::Piece> pieces, std::span<const std::uint32_t> at)
      : heads_(heads), kernels_(kernels), encoded_(encoded), pieces_(pieces) {
    const auto number = [&](std::size_t piece) {
      return static_cast<std::size_t>(std::lower_bound(at.begin(), at.end(), piece) - at.begin());
    };
    from_ = number(encoded.window.begin);
    to_ = number(encoded.window.end);
    x_.resize((to_ - from_) * heads.hidden);
    for (std::size_t i = from_; i < to_; ++i) {
      const float* row = encoded.x.data() + (at[i] - encoded.window.begin) * heads.hidden;
      std::copy_n(row, heads.hidden, x_.data() + (i - from_) * heads.hidden);
    }
  }

  /// Finds the extents of the mentions whose heads are the window's own.
  void read_extents(std::span<Mention> mentions) const {
    const Window& window = encoded_.window;
    const std::size_t width = 2 * heads_.edge;
    const auto of_heads = project(kernels_, heads_.extent_head, x_.data(), to_ - from_, nn::Activation::none);
    const auto edges =
        project(kernels_, heads_.extent_edge, encoded_.x.data(), window.end - window.begin, nn::Activation::none);
    for (std::size_t i = from_; i < to_; ++i) {
      Mention& mention = mentions[i];
      if (mention.head < window.own_begin || mention.head >= window.own_end) continue;
      const float* head = &of_heads[(i - from_) * width];
      const auto edge = [&](std::size_t at) { return &edges[(at - window.begin) * width]; };
      float best = -std::numeric_limits<float>::infinity();
      for (std::size_t at = mention.head;; --at) {
        if (pieces_[at].gap != text::Gap::inside_word) {
          const float score = dot(head, edge(at), heads_.edge);
          if (score > best) best = score, mention.first = static_cast<std::uint32_t>(at);
        }
        if (at == window.begin || pieces_[at].gap == text::Gap::paragraph) break;
      }
      best = -std::numeric_limits<float>::infinity();
      mention.last = static_cast<std::uint32_t>(end_of_word(pieces_, mention.head) - 1);
      for (std::size_t at = mention.last; at < window.end; at = end_of_word(pieces_, at + 1) - 1) {
        const float score = dot(head + heads_.edge, edge(at) + heads_.edge, heads_.edge);
        if (score > best) best = score, mention.last = static_cast<std::uint32_t>(at);
        if (at + 1 == window.end || pieces_[at + 1].gap == text::Gap::paragraph) break;
      }
    }
  }

  /// `words` are the mentions' head words by number.
  [[nodiscard]] Testimony testimony(std::span<const Mention> mentions, std::span<const std::uint32_t> words) const {
    const std::size_t count = to_ - from_, width = heads_.width;
    const float scale = 1 / std::sqrt(static_cast<float>(width));
    const auto rows = project(kernels_, heads_.mention, x_.data(), count, nn::Activation::gelu);
    const auto columns = project(kernels_, heads_.antecedent, x_.data(), count, nn::Activation::gelu);
    Testimony out{from_, std::vector<float>(count * kPadded), std::vector<float>(count * kPadded), {}};
    kernels_.linear_float(heads_.metonym, x_.data(), count, out.metonym.data());
    kernels_.linear_float(heads_.none, rows.data(), count, out.none.data());
    for (std::size_t i = 0; i < count; ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        const std::size_t mention = from_ + i, before = from_ + j;
        out.pairs.push_back(dot(&rows[i * width], &columns[j * width], width) * scale +
                            prior(mentions[mention], mentions[before], words[mention] == words[before]));
      }
    }
    return out;
  }

 private:
  [[nodiscard]] float prior(const Mention& mention, const Mention& antecedent, bool same_word) const {
    const auto form = static_cast<std::size_t>(mention.form);
    const auto gap = static_cast<std::size_t>(std::bit_width(mention.head - antecedent.head) - 1);
    return heads_.forms[(form * kForms + static_cast<std::size_t>(antecedent.form)) * 2 + (same_word ? 1 : 0)] +
           heads_.gap[form * kGaps + std::min(gap, kGaps - 1)];
  }

  const MentionHeads& heads_;
  const nn::Kernels& kernels_;
  const EncodedWindow& encoded_;
  std::span<const text::Piece> pieces_;
  std::size_t from_ = 0, to_ = 0;
  std::vector<float> x_;  // [to - from][hidden]: the vectors of the mentions' heads
};

/// What the windows say of one mention: sums, weighted by the context that each shows around its head.
struct Evidence {
  float weight = 0, metonym = 0, none = 0;
  std::size_t first = 0;               ///< the first candidate; no later window shows one before it
  std::vector<float> scores, weights;  ///< of the candidates, which follow each other up to the mention
};

void add(std::vector<Evidence>& evidence, const Testimony& said, const Window& window,
         std::span<const Mention> mentions, std::size_t count) {
  const float* pair = said.pairs.data();
  for (std::size_t i = 0; i * kPadded < said.none.size(); ++i) {
    const Mention& mention = mentions[said.from + i];
    Evidence& sums = evidence[said.from + i];
    const float weight = context(window, mention.head, mention.head, count);
    if (sums.weight == 0) {
      sums.first = said.from;
      sums.scores.resize(i);
      sums.weights.resize(i);
    }
    sums.weight += weight;
    sums.metonym += said.metonym[i * kPadded] * weight;
    sums.none += said.none[i * kPadded] * weight;
    for (std::size_t at = said.from - sums.first; at < sums.scores.size(); ++at) {
      sums.scores[at] += *pair++ * weight;
      sums.weights[at] += weight;
    }
  }
}

/// Joins mention `i` to the most probable of the entities before it, or lets it begin one. Training shares the
/// probability among all true antecedents, so that the mentions of an entity count together. `sums` are its evidence,
/// `shares` a zero for each mention, and left so.
void decide(std::span<Mention> mentions, std::size_t i, Evidence& sums, std::vector<float>& shares) {
  Mention& mention = mentions[i];
  mention.metonym = 1 / (1 + std::exp(-sums.metonym / sums.weight));
  sums.none /= sums.weight;
  float highest = sums.none;
  for (std::size_t k = 0; k < sums.scores.size(); ++k) {
    sums.scores[k] /= sums.weights[k];
    highest = std::max(highest, sums.scores[k]);
  }
  const auto entity = [&](std::size_t k) { return mentions[sums.first + k].entity; };
  float all = shares[i] = std::exp(sums.none - highest);
  for (std::size_t k = 0; k < sums.scores.size(); ++k) {
    const float share = std::exp(sums.scores[k] - highest);
    shares[entity(k)] += share;
    all += share;
  }
  mention.antecedent = mention.entity = static_cast<std::uint32_t>(i);
  float best = 0;  // the antecedent's score, once there is one
  for (std::size_t k = 0; k < sums.scores.size(); ++k) {
    const bool other = shares[entity(k)] > shares[mention.entity];
    if (!other && (entity(k) != mention.entity || sums.scores[k] <= best)) continue;
    mention.antecedent = static_cast<std::uint32_t>(sums.first + k);
    mention.entity = entity(k);
    best = sums.scores[k];
  }
  mention.certainty = shares[mention.entity] / all;
  shares[i] = 0;
  for (std::size_t k = 0; k < sums.scores.size(); ++k) shares[entity(k)] = 0;
}

}  // namespace

MentionHeads load_mentions(Tensors& tensors, std::size_t hidden, std::size_t width, std::size_t edge) {
  MentionHeads heads;
  heads.kind = tensors.linear_float("mention.kind", hidden, kPadded);
  heads.metonym = tensors.linear_float("metonym", hidden, kPadded);
  heads.extent_head = tensors.linear("mention.extent_head", hidden, 2 * edge);
  heads.extent_edge = tensors.linear("mention.extent_edge", hidden, 2 * edge);
  heads.mention = tensors.linear("coreference.mention", hidden, width);
  heads.antecedent = tensors.linear("coreference.antecedent", hidden, width);
  heads.none = tensors.linear_float("coreference.none", width, kPadded);
  heads.forms = tensors.floats("coreference.forms", {kForms, kForms, 2});
  heads.gap = tensors.floats("coreference.gap", {kForms, kGaps});
  heads.hidden = hidden;
  heads.width = width;
  heads.edge = edge;
  return heads;
}

std::vector<Mention> find_mentions(const MentionHeads& heads, const nn::Kernels& kernels,
                                   std::span<const EncodedWindow> windows, std::span<const text::Piece> pieces,
                                   const text::Vocabulary& vocabulary, std::size_t threads) {
  std::vector<Mention> mentions = detect(heads, kernels, windows, pieces, vocabulary, threads);
  std::vector<std::uint32_t> at;
  at.reserve(mentions.size());
  for (const Mention& mention : mentions) at.push_back(mention.head);
  const std::vector<std::uint32_t> words = number_words(pieces, at, vocabulary);
  std::vector<Testimony> said(windows.size());
  parallel_for(windows.size(), threads, [&](std::size_t i) {
    const WindowReader reader(heads, kernels, windows[i], pieces, at);
    said[i] = reader.testimony(mentions, words);
    reader.read_extents(mentions);
  });
  std::vector<Evidence> evidence(mentions.size());
  for (std::size_t i = 0; i < windows.size(); ++i) add(evidence, said[i], windows[i].window, mentions, pieces.size());
  std::vector<float> shares(mentions.size());
  for (std::size_t i = 0; i < mentions.size(); ++i) decide(mentions, i, evidence[i], shares);
  return mentions;
}

}  // namespace sayso::model
