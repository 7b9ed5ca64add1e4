#pragma once
#include <string>

namespace sayso::cli {

/// Where the model is: `given` (the option --model), else the environment variable SAYSO_MODEL, else the model of the
/// source tree that this program was built from, else ../share/sayso/sayso.sayso beside the program.
[[nodiscard]] std::string model_path(const std::string& given);

}  // namespace sayso::cli
