#pragma once
#include <string>
#include <string_view>

#include "ingest/html_tree.h"

namespace sayso::ingest {

/// What a page says about its article besides the text. Empty where it says nothing.
struct HtmlMetadata {
  std::string title;
  std::string outlet;
  std::string byline;
  std::string published;  ///< YYYY-MM-DD
  std::string body;       ///< JSON-LD articleBody, as written there
};

/// Fills the fields of `known` that are still empty: from <meta> (OpenGraph, Dublin Core and the names that publishers
/// use), then <time>, rel=author, itemprop and class names, <h1> and <title>.
void add_page_metadata(const HtmlTree& page, HtmlMetadata& known);

/// A name from a line such as `By Jane Roe | Published 2 May`: `Jane Roe`. Empty if there is none in it.
[[nodiscard]] std::string clean_byline(std::string_view line);

}  // namespace sayso::ingest
