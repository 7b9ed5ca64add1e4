#pragma once
#include <string>
#include <string_view>

#include "lexicon/lexicon.h"

namespace sayso::cli {

/// What a name may mean, for a person: one paragraph an entry.
[[nodiscard]] std::string meanings_as_text(const lexicon::Lexicon& lexicon, std::string_view name);

/// The same as a JSON object: name, candidates.
[[nodiscard]] std::string meanings_as_json(const lexicon::Lexicon& lexicon, std::string_view name);

}  // namespace sayso::cli
