#pragma once
#include <string>

#include "lexicon/lexicon.h"
#include "sayso/result.h"

namespace sayso::cli {

/// Where the lexicon is that came with the program: beside what was built, else ../share/sayso/sayso.lexicon beside the
/// program.
[[nodiscard]] std::string shipped_lexicon();

/// Opens `given`, else what the environment variable SAYSO_LEXICON names, else the shipped lexicon. A folder is read as
/// text over the shipped one. Errors: as Lexicon::open.
[[nodiscard]] Result<lexicon::Lexicon> open_lexicon(const std::string& given);

}  // namespace sayso::cli
