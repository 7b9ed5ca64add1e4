#include "model/links.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "model/projection.h"
#include "model/sharing.h"

namespace sayso::model {
namespace {

/// 0 to 7 where `segment` begins before the cue, 8 to 15 after it; each step doubles the distance in pieces.
std::size_t distance_bucket(const Segment& segment, const Segment& cue) {
  const bool before = segment.first < cue.first;
  const std::int64_t gap = before ? std::int64_t{cue.first} - segment.last : std::int64_t{segment.first} - cue.last;
  const auto steps =
      static_cast<std::size_t>(std::bit_width(static_cast<std::uint64_t>(std::max<std::int64_t>(gap, 1))) - 1);
  return std::min<std::size_t>(steps, 7) + (before ? 0 : 8);
}

bool within(const Segment& a, const Segment& b, std::size_t reach) {
  const auto apart = [](std::uint32_t p, std::uint32_t q) { return p > q ? p - q : q - p; };
  return std::min(apart(b.first, a.last), apart(a.first, b.last)) <= reach;
}

/// Segments of one role that a window shows, with their places in it.
struct Shown {
  std::vector<std::size_t> index;
  std::vector<Segment> place;
};

/// A content that the window cuts is taken for what it shows of it, as in training; others count only if whole.
Shown shown(const std::vector<Segment>& segments, const Window& window) {
  Shown out;
  const auto begin = static_cast<std::uint32_t>(window.begin), end = static_cast<std::uint32_t>(window.end);
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const Segment& s = segments[i];
    const bool whole = s.first >= begin && s.last < end;
    if (!whole && (s.role != Role::content || s.last < begin || s.first >= end)) continue;
    out.index.push_back(i);
    out.place.push_back({std::max(s.first, begin) - begin, std::min(s.last, end - 1) - begin, s.role});
  }
  return out;
}

/// Scores of pairs, averaged over the windows that show both: for each row its choices, ascending.
class PairScores {
 public:
  explicit PairScores(std::size_t rows) : rows_(rows) {}

  void add(std::size_t row, std::size_t index, float score, float weight) {
    auto& sums = rows_[row];
    auto at = std::find_if(sums.begin(), sums.end(), [&](const Sum& sum) { return sum.index == index; });
    if (at == sums.end()) at = sums.insert(sums.end(), {index, 0, 0});
    at->score += score * weight;
    at->weight += weight;
  }

  [[nodiscard]] std::vector<std::vector<Choice>> means() const {
    std::vector<std::vector<Choice>> out(rows_.size());
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      for (const Sum& sum : rows_[row]) out[row].push_back({sum.index, sum.score / sum.weight});
    }
    return out;
  }

 private:
  struct Sum {
    std::size_t index;
    float score, weight;
  };
  std::vector<std::vector<Sum>> rows_;
};

struct Segments {
  std::vector<Segment> contents, cues, sources;
};

/// What one window says of its pairs.
class WindowLinker {
 public:
  WindowLinker(const LinkHeads& heads, const nn::Kernels& kernels, const EncodedWindow& encoded, std::size_t count,
               const Segments& all)
      : heads_(heads),
        kernels_(kernels),
        encoded_(encoded),
        count_(count),
        all_(all),
        scale_(1 / std::sqrt(static_cast<float>(heads.width))),
        cues_(shown(all.cues, encoded.window)) {}

  void add_contents(PairScores& of_content) const {
    const Shown contents = shown(all_.contents, encoded_.window);
    if (contents.index.empty() || cues_.index.empty()) return;
    const auto rows = project(heads_.content, contents), columns = project(heads_.content_cue, cues_);
    for (std::size_t i = 0; i < contents.index.size(); ++i) {
      for (std::size_t j = 0; j < cues_.index.size(); ++j) {
        if (!within(all_.contents[contents.index[i]], all_.cues[cues_.index[j]], heads_.reach)) continue;
        const float distance = heads_.distance[distance_bucket(contents.place[i], cues_.place[j])];
        of_content.add(contents.index[i], cues_.index[j], score(rows, i, columns, j) + distance, weight_of_cue(j));
      }
    }
  }

  /// Choice `sources` is to have none.
  void add_sources(PairScores& of_cue) const {
    const Shown sources = shown(all_.sources, encoded_.window);
    if (cues_.index.empty()) return;
    const auto rows = project(heads_.source_cue, cues_), columns = project(heads_.source, sources);
    for (std::size_t i = 0; i < cues_.index.size(); ++i) {
      float none[16];
      kernels_.linear_float(heads_.no_source, &rows[i * heads_.width], 1, none);
      of_cue.add(cues_.index[i], all_.sources.size(), none[0], weight_of_cue(i));
      for (std::size_t j = 0; j < sources.index.size(); ++j) {
        if (!within(all_.cues[cues_.index[i]], all_.sources[sources.index[j]], heads_.reach)) continue;
        const float distance = heads_.distance[16 + distance_bucket(sources.place[j], cues_.place[i])];
        of_cue.add(cues_.index[i], sources.index[j], score(rows, i, columns, j) + distance, weight_of_cue(i));
      }
    }
  }

 private:
  /// [segments x width]: each segment as a head sees it, by the vectors of its first and last piece.
  [[nodiscard]] std::vector<float> project(const nn::Linear& head, const Shown& segments) const {
    const std::size_t hidden = heads_.hidden, rows = segments.place.size();
    std::vector<float> ends(rows * 2 * hidden);
    for (std::size_t i = 0; i < rows; ++i) {
      std::copy_n(encoded_.x.data() + segments.place[i].first * hidden, hidden, ends.data() + 2 * i * hidden);
      std::copy_n(encoded_.x.data() + segments.place[i].last * hidden, hidden, ends.data() + (2 * i + 1) * hidden);
    }
    return model::project(kernels_, head, ends.data(), rows, nn::Activation::gelu);
  }

  [[nodiscard]] float score(const std::vector<float>& a, std::size_t i, const std::vector<float>& b,
                            std::size_t j) const {
    return dot(&a[i * heads_.width], &b[j * heads_.width], heads_.width) * scale_;
  }

  [[nodiscard]] float weight_of_cue(std::size_t i) const {
    const Segment& cue = all_.cues[cues_.index[i]];
    return context(encoded_.window, cue.first, cue.last, count_);
  }

  const LinkHeads& heads_;
  const nn::Kernels& kernels_;
  const EncodedWindow& encoded_;
  const std::size_t count_;
  const Segments& all_;
  const float scale_;
  const Shown cues_;
};

}  // namespace

LinkHeads load_links(Tensors& tensors, std::size_t hidden, std::size_t width, std::size_t reach) {
  LinkHeads heads;
  heads.content = tensors.linear("link.content", 2 * hidden, width);
  heads.content_cue = tensors.linear("link.content_cue", 2 * hidden, width);
  heads.source = tensors.linear("link.source", 2 * hidden, width);
  heads.source_cue = tensors.linear("link.source_cue", 2 * hidden, width);
  heads.no_source = tensors.linear_float("link.no_source", width, 16);
  heads.distance = tensors.floats("link.distance", {2, 16});
  heads.width = width;
  heads.hidden = hidden;
  heads.reach = reach;
  return heads;
}

std::vector<Link> link(const LinkHeads& heads, const nn::Kernels& kernels, std::span<const EncodedWindow> windows,
                       std::size_t count, std::span<const Segment> segments) {
  Segments all;
  for (const Segment& segment : segments) {
    (segment.role == Role::content ? all.contents
     : segment.role == Role::cue   ? all.cues
                                   : all.sources)
        .push_back(segment);
  }
  PairScores content_scores(all.contents.size()), source_scores(all.cues.size());
  for (const EncodedWindow& window : windows) {
    const WindowLinker linker(heads, kernels, window, count, all);
    linker.add_contents(content_scores);
    linker.add_sources(source_scores);
  }

  std::vector<Link> links(all.cues.size());
  for (std::size_t i = 0; i < all.cues.size(); ++i) links[i].cue = all.cues[i];
  const auto of_content = content_scores.means();
  const std::vector<std::size_t> cue_of = share_contents(of_content, all.cues.size());
  for (std::size_t i = 0; i < all.contents.size(); ++i) {
    if (cue_of[i] == kNoChoice) {
      links.push_back({{}, {}, {all.contents[i]}, 0.5});
      continue;
    }
    Link& of = links[of_content[i][cue_of[i]].index];
    of.contents.push_back(all.contents[i]);
    of.confidence *= probability(of_content[i], cue_of[i]);
  }
  const auto of_cue = source_scores.means();
  const std::vector<std::size_t> source_of = share_sources(of_cue, all.sources.size());
  for (std::size_t i = 0; i < all.cues.size(); ++i) {
    if (of_cue[i].empty()) continue;
    const std::size_t source = of_cue[i][source_of[i]].index;
    if (source < all.sources.size()) links[i].source = all.sources[source];
    links[i].confidence *= probability(of_cue[i], source_of[i]);
  }
  return links;
}

}  // namespace sayso::model
