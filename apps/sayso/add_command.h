#pragma once
#include <string>

#include "input_options.h"

namespace sayso::cli {

struct AddOptions {
  InputOptions input;
  std::string database;
  bool again = false;
};

/// Reads articles into the database. Gives the exit code.
[[nodiscard]] int run_add(const AddOptions& options);

}  // namespace sayso::cli
