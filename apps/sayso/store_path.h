#pragma once
#include <optional>
#include <string>

#include "sayso/store.h"

namespace sayso::cli {

/// The database that is meant: `given`, else SAYSO_DB, else sayso/news.db in the user's folder for data (XDG Base
/// Directory Specification).
[[nodiscard]] std::string store_path(const std::string& given);

/// Opens it; complains and gives nothing where that fails.
[[nodiscard]] std::optional<Store> open_store(const std::string& given, Store::Access access);

}  // namespace sayso::cli
