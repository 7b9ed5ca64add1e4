#pragma once
#include "lexicon/entries.h"

namespace sayso::lexicon {

/// Joins what the rows of a draft say of each other, once all are read: drops codes and names of entries that are
/// nowhere, cuts cycles of stands_for, makes names of what stands for an entry metonyms of that entry, sorts, and drops
/// what is told twice. Each such thing in the rows that were read now (not in the lexicon below) is a fault.
///
/// Afterwards entries are sorted by id, codes by entry, and names by their words, then by entry.
void resolve(Draft& draft);

}  // namespace sayso::lexicon
