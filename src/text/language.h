#pragma once
#include <string_view>

namespace sayso::text {

/// Whether running text reads as English: at least a seventh of its first 2,000 words are English function words, and
/// hardly any of its letters belong to another script. Texts of fewer than 20 words pass.
[[nodiscard]] bool looks_english(std::string_view text);

}  // namespace sayso::text
