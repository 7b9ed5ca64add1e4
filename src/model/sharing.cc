#include "model/sharing.h"

#include <cmath>

namespace sayso::model {
namespace {

/// How much worse than its best choice one may fit that would else be left out: every cue has a content, every source
/// a cue.
constexpr float kMostWorse = 8.0F;

}  // namespace

std::vector<std::size_t> share_contents(const std::vector<std::vector<Choice>>& of_content, std::size_t cues) {
  std::vector<std::size_t> chosen(of_content.size(), kNoChoice), held(cues, 0);
  struct Offer {
    std::size_t content, position;
  };
  std::vector<std::vector<Offer>> offers(cues);
  for (std::size_t i = 0; i < of_content.size(); ++i) {
    const auto& choices = of_content[i];
    for (std::size_t k = 0; k < choices.size(); ++k) {
      offers[choices[k].index].push_back({i, k});
      if (chosen[i] == kNoChoice || choices[k].score > choices[chosen[i]].score) chosen[i] = k;
    }
    if (chosen[i] != kNoChoice) ++held[choices[chosen[i]].index];
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

std::vector<std::size_t> share_sources(const std::vector<std::vector<Choice>>& of_cue, std::size_t sources) {
  std::vector<std::size_t> chosen(of_cue.size(), kNoChoice);
  std::vector<bool> used(sources + 1, false);
  struct Offer {
    std::size_t cue, position;
    float loss;
  };
  std::vector<Offer> best(sources, Offer{0, 0, kMostWorse});
  for (std::size_t i = 0; i < of_cue.size(); ++i) {
    if (of_cue[i].empty()) continue;
    chosen[i] = 0;
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

double probability(const std::vector<Choice>& choices, std::size_t position) {
  double sum = 0;
  for (const Choice& choice : choices) sum += std::exp(static_cast<double>(choice.score - choices[position].score));
  return 1 / sum;
}

}  // namespace sayso::model
