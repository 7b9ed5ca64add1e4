#pragma once
#include <cstdint>
#include <set>
#include <vector>

#include "sayso/record.h"
#include "store/claims.h"
#include "store/sqlite.h"

namespace sayso::store {

/// Links each statement, numbered from `first` on, to the earliest of another document that has the same words and does
/// not say the opposite ("not" put in) nor, in indirect speech, is by another named speaker, and makes it findable by
/// its own. `claims` are those of the statements. Gives the numbers of those that repeat others.
[[nodiscard]] Result<std::set<std::int64_t>> link_repeats(Database& database, const Record& record,
                                                          const std::vector<Claim>& claims, std::int64_t first);

/// They are found no more.
[[nodiscard]] Status remove_fingerprints(Database& database, const Record& record, std::int64_t first);

}  // namespace sayso::store
