#pragma once
#include <string_view>
#include <vector>

#include "sayso/span.h"

namespace sayso::text {

/// The sentences of a news text, with the quotation marks and brackets that close them, without white space around.
/// Ascending, disjoint; every character that is not white space is in one. A line break ends a sentence unless the text
/// was wrapped at a fixed width or the next line goes on in lower case. Linear.
[[nodiscard]] std::vector<Span> sentences(std::string_view text);

}  // namespace sayso::text
