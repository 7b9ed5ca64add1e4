#pragma once
#include <string>

#include "page.h"
#include "sayso/record.h"

namespace sayso::cli {

/// The document and a row for each event: type, who, to whom, when, how it stands to the facts, the words. Empty
/// without events.
[[nodiscard]] std::string event_table(const Record& record, const PageLayout& layout);

/// Why each event is one: its words in their sentence, the dictionary line, and where each code comes from.
[[nodiscard]] std::string explanation(const Record& record);

}  // namespace sayso::cli
