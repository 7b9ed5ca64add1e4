#pragma once
#include <CLI/CLI.hpp>

namespace sayso::cli {

/// Each adds one command to `app`; when that command was given, parsing runs it and leaves its exit code in
/// `exit_code`, which must outlive `app`.
void add_read_command(CLI::App& app, int& exit_code);
void add_add_command(CLI::App& app, int& exit_code);
void add_find_command(CLI::App& app, int& exit_code);
void add_timeline_command(CLI::App& app, int& exit_code);
void add_links_command(CLI::App& app, int& exit_code);
void add_actors_command(CLI::App& app, int& exit_code);
void add_verdicts_command(CLI::App& app, int& exit_code);
void add_events_command(CLI::App& app, int& exit_code);
void add_explain_command(CLI::App& app, int& exit_code);
void add_ledger_command(CLI::App& app, int& exit_code);
void add_eval_command(CLI::App& app, int& exit_code);
void add_model_command(CLI::App& app, int& exit_code);
void add_lexicon_command(CLI::App& app, int& exit_code);
void add_serve_command(CLI::App& app, int& exit_code);

}  // namespace sayso::cli
