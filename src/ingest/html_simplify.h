#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace sayso::ingest {

/// Open elements at one time; pages of news rarely have more than 60.
inline constexpr std::size_t kMaxHtmlDepth = 256;
/// Tags in one page, after which only text is read; bounds the memory of the parsed tree.
inline constexpr std::size_t kMaxHtmlTags = 2'000'000;

/// A page without what an article is not made of.
struct SimplePage {
  std::string html;                       ///< for the parser
  std::vector<std::string_view> json_ld;  ///< content of <script type="application/ld+json">, in the page's order
};

/// Prepares a page for the HTML parser, whose time is quadratic in the depth of the tree, in the number of unclosed
/// formatting elements and in the attributes of one tag. Scripts, styles, embedded objects and comments go; formatting
/// tags go, their text stays; of the attributes only those that ingest reads stay; beyond kMaxHtmlDepth the tree is
/// flattened. `<a href>` is written as the unknown element `<x-a>`, which has none of the special rules for `<a>`.
/// Linear time; `page` is valid UTF-8 and must outlive the result.
[[nodiscard]] SimplePage simplify_html(std::string_view page);

}  // namespace sayso::ingest
