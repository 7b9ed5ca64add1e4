// Any bytes, read as plain text, HTML and JSON Lines: no crash, and every document holds valid UTF-8.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "ingest/format.h"
#include "ingest/html.h"
#include "ingest/jsonl.h"
#include "ingest/plain.h"
#include "text/utf8.h"

namespace {

void check(const sayso::Result<sayso::Document>& document) {
  if (!document.ok()) return;
  const std::string_view text = document->text;
  if (!sayso::text::is_valid_utf8(text) || text.find_first_of(std::string_view("\r\0", 2)) != text.npos) std::abort();
  for (const auto* field :
       {&document->title, &document->outlet, &document->byline, &document->published, &document->extra}) {
    if (!sayso::text::is_valid_utf8(*field)) std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  check(sayso::ingest::plain_document(bytes, "fuzz", {}));
  check(sayso::ingest::html_document(bytes, "fuzz", {}));
  check(sayso::ingest::jsonl_document(bytes, "fuzz", 1, {}));
  (void)sayso::ingest::format_of_content(bytes);
  return 0;
}
