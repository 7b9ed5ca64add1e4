#pragma once
#include <string_view>
#include <vector>

#include "ingest/html_metadata.h"

namespace sayso::ingest {

/// The first article (NewsArticle and its kin before Article and BlogPosting) that the JSON-LD blocks of a page
/// describe, wherever it stands: at the top, in an array, in @graph or as mainEntity. `{"@id": ...}` is looked up in
/// all blocks. A block that is no JSON, even after the usual repairs, is passed over.
[[nodiscard]] HtmlMetadata read_json_ld(const std::vector<std::string_view>& blocks);

}  // namespace sayso::ingest
