#pragma once
#include "lexicon/lexicon.h"

namespace sayso::cli {

/// Prints what was wrong in a folder on standard error, one fault a line.
void print_faults(const lexicon::Lexicon& lexicon);

}  // namespace sayso::cli
