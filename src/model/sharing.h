#pragma once
#include <cstddef>
#include <vector>

namespace sayso::model {

/// A segment that another may be linked to, by its number, and how well they fit.
struct Choice {
  std::size_t index = 0;
  float score = 0;
};

inline constexpr std::size_t kNoChoice = static_cast<std::size_t>(-1);

/// For each content the position of its cue in its list of choices, or kNoChoice where the list is empty: the best one,
/// but a cue that is left without content takes the one that it fits best from a cue that has several.
[[nodiscard]] std::vector<std::size_t> share_contents(const std::vector<std::vector<Choice>>& of_content,
                                                      std::size_t cues);

/// For each cue the position of its source in its list of choices, whose first one is to have none: the best one, but a
/// source that no cue would take goes to the cue without any that it fits best. kNoChoice where the list is empty, as
/// for a cue that no window shows whole. Choices other than the first are numbered below `sources`, the first one is
/// numbered `sources`.
[[nodiscard]] std::vector<std::size_t> share_sources(const std::vector<std::vector<Choice>>& of_cue,
                                                     std::size_t sources);

/// The softmax probability of the choice at `position`.
[[nodiscard]] double probability(const std::vector<Choice>& choices, std::size_t position);

}  // namespace sayso::model
