#pragma once
#include <string>

#include "lexicon/lexicon.h"
#include "sayso/reader.h"
#include "sayso/result.h"

namespace sayso::cli {

/// Where the lexicon is that came with the program: beside what was built, else ../share/sayso/sayso.lexicon beside the
/// program.
[[nodiscard]] std::string shipped_lexicon();

/// The folder of event dictionaries beside it; empty where there is none.
[[nodiscard]] std::string shipped_events();

/// `given` (the option --lexicon), else what the environment variable SAYSO_LEXICON names, else the shipped lexicon. A
/// folder adds to the shipped one.
[[nodiscard]] LexiconPaths lexicon_paths(const std::string& given);

/// Opens the lexicon at lexicon_paths(given). Errors: as Lexicon::open.
[[nodiscard]] Result<lexicon::Lexicon> open_lexicon(const std::string& given);

}  // namespace sayso::cli
