#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "ingest/notes.h"
#include "sayso/document.h"
#include "sayso/result.h"

namespace sayso::ingest {

/// A document from one line of JSONL: an object with `text` and, where known, `title`, `published`, `outlet`, `url`,
/// `id`, all strings. `uri` is `url`, else `id`, else `path:line`. Fields that are not used are kept in `extra`, their
/// values byte for byte as written. `published` is cut to its day; one that is no existing day is dropped with a note.
/// `line` counts from 1. Error: invalid_json with file, line and, where known, the byte within the line.
[[nodiscard]] Result<Document> jsonl_document(std::string_view bytes, const std::string& path, std::size_t line,
                                              const Defaults& defaults);

}  // namespace sayso::ingest
