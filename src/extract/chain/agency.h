#pragma once
#include <string_view>
#include <vector>

#include "extract/chain/words.h"
#include "sayso/record.h"

namespace sayso::extract {

/// "BERLIN (Fjord Wire) - ...", "By Ada Holm, Fjord Wire" in the first lines of an article: the agency that wrote it
/// reported all of it, so each outermost statement came through it.
void add_agency(std::string_view text, const Words& words, std::vector<Statement>& statements);

}  // namespace sayso::extract
