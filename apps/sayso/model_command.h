#pragma once
#include <string>

namespace sayso::cli {

struct ModelOptions {
  std::string model, format = "text";
};

/// Shows which model and kernels are in use. Gives the exit code.
[[nodiscard]] int run_model(const ModelOptions& options);

}  // namespace sayso::cli
