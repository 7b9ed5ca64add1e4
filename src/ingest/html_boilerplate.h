#pragma once
#include <vector>

#include "ingest/html_tree.h"

namespace sayso::ingest {

/// How much of a page counts as furniture around the article.
enum class Pruning {
  hidden,  ///< head and what is hidden
  tags,    ///< also nav, aside, footer, captions, and the ARIA roles like them
  hints,   ///< also what class and id say: comments, related stories, share bars, cookie banners
};

/// For each node whether its subtree is to be left out. Linear.
[[nodiscard]] std::vector<bool> find_boilerplate(const HtmlTree& page, Pruning pruning);

}  // namespace sayso::ingest
