#pragma once
#include <string>

#include "sayso/record.h"

namespace sayso::cli {

/// A line for each event: type, who, to whom, when, how it stands to the facts, the words.
[[nodiscard]] std::string event_table(const Record& record);

/// Why each event is one: its words in their sentence, the dictionary line, and where each code comes from.
[[nodiscard]] std::string explanation(const Record& record);

}  // namespace sayso::cli
