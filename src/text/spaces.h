#pragma once
#include <string>
#include <string_view>

namespace sayso::text {

/// The words of `text` with one space between them and none around.
[[nodiscard]] std::string single_spaced(std::string_view text);

}  // namespace sayso::text
