#pragma once
#include <string>

#include "output_options.h"
#include "question_options.h"

namespace sayso::cli {

struct FindOptions {
  QuestionOptions question;
  OutputOptions output;
  std::string mode, kind;
  bool oldest_first = false;
};

/// Lists statements of the database. Gives the exit code.
[[nodiscard]] int run_find(const FindOptions& options);

/// Lists links of the statements and entries that would be found. Gives the exit code.
[[nodiscard]] int run_links(const FindOptions& options);

}  // namespace sayso::cli
