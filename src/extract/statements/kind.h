#pragma once
#include <optional>
#include <string_view>

#include "sayso/record.h"

namespace sayso::extract {

/// What a cue makes of its content, by the last of its words that tells: "denied that" a denial, "wants to" an intent.
/// Nothing where no word attributes.
[[nodiscard]] std::optional<StatementKind> kind_of_cue(std::string_view cue);

}  // namespace sayso::extract
