#include "ingest/format.h"

#include <algorithm>
#include <array>
#include <string>

#include "ingest/ascii.h"
#include "text/utf8.h"

namespace sayso::ingest {

Format format_of_name(std::string_view path) {
  for (const std::string_view compressed : {".gz", ".zst"}) {
    const std::size_t size = compressed.size();
    if (path.size() > size && same_ascii(path.substr(path.size() - size), compressed)) path.remove_suffix(size);
  }
  const std::size_t dot = path.find_last_of("./");
  if (dot == std::string_view::npos || path[dot] == '/') return Format::unknown;
  const std::string extension = lower_ascii(path.substr(dot + 1));
  if (extension == "txt" || extension == "text" || extension == "md") return Format::plain;
  if (extension == "html" || extension == "htm") return Format::html;
  if (extension == "xml") return Format::xml;
  if (extension == "warc" || extension == "wet") return Format::warc;
  return extension == "jsonl" || extension == "ndjson" ? Format::jsonl : Format::unknown;
}

Format format_of_content(std::string_view bytes) {
  constexpr std::array<std::string_view, 11> kTags = {"<!doctype html", "<html", "<head", "<body",    "<title", "<meta",
                                                      "<article",       "<main", "<div",  "<section", "<p>"};
  std::string decoded;
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    decoded = text::decode_text(bytes.substr(0, bytes.size() / 2 * 2)).text;
    bytes = decoded;
  }
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const std::string_view begin = trimmed(bytes);
  if (std::any_of(kTags.begin(), kTags.end(), [&](auto tag) { return starts_with_ascii(begin, tag); })) {
    return Format::html;
  }
  if ((begin.starts_with("<!--") || begin.starts_with("<?xml")) &&
      find_ascii(begin, "<html") != std::string_view::npos) {
    return Format::html;
  }
  if (bytes.starts_with("WARC/1.")) return Format::warc;
  if (begin.starts_with("<?xml") || begin.starts_with("<Sentence") || begin.starts_with("<Validation"))
    return Format::xml;
  // An object that its line closes, or that is longer than what we see.
  if (begin.starts_with('{') && trimmed(begin.substr(1)).starts_with('"')) {
    const std::size_t end = begin.find('\n');
    if (end == std::string_view::npos || trimmed(begin.substr(0, end)).ends_with('}')) return Format::jsonl;
  }
  return Format::plain;
}

}  // namespace sayso::ingest
