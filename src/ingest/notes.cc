#include "ingest/notes.h"

#include <algorithm>

#include "base/sha256.h"
#include "text/language.h"
#include "text/quotes.h"
#include "text/unicode.h"

namespace sayso::ingest {
namespace {

// The language shows in the first pages; a long text need not be read to its end for it.
constexpr std::size_t kLanguageSample = 65536;
constexpr std::size_t kLongLine = 100'000;

std::string count_of(std::size_t n, const char* one, const char* many) {
  return std::to_string(n) + " " + (n == 1 ? one : many);
}

std::string replaced_message(const text::CleanText& clean) {
  if (clean.encoding == text::Encoding::windows_1252) {
    return count_of(clean.replaced, "byte is", "bytes are") + " not UTF-8: read as Windows-1252";
  }
  return count_of(clean.replaced, "invalid sequence of bytes was", "invalid sequences of bytes were") +
         " replaced by U+FFFD";
}

std::size_t longest_line(std::string_view text) {
  std::size_t longest = 0, begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    longest = std::max(longest, end - begin);
    begin = end + 1;
  }
  return longest;
}

}  // namespace

void finish(Document& document, const text::CleanText& clean, const Defaults& defaults) {
  if (document.published.empty()) document.published = defaults.date;
  if (document.outlet.empty()) document.outlet = defaults.outlet;
  document.id = sha256_hex(document.text);
  document.lang = "und";

  const std::string_view text = document.text;
  if (clean.replaced > 0) document.notes.push_back({Code::note_replaced_bytes, replaced_message(clean)});
  if (text::skip_space(text, 0) == text.size()) {
    document.notes.push_back({Code::note_empty, text.empty() ? "the text is empty" : "the text is blank"});
    return;
  }
  if (text::looks_english(text.substr(0, kLanguageSample))) {
    document.lang = "en";
  } else {
    document.notes.push_back({Code::note_not_english, "the text does not look English: expect little from it"});
  }
  if (!text::balanced(text)) {
    document.notes.push_back({Code::note_unbalanced_quotes, "a quotation mark has no partner"});
  }
  const std::size_t line = longest_line(text);
  if (line > kLongLine) {
    document.notes.push_back({Code::note_long_line, "a line of " + std::to_string(line) + " bytes"});
  }
}

}  // namespace sayso::ingest
