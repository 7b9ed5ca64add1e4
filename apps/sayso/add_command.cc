#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>
#include <string>

#include "commands.h"
#include "complain.h"
#include "exit_code.h"
#include "input_options.h"
#include "read_documents.h"
#include "store_path.h"
#include "store_sink.h"

namespace sayso::cli {
namespace {

struct AddOptions {
  InputOptions input;
  std::string database;
  bool again = false;
};

int add(const AddOptions& options) {
  const InputOptions& input = options.input;
  if (!is_day("--date", input.date)) return kUsage;
  const std::string path = store_path(options.database);
  if (!spares_inputs(input, "--db", path, "add")) return kUsage;
  const auto reader = open_reader(input);
  if (!reader) return kNoModel;
  auto store = open_store(options.database, Store::Access::write);
  if (!store) return kNoOutput;
  StoreSink sink(*store, options.again ? Store::Again::replace : Store::Again::keep);
  const int exit_code = read_documents(*reader, input, sink);
  if (!input.quiet) {
    std::fprintf(stderr, "sayso: %zu added, %zu known already: %s\n", sink.added(), sink.known(), path.c_str());
  }
  return exit_code;
}

constexpr const char* kExamples = R"(Examples:
  sayso add news/                                 every file of a folder and those below
  sayso add news/ --db news.db
  zcat 2024.jsonl.gz | sayso add - --db news.db
  sayso add news/ --again                         after a new model or lexicon

A document is stored once: the same text of the same outlet is passed over, so that a run which was interrupted goes on
when the same command is given again. What was stored stays, whenever the program ends. docs/store.md tells more.
Inputs are those of sayso read. Exit code: as of sayso read; 4 also where the database cannot be written.)";

}  // namespace

void add_add_command(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<AddOptions>();
  CLI::App* command = app.add_subcommand("add", "Read articles into a database, to ask it afterwards");
  command->add_option("--db", options->database, "The database; else SAYSO_DB, else the one in your folder for data")
      ->type_name("FILE");
  command->add_flag("--again", options->again, "Read documents that are there already once more, in place of the old");
  add_event_option(*command, options->input);
  add_reading_options(*command, options->input);
  command->get_option("--quiet")->description("No progress bar and no summary");
  command->footer(kExamples);
  command->callback([options, &exit_code] { exit_code = add(*options); });
}

}  // namespace sayso::cli
