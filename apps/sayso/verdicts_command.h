#pragma once
#include <string>

namespace sayso::cli {

struct VerdictOptions {
  std::string database;
  std::string output;  ///< a folder for brat; empty: only counts
};

/// Tells how many statements of the database people have judged, and writes those that are right as brat. Gives the
/// exit code.
[[nodiscard]] int run_verdicts(const VerdictOptions& options);

}  // namespace sayso::cli
