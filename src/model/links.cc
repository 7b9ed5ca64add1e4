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
  const auto steps =
      static_cast<std::size_t>(std::bit_width(static_cast<std::uint64_t>(std::max<std::int64_t>(gap, 1))) - 1);
  return std::min<std::size_t>(steps, 7) + (before ? 0 : 8);
}

bool within(const Segment& a, const Segment& b, std::size_t reach) {
  const auto apart = [](std::uint32_t p, std::uint32_t q) { return p > q ? p - q : q - p; };
  return std::min(apart(b.first, a.last), apart(a.first, b.last)) <= reach;
}

/// [segments x width]: each segment as a head sees it.
std::vector<float> project(const LinkHeads& heads, const nn::Kernels& kernels, const nn::Linear& head,
                           std::span<const float> x, const std::vector<Segment>& segments) {
  const std::size_t hidden = heads.hidden, rows = segments.size();
  std::vector<float> ends(rows * 2 * hidden), out(rows * heads.width), scale(rows);
  std::vector<std::uint8_t> q(ends.size());
  for (std::size_t i = 0; i < rows; ++i) {
    std::copy_n(x.data() + segments[i].first * hidden, hidden, ends.data() + 2 * i * hidden);
    std::copy_n(x.data() + segments[i].last * hidden, hidden, ends.data() + (2 * i + 1) * hidden);
  }
  kernels.quantise(ends.data(), rows, 2 * hidden, q.data(), scale.data());
  kernels.linear(head, q.data(), scale.data(), rows, out.data(), nn::Activation::gelu);
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

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

/// How much worse than its best cue a content may fit one that would else have none: every cue has a content.
constexpr float kMostWorse = 8.0F;

/// For each content the position of its cue in its list of choices, or kNone: the best one, but a cue that is left
/// without content takes the one that it fits best from a cue that has several.
std::vector<std::size_t> share_contents(const std::vector<std::vector<Choice>>& of_content, std::size_t cues) {
  std::vector<std::size_t> chosen(of_content.size(), kNone), held(cues, 0);
  struct Offer {
    std::size_t content, position;
  };
  std::vector<std::vector<Offer>> offers(cues);
  for (std::size_t i = 0; i < of_content.size(); ++i) {
    const auto& choices = of_content[i];
    for (std::size_t k = 0; k < choices.size(); ++k) {
      offers[choices[k].index].push_back({i, k});
      if (chosen[i] == kNone || choices[k].score > choices[chosen[i]].score) chosen[i] = k;
    }
    if (chosen[i] != kNone) ++held[choices[chosen[i]].index];
  }
  for (std::size_t cue = 0; cue < cues; ++cue) {
    if (held[cue] > 0) continue;
    const Offer* best = nullptr;
    float least_loss = kMostWorse;
    for (const Offer& offer : offers[cue]) {
      const auto& choices = of_content[offer.content];
      const Choice& now = choices[chosen[offer.content]];
      const float loss = now.score - choices[offer.position].score;
      if (held[now.index] > 1 && loss < least_loss) least_loss = loss, best = &offer;
    }
    if (best == nullptr) continue;
    --held[of_content[best->content][chosen[best->content]].index];
    chosen[best->content] = best->position;
    ++held[cue];
  }
  return chosen;
}

/// For each cue the position of its source, or of having none, in its list of choices: the best one, but a source that
/// no cue would take goes to the cue without any that it fits best: every source has a cue.
std::vector<std::size_t> share_sources(const std::vector<std::vector<Choice>>& of_cue, std::size_t sources) {
  std::vector<std::size_t> chosen(of_cue.size(), 0);
  std::vector<bool> used(sources + 1, false);
  struct Offer {
    std::size_t cue, position;
    float loss;
  };
  std::vector<Offer> best(sources, Offer{0, 0, kMostWorse});
  for (std::size_t i = 0; i < of_cue.size(); ++i) {
    for (std::size_t k = 1; k < of_cue[i].size(); ++k) {
      if (of_cue[i][k].score > of_cue[i][chosen[i]].score) chosen[i] = k;
    }
    used[of_cue[i][chosen[i]].index] = true;
    if (chosen[i] != 0) continue;
    for (std::size_t k = 1; k < of_cue[i].size(); ++k) {
      Offer& offer = best[of_cue[i][k].index];
      const float loss = of_cue[i][0].score - of_cue[i][k].score;
      if (loss < offer.loss) offer = {i, k, loss};
    }
  }
  for (std::size_t source = 0; source < sources; ++source) {
    const Offer& offer = best[source];
    if (!used[source] && offer.position != 0 && chosen[offer.cue] == 0) chosen[offer.cue] = offer.position;
  }
  return chosen;
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
  std::vector<std::vector<Choice>> of_content(contents.size());
  for (std::size_t i = 0; i < contents.size(); ++i) {
    for_near(contents[i], cues, heads.reach, from, [&](std::size_t j) {
      const float score = dot(&content[i * heads.width], &content_cue[j * heads.width], heads.width) * scale;
      of_content[i].push_back({j, score + heads.distance[distance_bucket(contents[i], cues[j])]});
    });
  }
  const std::vector<std::size_t> chosen = share_contents(of_content, cues.size());
  for (std::size_t i = 0; i < contents.size(); ++i) {
    if (chosen[i] == kNone) {
      links.push_back({{}, {}, {contents[i]}, 0.5F});
      continue;
    }
    const Choice& choice = of_content[i][chosen[i]];
    links[choice.index].contents.push_back(contents[i]);
    links[choice.index].confidence *= probability(of_content[i], choice.score);
  }

  const auto source = project(heads, kernels, heads.source, x, sources);
  const auto source_cue = project(heads, kernels, heads.source_cue, x, cues);
  from = 0;
  std::vector<std::vector<Choice>> of_cue(cues.size());  // choice sources.size() is to have none
  for (std::size_t i = 0; i < cues.size(); ++i) {
    float none[16];
    kernels.linear_float(heads.no_source, &source_cue[i * heads.width], 1, none);
    of_cue[i].push_back({sources.size(), none[0]});
    for_near(cues[i], sources, heads.reach, from, [&](std::size_t j) {
      const float score = dot(&source_cue[i * heads.width], &source[j * heads.width], heads.width) * scale;
      of_cue[i].push_back({j, score + heads.distance[16 + distance_bucket(sources[j], cues[i])]});
    });
  }
  const std::vector<std::size_t> taken = share_sources(of_cue, sources.size());
  for (std::size_t i = 0; i < cues.size(); ++i) {
    const Choice& choice = of_cue[i][taken[i]];
    if (choice.index < sources.size()) links[i].source = sources[choice.index];
    links[i].confidence *= probability(of_cue[i], choice.score);
  }
  return links;
}

}  // namespace sayso::model
