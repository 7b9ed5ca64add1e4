#pragma once
#include <cstdint>
#include <string>

#include "input_options.h"

namespace sayso::cli {

struct ServeOptions {
  InputOptions reading;
  std::string listen, token;
  std::string database;  ///< empty: none
  std::uint16_t port = 8377;
};

/// Serves the page and the API until it is told to stop. Gives the exit code.
[[nodiscard]] int run_serve(const ServeOptions& options);

}  // namespace sayso::cli
