#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "output_options.h"

namespace sayso::cli {

struct ActorOptions {
  OutputOptions output;
  std::string database, name;
  std::size_t limit = 50;
  std::vector<std::int64_t> same;
  std::int64_t apart = 0;
};

/// Lists the actors of the database, or takes a correction. Gives the exit code.
[[nodiscard]] int run_actors(const ActorOptions& options);

}  // namespace sayso::cli
