#pragma once
#include "sayso/result.h"
#include "store/sqlite.h"

namespace sayso::store {

/// The version that this program writes: PRAGMA user_version.
inline constexpr int kSchemaVersion = 2;

/// Checks that a database is one of ours and of a version that this program knows. Where `access` is write, an empty
/// one gets its tables and an older one is brought up, each in one transaction. Errors: store_version, store_damaged,
/// store_locked, store_read_only, store_full.
[[nodiscard]] Status prepare_schema(Database& database, Database::Access access);

}  // namespace sayso::store
