#include "model/sections.h"

#include <algorithm>
#include <cstdint>

namespace sayso::model {

void append_section(std::vector<Mention>& all, std::span<const Mention> found, const Window& section) {
  constexpr std::uint32_t kNowhere = 0xFFFFFFFF;
  const auto shift = static_cast<std::uint32_t>(section.begin);
  std::vector<std::uint32_t> places;  // in `all`, of what stands there for each one found
  for (std::size_t i = 0; i < found.size(); ++i) {
    Mention mention = found[i];
    const std::uint32_t taken_up = mention.antecedent == i ? kNowhere : places[mention.antecedent];
    mention.head += shift;
    mention.first += shift;
    mention.last += shift;
    if (mention.head >= section.own_end) break;
    if (mention.head < section.own_begin) {
      const auto kept = std::lower_bound(all.begin(), all.end(), mention.head,
                                         [](const Mention& a, std::uint32_t head) { return a.head < head; });
      const bool same = kept != all.end() && kept->head == mention.head;
      places.push_back(same ? static_cast<std::uint32_t>(kept - all.begin()) : taken_up);
      continue;
    }
    places.push_back(static_cast<std::uint32_t>(all.size()));
    mention.antecedent = taken_up == kNowhere ? places.back() : taken_up;
    mention.entity = taken_up == kNowhere ? places.back() : all[taken_up].entity;
    all.push_back(mention);
  }
}

}  // namespace sayso::model
