#include "model/links.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace sayso::model {
namespace {

/// 0 to 7 where `segment` begins before the cue, 8 to 15 after it; each step doubles the distance in pieces.
std::size_t distance_bucket(const Segment& segment, const Segment& cue) {
  const bool before = segment.first < cue.first;
  const std::int64_t gap = before ? std::int64_t{cue.first} - segment.last : std::int64_t{segment.first} - cue.last;
  const auto steps = static_cast<std::size_t>(std::bit_width(static_cast<std::uint64_t>(std::max<std::int64_t>(gap, 1))) - 1);
  return std::min<std::size_t>(steps, 7) + (before ? 0 : 8);
}

bool within(const Segment& a, const Segment& b, std::size_t reach) {
  const auto apart = [](std::uint32_t p, std::uint32_t q) { return p > q ? p - q : q - p; };
  return std::min(apart(b.first, a.last), apart(a.first, b.last)) <= reach;
}

/// [segments x width]: each segment as a head sees it.
std::vector<float> project(const LinkHeads& heads, const nn::Kernels& kernels, const nn::LinearFloat& head,
                           std::span<const float> x, const std::vector<Segment>& segments) {
  const std::size_t hidden = heads.hidden;
  std::vector<float> ends(segments.size() * 2 * hidden), out(segments.size() * heads.width);
  for (std::size_t i = 0; i < segments.size(); ++i) {
    std::copy_n(x.data() + segments[i].first * hidden, hidden, ends.data() + 2 * i * hidden);
    std::copy_n(x.data() + segments[i].last * hidden, hidden, ends.data() + (2 * i + 1) * hidden);
  }
  kernels.linear_float(head, ends.data(), segments.size(), out.data());
  kernels.gelu(out.data(), out.size());
  return out;
}

float dot(const float* a, const float* b, std::size_t width) {
  float stripes[16] = {};
  for (std::size_t i = 0; i < width; i += 16) {
    for (std::size_t k = 0; k < 16; ++k) stripes[k] += a[i + k] * b[i + k];
  }
  float sum = 0;
  for (const float stripe : stripes) sum += stripe;
  return sum;
}

struct Choice {
  std::size_t index = 0;
  float score = 0;
};

/// Probability of the best among scored choices.
float probability(const std::vector<Choice>& choices, float best) {
  float sum = 0;
  for (const Choice& choice : choices) sum += std::exp(choice.score - best);
  return 1 / sum;
}

const Choice& best_of(const std::vector<Choice>& choices) {
  return *std::max_element(choices.begin(), choices.end(),
                           [](const Choice& a, const Choice& b) { return a.score < b.score; });
}

/// Calls use(j) for each `others[j]` near `segment`; both lists ascend and `from` follows along.
template <class Use>
void for_near(const Segment& segment, const std::vector<Segment>& others, std::size_t reach, std::size_t& from,
              const Use& use) {
  while (from < others.size() && others[from].last + reach < segment.first) ++from;
  for (std::size_t j = from; j < others.size() && others[j].first <= segment.last + reach; ++j) {
    if (within(segment, others[j], reach)) use(j);
  }
}

}  // namespace

LinkHeads load_links(Tensors& tensors, std::size_t hidden, std::size_t width, std::size_t reach) {
  LinkHeads heads;
  heads.content = tensors.linear_float("link.content", 2 * hidden, width);
  heads.content_cue = tensors.linear_float("link.content_cue", 2 * hidden, width);
  heads.source = tensors.linear_float("link.source", 2 * hidden, width);
  heads.source_cue = tensors.linear_float("link.source_cue", 2 * hidden, width);
  heads.no_source = tensors.linear_float("link.no_source", width, 16);
  heads.distance = tensors.floats("link.distance", {2, 16});
  heads.width = width;
  heads.hidden = hidden;
  heads.reach = reach;
  return heads;
}

std::vector<Link> link(const LinkHeads& heads, const nn::Kernels& kernels, std::span<const float> x,
                       std::span<const Segment> segments) {
  std::vector<Segment> contents, cues, sources;
  for (const Segment& segment : segments) {
    (segment.role == Role::content ? contents : segment.role == Role::cue ? cues : sources).push_back(segment);
  }
  std::vector<Link> links(cues.size());
  for (std::size_t i = 0; i < cues.size(); ++i) links[i].cue = cues[i];
  const float scale = 1 / std::sqrt(static_cast<float>(heads.width));

  const auto content = project(heads, kernels, heads.content, x, contents);
  const auto content_cue = project(heads, kernels, heads.content_cue, x, cues);
  std::size_t from = 0;
  std::vector<Choice> choices;
  for (std::size_t i = 0; i < contents.size(); ++i) {
    choices.clear();
    for_near(contents[i], cues, heads.reach, from, [&](std::size_t j) {
      const float score = dot(&content[i * heads.width], &content_cue[j * heads.width], heads.width) * scale;
      choices.push_back({j, score + heads.distance[distance_bucket(contents[i], cues[j])]});
    });
    if (choices.empty()) {
      links.push_back({{}, {}, {contents[i]}, 0.5F});
      continue;
    }
    const Choice& best = best_of(choices);
    links[best.index].contents.push_back(contents[i]);
    links[best.index].confidence *= probability(choices, best.score);
  }

  const auto source = project(heads, kernels, heads.source, x, sources);
  const auto source_cue = project(heads, kernels, heads.source_cue, x, cues);
  from = 0;
  for (std::size_t i = 0; i < cues.size(); ++i) {
    float none[16];
    kernels.linear_float(heads.no_source, &source_cue[i * heads.width], 1, none);
    choices.assign(1, {sources.size(), none[0]});
    for_near(cues[i], sources, heads.reach, from, [&](std::size_t j) {
      const float score = dot(&source_cue[i * heads.width], &source[j * heads.width], heads.width) * scale;
      choices.push_back({j, score + heads.distance[16 + distance_bucket(sources[j], cues[i])]});
    });
    const Choice& best = best_of(choices);
    if (best.index < sources.size()) links[i].source = sources[best.index];
    links[i].confidence *= probability(choices, best.score);
  }
  return links;
}

}  // namespace sayso::model
