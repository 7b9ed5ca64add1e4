#pragma once
#include <string>

namespace sayso::cli {

struct LexiconOptions {
  std::string folder, output, name, format = "text";
};

/// Each gives the exit code.
[[nodiscard]] int check_lexicon(const LexiconOptions& options);
[[nodiscard]] int build_lexicon(const LexiconOptions& options);
[[nodiscard]] int show_lexicon(const LexiconOptions& options);

}  // namespace sayso::cli
