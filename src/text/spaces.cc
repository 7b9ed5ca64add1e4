#include "text/spaces.h"

#include "text/unicode.h"

namespace sayso::text {

std::string single_spaced(std::string_view text) {
  std::string out;
  for (std::size_t at = skip_space(text, 0); at < text.size();) {
    const std::size_t end = skip_nonspace(text, at);
    if (!out.empty()) out += ' ';
    out += text.substr(at, end - at);
    at = skip_space(text, end);
  }
  return out;
}

}  // namespace sayso::text
