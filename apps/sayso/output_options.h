#pragma once
#include <string>

#include "page.h"

namespace sayso::cli {

/// Where a list goes, and how it looks.
struct OutputOptions {
  std::string format = "table", output, colour = "auto";
};

[[nodiscard]] PageLayout layout_of(const OutputOptions& options);

/// Writes `text` there; complains where that fails. Gives the exit code.
[[nodiscard]] int put(const OutputOptions& options, const std::string& text);

}  // namespace sayso::cli
