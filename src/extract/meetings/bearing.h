#pragma once
#include <cstddef>

#include "extract/scene.h"
#include "sayso/record.h"

namespace sayso::extract {

/// What the clauses around a noun or verb say of the meeting that it names.
struct Bearing {
  MeetingStatus status = MeetingStatus::held;
  int weight = 0;                    ///< 0: nothing is said; 1: a tense says it; 2: a word says it
  bool bound = false;                ///< it is held, happens, is expected, put off or cancelled
  bool denied = false;               ///< it is not, or only wanted
  std::size_t behind = Tree::kNone;  ///< the verb of what follows it: "the summit, scheduled for ..."
  std::size_t verb = Tree::kNone;    ///< of which the noun is subject, object or circumstance
};

[[nodiscard]] Bearing bearing_of_noun(const Scene& scene, std::size_t noun);
[[nodiscard]] Bearing bearing_of_verb(const Scene& scene, std::size_t verb);

/// The subject of a verb, or of the verb that it hangs from if it has none.
[[nodiscard]] std::size_t subject_of(const Scene& scene, std::size_t verb);

}  // namespace sayso::extract
