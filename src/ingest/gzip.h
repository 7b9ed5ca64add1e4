#pragma once
#include <memory>
#include <string>
#include <string_view>

#include "ingest/bytes.h"

namespace sayso::ingest {

inline constexpr std::string_view kGzipMagic = "\x1F\x8B\x08";

/// What a gzip file holds; its members one after the other.
[[nodiscard]] Result<std::unique_ptr<Bytes>> gunzipped(std::unique_ptr<Bytes> compressed, const std::string& name);

/// A gzip file in memory, decompressed; at most `longest` bytes. Errors: input_damaged, input_too_large.
[[nodiscard]] Result<std::string> gunzipped(std::string_view compressed, std::size_t longest);

}  // namespace sayso::ingest
