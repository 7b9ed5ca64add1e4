#pragma once
#include "sayso/document.h"
#include "sayso/result.h"
#include "serve/message.h"

namespace sayso::serve {

/// The article that a request brings: plain text or HTML, with `date`, `outlet`, `title` and `url` in the query, or a
/// JSON object with these and `text` or `html`. Errors: request_malformed, request_media, invalid_date, and those of
/// ingest.
[[nodiscard]] Result<Document> article_of(const Request& request);

}  // namespace sayso::serve
