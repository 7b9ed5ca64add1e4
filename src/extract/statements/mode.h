#pragma once
#include <string_view>
#include <vector>

#include "sayso/record.h"
#include "text/quotes.h"

namespace sayso::extract {

/// Direct when at least 80 % of the content's words begin inside quotation marks, mixed when any do, but for one or two
/// words in marks (scare quotes, names), which leave it indirect. Single marks count where there are no double ones.
/// `regions` are the document's quotations.
[[nodiscard]] Mode mode_of(std::string_view text, const std::vector<Span>& content,
                           const std::vector<text::QuoteRegion>& regions);

}  // namespace sayso::extract
