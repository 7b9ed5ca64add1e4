#pragma once
#include <string_view>

namespace sayso::ingest {

enum class Format { unknown, plain, html, jsonl, xml, warc };

/// By the extension: .txt .text .md, .html .htm, .jsonl .ndjson, .xml, .warc, in upper or lower case, with or without
/// .gz or .zst behind it; else unknown.
[[nodiscard]] Format format_of_name(std::string_view path);

/// By the first bytes of a file (64 KiB are plenty); plain when nothing else shows.
[[nodiscard]] Format format_of_content(std::string_view bytes);

}  // namespace sayso::ingest
