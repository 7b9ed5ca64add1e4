#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdio>
#include <exception>
#include <string>

#include "commands.h"
#include "exit_code.h"

namespace {

constexpr const char* kExamples = R"(Examples:
  sayso read article.txt
  sayso read news/ --format jsonl --output statements.jsonl
  sayso ledger news/ --due-before 2025-01-01
  sayso events news/
  sayso add news/ && sayso find --speaker kirby --about missiles
  sayso eval polnear/dev
  sayso serve
  sayso COMMAND --help)";

int complain(const std::string& what, const std::string& command = {}) {
  std::fprintf(stderr, "sayso: %s\nSee: sayso %s--help\n", what.c_str(), command.c_str());
  return sayso::cli::kUsage;
}

int run(int argc, char** argv) {
  int exit_code = sayso::cli::kAllGood;
  CLI::App app("Reads political news and tells who said what, and what was promised, and who did what to whom.",
               "sayso");
  app.set_version_flag("--version", std::string("sayso ") + SAYSO_VERSION);
  app.require_subcommand(1);
  app.footer(kExamples);
  sayso::cli::add_read_command(app, exit_code);
  sayso::cli::add_add_command(app, exit_code);
  sayso::cli::add_find_command(app, exit_code);
  sayso::cli::add_timeline_command(app, exit_code);
  sayso::cli::add_links_command(app, exit_code);
  sayso::cli::add_actors_command(app, exit_code);
  sayso::cli::add_verdicts_command(app, exit_code);
  sayso::cli::add_events_command(app, exit_code);
  sayso::cli::add_explain_command(app, exit_code);
  sayso::cli::add_ledger_command(app, exit_code);
  sayso::cli::add_eval_command(app, exit_code);
  sayso::cli::add_model_command(app, exit_code);
  sayso::cli::add_lexicon_command(app, exit_code);
  sayso::cli::add_serve_command(app, exit_code);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& asked) {  // --help, --version
    app.exit(asked);
    return sayso::cli::kAllGood;
  } catch (const CLI::ParseError& error) {
    const auto commands = app.get_subcommands();
    if (!commands.empty()) return complain(error.what(), commands.front()->get_name() + " ");
    if (argc < 2)
      return complain(
          "a command is missing: read, add, find, timeline, links, actors, events, explain, ledger, eval, model, "
          "lexicon or "
          "serve");
    return complain(std::string("there is no command or option '") + argv[1] + "'");
  }
  return exit_code;
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is a write error like another
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {  // out of memory, most of all
    std::fprintf(stderr, "sayso: %s\n", error.what());
    return sayso::cli::kNoOutput;
  }
}
