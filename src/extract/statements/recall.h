#pragma once
#include <string_view>
#include <vector>

#include "sayso/record.h"

namespace sayso::extract {

/// "Recall that earlier reports indicated ...", "Remember that ...": the reader is addressed, nobody says so. Takes
/// such statements out; what stands inside them stands on its own, and where they hold nothing but a noun phrase before
/// the cue of the next statement, that is its source. Statements are numbered anew.
void drop_reminders(std::string_view text, std::vector<Statement>& statements);

}  // namespace sayso::extract
