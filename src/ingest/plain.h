#pragma once
#include <string>
#include <string_view>

#include "ingest/notes.h"
#include "sayso/document.h"
#include "sayso/result.h"

namespace sayso::ingest {

/// A document from the bytes of a text file. Valid UTF-8 with LF line ends comes through byte for byte, nothing is
/// trimmed; see text/utf8.h for what becomes of other bytes. An empty file is a document with a note.
/// Error: not_text for binary content.
[[nodiscard]] Result<Document> plain_document(std::string_view bytes, const std::string& uri, const Defaults& defaults);

}  // namespace sayso::ingest
