#include "ingest/ascii.h"

#include <algorithm>

#include "text/unicode.h"

namespace sayso::ingest {

using text::ascii_lower;

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), ascii_lower);
  return out;
}

bool same_ascii(std::string_view a, std::string_view b) {
  return a.size() == b.size() &&
         std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return ascii_lower(x) == ascii_lower(y); });
}

bool starts_with_ascii(std::string_view text, std::string_view prefix) {
  return same_ascii(text.substr(0, prefix.size()), prefix);
}

std::size_t find_ascii(std::string_view text, std::string_view needle, std::size_t from) {
  if (from > text.size()) return std::string_view::npos;
  const auto found = std::search(text.begin() + static_cast<std::ptrdiff_t>(from), text.end(), needle.begin(),
                                 needle.end(), [](char x, char y) { return ascii_lower(x) == y; });
  return found == text.end() && !needle.empty() ? std::string_view::npos
                                                : static_cast<std::size_t>(found - text.begin());
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_html_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_html_space(text.back())) text.remove_suffix(1);
  return text;
}

std::string collapsed(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool space = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    if (is_html_space(text[at]) || rest.starts_with("\xC2\xA0")) {
      space = true;
      at += is_html_space(text[at]) ? 1 : 2;
    } else if (rest.starts_with("\xC2\xAD") || rest.starts_with("\xE2\x80\x8B")) {
      at += text[at] == '\xC2' ? 2 : 3;
    } else {
      if (space && !out.empty()) out += ' ';
      space = false;
      out += text[at++];
    }
  }
  return out;
}

}  // namespace sayso::ingest
