#pragma once
#include <string>
#include <string_view>

#include "sayso/result.h"

namespace sayso::store {

/// A frame of zstd (RFC 8878).
[[nodiscard]] std::string compressed(std::string_view bytes);

/// The inverse. Error: store_damaged.
[[nodiscard]] Result<std::string> uncompressed(std::string_view frame);

}  // namespace sayso::store
