#pragma once
#include <cstddef>
#include <string>

#include "sayso/record.h"

namespace sayso::cli {

struct PageLayout {
  std::size_t width = 80;  ///< columns
  bool colour = false;
};

/// Below this a statement or an entry of the ledger is marked as unsure.
inline constexpr double kUnsure = 0.5;

/// A record as a page for a person: what the document is and who speaks most, then who says what in the order of the
/// text, statements within a statement below it, then ledger, meetings, plans and notes. No statement is shortened.
[[nodiscard]] std::string page(const Record& record, const PageLayout& layout);

/// What stands between two pages.
[[nodiscard]] std::string page_break(const PageLayout& layout);

}  // namespace sayso::cli
