#pragma once
#include <string_view>

#include "text/utf8.h"

namespace sayso::ingest {

/// The text of an HTML file, still with its markup: UTF-8 where a byte-order mark says so or all bytes fit, UTF-16 by
/// its mark, else what `<meta charset>` (or the XML declaration) among the first 8 KiB names, as iconv knows it;
/// latin-1 is read as Windows-1252, as browsers do. Without a usable name the bytes decide, see text::decode_text().
[[nodiscard]] text::CleanText decode_html(std::string_view bytes);

}  // namespace sayso::ingest
