#include "store/compression.h"

#include <zstd.h>

namespace sayso::store {
namespace {

constexpr int kLevel = 6;
constexpr unsigned long long kMost = 1ULL << 32;  // bytes; a frame that tells more is damaged

}  // namespace

std::string compressed(std::string_view bytes) {
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), kLevel));
  return out;
}

Result<std::string> uncompressed(std::string_view frame) {
  const Error damaged{Code::store_damaged, "a stored record is damaged"};
  const unsigned long long size = ZSTD_getFrameContentSize(frame.data(), frame.size());
  if (size > kMost) return damaged;  // also where it is not told
  std::string out(static_cast<std::size_t>(size), '\0');
  const std::size_t got = ZSTD_decompress(out.data(), out.size(), frame.data(), frame.size());
  if (ZSTD_isError(got) != 0 || got != out.size()) return damaged;
  return out;
}

}  // namespace sayso::store
