#pragma once
#include <cstddef>
#include <string>

namespace sayso::cli {

struct EvalOptions {
  std::string gold, pred, split = "test", model, format = "text";
  std::size_t threads = 0;
  bool no_merge = false, quiet = false;
};

/// Scores statements against gold. Gives the exit code.
[[nodiscard]] int run_eval(const EvalOptions& options);

}  // namespace sayso::cli
