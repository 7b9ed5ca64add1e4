#pragma once
#include <cstdint>
#include <string_view>

namespace sayso::store {

/// FNV-1a, 64 bits (RFC 9923), continued from `value`.
[[nodiscard]] constexpr std::uint64_t hash_on(std::uint64_t value, std::string_view bytes) {
  for (const char c : bytes) value = (value ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  return value;
}
inline constexpr std::uint64_t kHashBegin = 0xCBF29CE484222325ULL;

/// FNV's low bits follow the last byte: a finisher, so that any of the bits and the smallest of several are a fair
/// choice.
[[nodiscard]] constexpr std::int64_t finished(std::uint64_t value) {
  value ^= value >> 32;
  value *= 0x9E3779B97F4A7C15ULL;
  value ^= value >> 29;
  return static_cast<std::int64_t>(value);
}

/// Of a word with a number, 31 bits: SQLite stores small numbers in few bytes.
[[nodiscard]] constexpr std::int64_t hash_of(std::string_view word, std::int64_t number) {
  const auto bits = static_cast<std::uint64_t>(number) * 0x9E3779B97F4A7C15ULL;
  return finished(hash_on(kHashBegin ^ bits, word)) & 0x7FFFFFFF;
}

}  // namespace sayso::store
