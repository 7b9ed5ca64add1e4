#pragma once
#include <memory>
#include <string>
#include <string_view>

#include "ingest/bytes.h"

namespace sayso::ingest {

inline constexpr std::string_view kZstdMagic = "\x28\xB5\x2F\xFD";

/// What a zstd file holds; its frames one after the other.
[[nodiscard]] Result<std::unique_ptr<Bytes>> unzstd(std::unique_ptr<Bytes> compressed, const std::string& name);

}  // namespace sayso::ingest
