#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace sayso::lexicon {

/// The words of a phrase in a dictionary, as text::tokens() cuts them, in small letters; "_" is a blank.
[[nodiscard]] std::vector<std::string> event_words(std::string_view phrase);

}  // namespace sayso::lexicon
