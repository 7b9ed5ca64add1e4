#pragma once
#include <cstdint>

#include "sayso/store.h"
#include "store/search.h"
#include "store/sqlite.h"

namespace sayso::store {

/// Enters a link between two statements or two entries.
[[nodiscard]] Status enter_link(Database& database, Sort sort, std::int64_t later, std::int64_t earlier, LinkKind kind,
                                double confidence);

}  // namespace sayso::store
