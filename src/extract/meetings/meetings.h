#pragma once
#include <string_view>
#include <vector>

#include "extract/tree.h"
#include "sayso/record.h"

namespace sayso::extract {

/// The meetings of a text, numbered m1, m2, ... in the order of their names: summits, talks, visits, sessions, calls,
/// votes and hearings that have a date, a name, or two sides. Mentions of one meeting are one: the name is the fullest
/// of them, the status what the last that tells says, else whether the time lies before `published` (YYYY-MM-DD, may be
/// empty). Meetings that are only wanted or that did not take place are none; nor are press conferences, interviews
/// and what somebody merely speaks at. None without a tree. Linear but for sorting.
[[nodiscard]] std::vector<Meeting> find_meetings(const Tree& tree, const std::vector<Actor>& actors,
                                                 const std::vector<Time>& times, std::string_view published);

}  // namespace sayso::extract
