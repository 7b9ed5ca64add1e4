#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "extract/meetings/vocabulary.h"
#include "extract/scene.h"
#include "sayso/record.h"

namespace sayso::extract {

/// Words that may name a meeting, with what their sentence tells of it.
struct Sighting {
  std::size_t word = 0;  ///< the noun or verb
  std::string_view noun;
  MeetingSort sort = MeetingSort::gathering;
  Span name;
  std::vector<std::string_view> modifiers;  ///< in the name, but for those that are participants, in small letters
  bool verbal = false;                      ///< "met", "spoke with"
  bool named = false;                       ///< a name is among the modifiers: "NATO summit"
  bool definite = false;                    ///< "the", "this", "his"
  bool plural = false;
  bool of_body = false;    ///< "of the council"
  bool two_sides = false;  ///< "with ...", "between ..."
  bool denied = false;     ///< "no meeting", "refused to meet"
  bool bound = false;      ///< it is said to be held, to happen, to be expected, put off or cancelled
  MeetingStatus status = MeetingStatus::held;
  int weight = 0;  ///< of the status: 0 for a guess, 1 from a tense, 2 from a word for it
  std::vector<const Time*> times;
  std::vector<const Actor*> participants;
  std::vector<Span> topics;
};

/// All of a text, ascending by their words.
[[nodiscard]] std::vector<Sighting> find_sightings(const Scene& scene);

}  // namespace sayso::extract
