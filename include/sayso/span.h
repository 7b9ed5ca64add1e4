#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sayso {

/// A half-open range `[begin, end)` of bytes in `Document::text`.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  [[nodiscard]] constexpr std::size_t size() const { return end - begin; }
  [[nodiscard]] constexpr bool empty() const { return end <= begin; }
  [[nodiscard]] constexpr bool contains(const Span& other) const { return begin <= other.begin && other.end <= end; }
  [[nodiscard]] constexpr bool overlaps(const Span& other) const { return begin < other.end && other.begin < end; }
  /// The bytes of `text` that the span names. `end` must not exceed `text.size()`.
  [[nodiscard]] constexpr std::string_view of(std::string_view text) const { return text.substr(begin, size()); }

  friend constexpr bool operator==(const Span&, const Span&) = default;
  friend constexpr auto operator<=>(const Span&, const Span&) = default;
};

}  // namespace sayso
