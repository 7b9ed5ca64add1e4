#pragma once
#include <string>
#include <string_view>

#include "ingest/notes.h"
#include "sayso/document.h"
#include "sayso/result.h"

namespace sayso::ingest {

/// The largest page that is read; its parsed form takes a multiple of that in memory.
inline constexpr std::size_t kMaxHtmlBytes = std::size_t{1} << 27;

/// A document from the bytes of an HTML page: the story as text, in paragraphs with an empty line between, and title,
/// outlet, byline and date as the page gives them (JSON-LD first, then <meta>, then the visible page). Where the page
/// shows only a teaser, JSON-LD's articleBody is the text. Linear in time, safe for any bytes.
/// Errors: not_text for binary content, no_article for a page without readable text, input_too_large.
[[nodiscard]] Result<Document> html_document(std::string_view bytes, const std::string& uri, const Defaults& defaults);

}  // namespace sayso::ingest
