// The options of all other commands.
#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <vector>

#include "commands.h"
#include "eval_command.h"
#include "lexicon_command.h"
#include "model_command.h"
#include "serve_command.h"

namespace sayso::cli {
namespace {

constexpr const char* kEvalExamples = R"(Examples:
  sayso eval polnear/dev                           read the gold texts with the model, and score
  sayso eval polnear --split dev --format json
  sayso read polnear/dev/text --format jsonl > dev.jsonl && sayso eval polnear/dev --pred dev.jsonl

GOLD holds text/DOC.txt and attributions/DOC_XXXX.ann (brat), or such a folder for each split. docs/cli.md defines the
measures. Exit code: 0 scored, 1 gold or some record could not be used, 2 wrong use, 3 no model, 4 output not written.)";

constexpr const char* kModelExamples = R"(Examples:
  sayso model
  sayso model --format json --model other.sayso
  SAYSO_KERNELS=scalar sayso model)";

constexpr const char* kLexiconExamples = R"(Examples:
  sayso lexicon show Washington
  sayso lexicon check my-actors/
  sayso lexicon build my-actors/ --output my.lexicon
  SAYSO_LEXICON=my-actors/ sayso lexicon show "Abu Nidal Organization" --format json
docs/lexicon.md has the formats.)";

constexpr const char* kServeExamples = R"(Examples:
  sayso serve                                     the page at http://127.0.0.1:8377/, for this machine alone
  sayso serve --port 9000
  sayso serve --db news.db                        and what was added: /statements?speaker=kirby
  SAYSO_TOKEN=secret sayso serve --listen 0.0.0.0:8377
  curl -H 'Content-Type: text/plain' --data-binary @article.txt http://127.0.0.1:8377/read

The API is described at /openapi.json and in docs/serve.md. Ctrl-C ends what is under way and stops.
Exit code: 0 stopped, 2 wrong use, 3 no model or no lexicon, 4 the port cannot be had.)";

}  // namespace

void add_eval_command(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<EvalOptions>();
  CLI::App* command = app.add_subcommand("eval", "Compare statements with gold annotations");
  command->add_option("gold", options->gold, "Folder with the gold annotations")->required()->type_name("GOLD");
  command
      ->add_option("--pred", options->pred, "Score these records (JSON Lines, - for standard input) instead of reading")
      ->type_name("FILE|-");
  command->add_option("--split", options->split, "Folder of GOLD, where it has one for each split")
      ->capture_default_str()
      ->type_name("NAME");
  command->add_flag("--no-merge", options->no_merge, "Do not join parts of a span that only white space parts");
  command->add_option("-f,--format", options->format, "text (a table, the default) or json")
      ->check(CLI::IsMember({"text", "json"}))
      ->type_name("FORMAT")
      ->option_text("FORMAT");
  command->add_option("-j,--threads", options->threads, "Articles read at the same time; all processors when not given")
      ->check(CLI::Range(1, 4096))
      ->option_text("N");
  command->add_option("--model", options->model, "Model file; else SAYSO_MODEL, else the one that came with sayso")
      ->type_name("FILE");
  command->add_flag("-q,--quiet", options->quiet, "No progress bar");
  command->footer(kEvalExamples);
  command->callback([options, &exit_code] { exit_code = run_eval(*options); });
}

void add_model_command(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<ModelOptions>();
  CLI::App* command = app.add_subcommand("model", "Show which model and which kernels are in use");
  command->add_option("--model", options->model, "Model file; else SAYSO_MODEL, else the one that came with sayso")
      ->type_name("FILE");
  command->add_option("-f,--format", options->format, "text (the default) or json")
      ->check(CLI::IsMember({"text", "json"}))
      ->type_name("FORMAT")
      ->option_text("FORMAT");
  command->footer(kModelExamples);
  command->callback([options, &exit_code] { exit_code = run_model(*options); });
}

void add_lexicon_command(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<LexiconOptions>();
  CLI::App* command = app.add_subcommand("lexicon", "Show, check and compile names of actors");
  command->require_subcommand(1);
  command->footer(kLexiconExamples);

  CLI::App* checking = command->add_subcommand("check", "Name every fault of a lexicon with its file and line");
  checking->add_option("DIR", options->folder, "Folder with .tsv, .actors.txt and .agents.txt, or a compiled file")
      ->required();
  checking->footer("Example:\n  sayso lexicon check my-actors/");
  checking->callback([options, &exit_code] { exit_code = check_lexicon(*options); });

  CLI::App* building = command->add_subcommand("build", "Compile a lexicon to one file that opens at once");
  building->add_option("DIR", options->folder, "Folder with .tsv, .actors.txt and .agents.txt")->required();
  building->add_option("-o,--output", options->output, "File to write")->required()->type_name("FILE");
  building->footer("Example:\n  sayso lexicon build my-actors/ --output my.lexicon");
  building->callback([options, &exit_code] { exit_code = build_lexicon(*options); });

  CLI::App* showing = command->add_subcommand("show", "Show whom or what a name may mean");
  showing->add_option("NAME", options->name, "A name, in any case, with or without accents")->required();
  showing->add_option("-f,--format", options->format, "text (the default) or json")
      ->check(CLI::IsMember({"text", "json"}))
      ->type_name("FORMAT")
      ->option_text("FORMAT");
  showing->footer("Example:\n  sayso lexicon show Kyiv");
  showing->callback([options, &exit_code] { exit_code = show_lexicon(*options); });
}

void add_serve_command(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<ServeOptions>();
  CLI::App* command = app.add_subcommand("serve", "Serve the page and a JSON API over HTTP");
  command
      ->add_option("-p,--port", options->port, "Listen at this port of 127.0.0.1 (8377 when not given; 0: a free one)")
      ->type_name("PORT");
  command->add_option("--listen", options->listen, "Listen elsewhere; where others reach it, a token is needed")
      ->type_name("ADDRESS:PORT");
  command->add_option("--db", options->database, "Answer from this database, too (sayso add)")->type_name("FILE");
  command->add_option("--token", options->token, "What clients must send; else the variable SAYSO_TOKEN")
      ->type_name("TOKEN");
  command->add_option("-j,--threads", options->reading.threads, "Threads that read, and threads that answer")
      ->check(CLI::Range(1, 1024))
      ->type_name("N")
      ->option_text("N");
  command->add_option("--model", options->reading.model, "The model file")->type_name("FILE");
  command->add_option("--lexicon", options->reading.lexicon, "Names of actors")->type_name("DIR|FILE");
  command->footer(kServeExamples);
  command->callback([options, &exit_code] { exit_code = run_serve(*options); });
}

}  // namespace sayso::cli
