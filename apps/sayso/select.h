#pragma once
#include "sayso/record.h"

namespace sayso::cli {

/// Leaves out the statements whose confidence is below `least`, and the entries of the ledger that are so or that a
/// statement left out carries. Ids stay; one that was inside a statement left out is then inside the next one around
/// it. Actors stay too, whether they still speak or not.
void keep_confident(Record& record, double least);

}  // namespace sayso::cli
