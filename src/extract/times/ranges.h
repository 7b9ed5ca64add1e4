#pragma once
#include <vector>

#include "extract/times/expression.h"
#include "extract/times/terms.h"

namespace sayso::extract {

/// The times that begin at a term: one, or both ends of a range or list whose parts share words: "5 to 7 May", "May
/// 5-7", "4 to 23 of next month", "2016-17", "2 to 4 p.m.", "from 3 to 5 on Monday", "June and July 2019". `day` is a
/// day named right before, to which hours may belong, or null. Ascending, disjoint; none where no time begins.
[[nodiscard]] std::vector<Match> times_at(const Terms& terms, std::size_t at, const Expression* day);

}  // namespace sayso::extract
