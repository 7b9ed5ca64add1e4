#pragma once
#include <cstddef>
#include <cstdint>
#include <map>

#include "store/sqlite.h"

namespace sayso::store {

/// Counts the numbers in the first column of a query whose parameters are bound, and ends it.
[[nodiscard]] inline Status tally(Query& query, std::map<std::int64_t, std::size_t>& counts) {
  for (;;) {
    const auto row = query.step();
    if (!row.ok()) return row.error();
    if (!*row) break;
    ++counts[query.integer(0)];
  }
  query.reset();
  return Done{};
}

}  // namespace sayso::store
