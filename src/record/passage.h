#pragma once
#include <algorithm>
#include <string_view>

#include "sayso/span.h"

namespace sayso {

/// The words of a span, as far as the text has them: a record can come from anywhere.
[[nodiscard]] inline std::string_view words_of(std::string_view text, const Span& span) {
  const std::size_t begin = std::min(span.begin, text.size());
  return text.substr(begin, std::min(std::max(span.end, begin), text.size()) - begin);
}

}  // namespace sayso
