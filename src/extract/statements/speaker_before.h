#pragma once
#include <string_view>
#include <vector>

#include "sayso/record.h"

namespace sayso::extract {

/// Gives quotations that nothing attributes the speaker that the layout or the sentence before tells:
/// - "From the mayor: ..." at the start of a line: the mayor, by the colon;
/// - "Mayor Brandt did not smile. ..." before it in the paragraph: the person whom that sentence begins with, if
/// nothing
///   in it is said.
/// A quotation whose source is nobody ("Nobody answered.") counts as one that nothing attributes. Linear but for
/// sorting.
void give_speakers_before(std::string_view text, std::vector<Statement>& statements);

}  // namespace sayso::extract
