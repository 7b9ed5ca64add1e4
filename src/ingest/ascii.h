#pragma once
#include <string>
#include <string_view>

namespace sayso::ingest {

/// White space of HTML and JSON: space, tab, line feed, form feed, carriage return.
[[nodiscard]] constexpr bool is_html_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

/// ASCII letters to lower case; other bytes stay.
[[nodiscard]] std::string lower_ascii(std::string_view text);

/// Equal but for the case of ASCII letters.
[[nodiscard]] bool same_ascii(std::string_view a, std::string_view b);
[[nodiscard]] bool starts_with_ascii(std::string_view text, std::string_view prefix);

/// Where `needle` (in lower case) first stands in `text` at or after `from`, whatever the case; npos if nowhere.
[[nodiscard]] std::size_t find_ascii(std::string_view text, std::string_view needle, std::size_t from = 0);

/// Without HTML white space at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// Trimmed, each run of white space (also U+00A0) one space, without soft hyphens and zero-width spaces.
[[nodiscard]] std::string collapsed(std::string_view text);

}  // namespace sayso::ingest
