#pragma once
#include <string>
#include <string_view>

#include "ingest/html_tree.h"

namespace sayso::ingest {

/// The readable part of a page.
struct HtmlArticle {
  std::string text;       ///< paragraphs with an empty line between; empty if the page has none
  std::string byline;     ///< from a line above the story, such as `By Jane Roe`
  std::string published;  ///< YYYY-MM-DD, from such a line
};

/// Finds the story by text density: each block of text counts for or against being part of one by its length and its
/// share of links, and the element with the best sum wins, unless itemprop=articleBody, <article> or <main> name
/// another that holds most of it (after Readability and Kohlschütter et al., Boilerplate Detection using Shallow Text
/// Features, WSDM 2010). `title` is left out where the page repeats it above the story. Linear.
[[nodiscard]] HtmlArticle find_article(const HtmlTree& page, std::string_view title);

/// All text of a page or fragment, in paragraphs.
[[nodiscard]] std::string all_text(const HtmlTree& page);

}  // namespace sayso::ingest
