#pragma once
#include <string_view>
#include <vector>

#include "sayso/document.h"
#include "sayso/record.h"
#include "text/tokens.h"

namespace sayso::extract {

/// The times of a document and what was odd about some.
struct FoundTimes {
  std::vector<Time> times;  ///< t1, t2, ... ascending, disjoint
  std::vector<Note> notes;
};

/// Finds time expressions (TIMEX3 of ISO-TimeML) and gives each its value against `published` (YYYY-MM-DD; anything
/// else counts as not known, and values then keep X for what only it could tell). A grammar reads each sentence from
/// left to right, the longest expression first; then each is given its place in the calendar by what was named before,
/// the tense of its sentence and the day of publication. `tokens` are those of `text`. Linear.
[[nodiscard]] FoundTimes find_times(std::string_view text, const std::vector<text::Token>& tokens,
                                    std::string_view published);

}  // namespace sayso::extract
