#pragma once
#include <CLI/CLI.hpp>
#include <string>

#include "input_options.h"
#include "output_options.h"
#include "question_options.h"

// Options that several commands have alike.
namespace sayso::cli {

/// Adds the options of InputOptions to `command`, each with its help.
void add_input_options(CLI::App& command, InputOptions& options);

/// The same for a command that shows no records: all but --output and --color.
void add_reading_options(CLI::App& command, InputOptions& options);

/// Adds --events to a command that shows events.
void add_event_option(CLI::App& command, InputOptions& options);

/// Adds those of QuestionOptions; `who` says whom --speaker names.
void add_question_options(CLI::App& command, QuestionOptions& options, const std::string& who);

/// Adds --format, --output and --color.
void add_output_options(CLI::App& command, OutputOptions& options);

}  // namespace sayso::cli
