#pragma once
#include <string>

#include "input_options.h"
#include "question_options.h"

namespace sayso::cli {

struct LedgerOptions {
  InputOptions input;
  QuestionOptions question;
  std::string format = "table", calendar;
  std::string due_before, actor, act, stage, as_of;
  bool overdue = false;  ///< only what is, on the day `as_of`, else today
};

/// Lists the ledger of articles, or of the database where there are none. Gives the exit code.
[[nodiscard]] int run_ledger(const LedgerOptions& options);

}  // namespace sayso::cli
