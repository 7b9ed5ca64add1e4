#pragma once
#include <cstddef>
#include <string_view>

namespace sayso::cli {

/// Whether a descriptor leads to a terminal.
[[nodiscard]] bool is_terminal(int descriptor);

/// Columns of the terminal behind a descriptor, at least 20; 80 when it is none or does not say.
[[nodiscard]] std::size_t terminal_width(int descriptor);

/// Whether to colour what goes to `descriptor`: `when` is always, never or auto, which means a terminal that is not
/// "dumb", unless NO_COLOR is set (no-color.org).
[[nodiscard]] bool use_colour(std::string_view when, int descriptor);

}  // namespace sayso::cli
