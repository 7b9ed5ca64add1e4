#pragma once
#include <string>
#include <vector>

#include "sayso/store.h"

namespace sayso::store {

/// A list of objects with line breaks (docs/store.md).
[[nodiscard]] std::string to_json(const std::vector<StoredActor>& actors);

}  // namespace sayso::store
