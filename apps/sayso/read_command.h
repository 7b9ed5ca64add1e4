#pragma once
#include <string>

#include "input_options.h"

namespace sayso::cli {

struct ReadOptions {
  InputOptions input;
  std::string format = "text";
};

/// Reads articles and prints their records. Gives the exit code.
[[nodiscard]] int run_read(const ReadOptions& options);

}  // namespace sayso::cli
