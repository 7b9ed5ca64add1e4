#pragma once
#include <string>

#include "input_options.h"
#include "question_options.h"

namespace sayso::cli {

struct EventOptions {
  InputOptions input;
  QuestionOptions question;
  std::string type;
  std::string format = "table";
};

/// Lists the events of articles, or of the database where there are none; for `explain`, why each is one. Gives the
/// exit code.
[[nodiscard]] int run_events(const EventOptions& options, const std::string& command);

}  // namespace sayso::cli
