#pragma once
#include <vector>

#include "extract/times/expression.h"
#include "extract/times/terms.h"

namespace sayso::extract {

/// The times that begin at a term: one, or both ends of a range or list whose parts share words: "5 to 7 May", "May
/// 5-7", "2016-17", "2 to 4 p.m.", "June and July 2019". Ascending, disjoint; none where no time begins.
[[nodiscard]] std::vector<Match> times_at(const Terms& terms, std::size_t at);

}  // namespace sayso::extract
