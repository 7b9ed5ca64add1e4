#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

#include "sayso/record.h"

namespace sayso::extract {

/// Makes one of entries that say the same: of one actor, acts of one group, actions of mostly the same words. A
/// headline (what ends before `headline`) yields to the text below it when a third of its words are there. What the one
/// that stays lacks is taken from the other. `entries` are in the order of the text. Of each actor the last few are
/// looked at, so that the time is linear. What stands within another action of the same actor goes too.
void merge_repetitions(std::string_view text, std::size_t headline, std::vector<LedgerEntry>& entries);

}  // namespace sayso::extract
