#pragma once
#include <span>
#include <vector>

#include "model/mentions.h"
#include "model/windows.h"

namespace sayso::model {

/// Adds the mentions `found` in a section, which count its pieces from 0, to those of the sections before it: each
/// piece is left to the section that it is the own of. What refers to the overlap refers to the mention kept there with
/// that head, or, where none was kept, to what that one took up.
void append_section(std::vector<Mention>& all, std::span<const Mention> found, const Window& section);

}  // namespace sayso::model
