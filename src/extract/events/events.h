#pragma once
#include <vector>

#include "extract/events/coder.h"
#include "extract/tree.h"
#include "lexicon/event_dictionary.h"
#include "lexicon/lexicon.h"
#include "sayso/record.h"

namespace sayso::extract {

/// What the events of a text are read from. Views; `names` are Lexicon::find() on the tokens that are the words of the
/// tree.
struct EventSources {
  const lexicon::Lexicon& lexicon;
  const std::vector<lexicon::Match>& names;
  lexicon::Day day = 0;  ///< of publication, 0 if unknown
  const std::vector<Actor>& actors;
  const std::vector<Statement>& statements;
  const std::vector<Time>& times;
  Span headline = {};  ///< empty where there is none
  EventCoders coders = {};
};

/// The political events that the coders find, numbered e1, e2, ... in the order of the text; none where there is
/// no tree. At least one party is known. One for each happening: what the text tells again, with the same type and
/// parties and no other time, is the event that it told first. Linear in the text but for its longest sentence.
[[nodiscard]] std::vector<Event> find_events(const Tree& tree, const EventSources& sources,
                                             const lexicon::EventDictionary& dictionary);

}  // namespace sayso::extract
