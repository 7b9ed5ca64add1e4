#pragma once
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "sayso/span.h"

namespace sayso {

/// Translates between positions in bytes (ours) and in characters, that is code points (brat's, Python's), of one text.
/// Linear to build; each question costs a bounded number of steps, in any order. `text` must be valid UTF-8 and must
/// outlive the object. Safe to ask from several threads.
class Characters {
 public:
  explicit Characters(std::string_view text);

  [[nodiscard]] std::size_t count() const { return count_; }
  /// The character that begins at byte `byte` (the text's size gives `count()`); nothing inside a character or outside.
  [[nodiscard]] std::optional<std::size_t> at_byte(std::size_t byte) const;
  /// The byte at which character `character` begins (`count()` gives the text's size); nothing outside the text.
  [[nodiscard]] std::optional<std::size_t> to_byte(std::size_t character) const;
  /// A span of bytes in characters; nothing when a border is none of a character's.
  [[nodiscard]] std::optional<Span> from_bytes(const Span& bytes) const;
  /// A span of characters in bytes.
  [[nodiscard]] std::optional<Span> to_bytes(const Span& characters) const;

 private:
  std::string_view text_;
  std::vector<std::size_t> before_;  ///< characters that begin before byte 256 * i
  std::size_t count_ = 0;
};

}  // namespace sayso
