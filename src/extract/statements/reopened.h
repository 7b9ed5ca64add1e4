#pragma once
#include <string_view>
#include <vector>

#include "sayso/record.h"
#include "text/quotes.h"

namespace sayso::extract {

/// A quotation over several paragraphs opens each of them again and closes the last. Where a statement has contents on
/// both sides of such paragraphs, they are its content too, unless another statement has a part of them. `regions` are
/// the quotations of `text`. Linear but for sorting.
void fill_reopened(std::string_view text, const std::vector<text::QuoteRegion>& regions,
                   std::vector<Statement>& statements);

}  // namespace sayso::extract
