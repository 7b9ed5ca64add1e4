#pragma once
#include <cstdint>
#include <string_view>

namespace sayso::ingest {

/// What html_simplify does with an element.
enum class TagRole : std::uint8_t {
  unknown,  ///< tag dropped, content kept
  drop,     ///< the same for a known one: formatting, html, body, form controls
  raw,      ///< content up to the end tag is no markup; dropped
  title,    ///< the same, but kept
  skip,     ///< dropped with its content
  empty,    ///< no content; kept
  block,
  paragraph,
  item,  ///< li
  term,  ///< dt, dd
  heading,
  table,
  row,
  cell,
  link,
  inline_hinted,  ///< kept for its attributes or meaning: span, q, time, sup, custom elements
};

struct TagInfo {
  std::string_view name;  ///< in lower case
  TagRole role = TagRole::unknown;
  std::string_view emit;  ///< the name that it is written with
};

/// Looks a name in lower case up; static storage. Names with a hyphen (custom elements) are not in the table.
[[nodiscard]] TagInfo tag_info(std::string_view name);

}  // namespace sayso::ingest
