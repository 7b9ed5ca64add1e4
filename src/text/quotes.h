#pragma once
#include <string_view>
#include <vector>

#include "sayso/span.h"

namespace sayso::text {

/// A quotation in double marks (" “ ” „ ‟ « » '' ``), marks included. One that its paragraph does not close reaches to
/// the end of the paragraph, that is of the line: news reopens a quotation with each paragraph.
struct QuoteRegion {
  Span span;
  bool closed = true;
};

/// The quotations of a text, ascending and disjoint; there is none within another. Linear. What a mark does:
/// - a straight mark opens after white space or an opening bracket or dash, closes before white space, closing
///   punctuation or a dash, and where both or neither hold closes what is open, else opens;
/// - “ « „ `` open, but close where a quotation is open and only a closing mark could stand;
/// - ” » close, but open where none is open and only an opening mark could stand.
[[nodiscard]] std::vector<QuoteRegion> quote_regions(std::string_view text);

/// Whether every quotation is closed, or left open before a paragraph that opens with a mark, and every closing mark
/// has something to close. A straight mark after a digit may mean inches or seconds.
[[nodiscard]] bool balanced(std::string_view text);

}  // namespace sayso::text
