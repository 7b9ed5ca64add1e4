#pragma once
#include <cstdint>
#include <string_view>

#include "lexicon/entries.h"

namespace sayso::lexicon {

/// Walks the lines of a file that may end in LF, CRLF or CR, and mix them. Lines that are no UTF-8, or hold control
/// characters other than tabs, become faults and are passed over.
class Lines {
 public:
  Lines(std::string_view text, std::uint32_t file, Draft& draft);

  /// Goes to the next line; false at the end.
  bool next();
  [[nodiscard]] std::string_view line() const { return line_; }
  [[nodiscard]] Origin origin() const { return {file_, number_}; }

 private:
  [[nodiscard]] bool readable();

  std::string_view rest_, line_;
  std::uint32_t file_, number_ = 0;
  Draft& draft_;
};

/// Without white space at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// Cuts `text` at the first `mark`: gives what is before it and leaves what is after it, or nothing.
[[nodiscard]] std::string_view cut(std::string_view& text, char mark);

/// Adds a name unless it has no word, or too many, or more than kLongestName bytes, which is a fault.
void add_name(Draft& draft, Name name);

inline constexpr std::size_t kLongestName = 1000;

}  // namespace sayso::lexicon
