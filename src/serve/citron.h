#pragma once
#include <string>

#include "sayso/record.h"

namespace sayso::serve {

/// A record as BBC Citron's /quotes answers: `quotes`, each with `sources`, `coreferences`, `cue`, `contents` and
/// `confidence`, and `source`, which names the program and the model; positions in characters. Where the source is a
/// pronoun or description of someone with a name, `sources` holds the name and `coreferences` the words beside the cue.
/// Citron knows no statement without cue or source and none within another: these are left out.
/// Source of the form: github.com/bbc/citron, docs/data_format.md and citron/citron.py.
[[nodiscard]] std::string to_citron_json(const Record& record);

}  // namespace sayso::serve
