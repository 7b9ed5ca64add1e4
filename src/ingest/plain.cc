#include "ingest/plain.h"

#include <utility>

namespace sayso::ingest {

Result<Document> plain_document(std::string_view bytes, const std::string& uri, const Defaults& defaults) {
  if (text::is_binary(bytes)) return Error{Code::not_text, "is binary, not text", uri};
  text::CleanText clean = text::decode_text(bytes);
  Document document;
  document.uri = uri;
  document.text = std::move(clean.text);
  finish(document, clean, defaults);
  return document;
}

}  // namespace sayso::ingest
