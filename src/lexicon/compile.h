#pragma once
#include <string>

#include "lexicon/entries.h"
#include "lexicon/lexicon_file.h"
#include "sayso/result.h"

namespace sayso::lexicon {

/// A resolved draft (resolve.h) as the bytes of a compiled lexicon. The same draft gives the same bytes. Error:
/// lexicon_limit where the strings need more than 4 GiB.
[[nodiscard]] Result<std::string> compile(const Draft& draft);

/// The rows that a compiled lexicon was made of, as the ground for more rows. `path` is named in messages.
[[nodiscard]] Draft unpack(const LexiconFile& file, const std::string& path);

}  // namespace sayso::lexicon
