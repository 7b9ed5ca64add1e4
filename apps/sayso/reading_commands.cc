// The options of the commands that read articles.
#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <vector>

#include "commands.h"
#include "events_command.h"
#include "ledger_command.h"
#include "read_command.h"
#include "shared_options.h"

namespace sayso::cli {
namespace {

constexpr const char* kReadExamples = R"(Examples:
  sayso read article.txt                          a page in the terminal
  sayso read --date 2024-11-02 news/              every file of a folder and those below
  zcat 2024.jsonl.gz | sayso read - --format jsonl > statements.jsonl
  sayso read page.html --format json | jq '.statements[].source.text'
  sayso read articles/ --format brat --output annotated
  sayso read news/ --lexicon my-actors/           with names of your own (docs/lexicon.md)

Inputs are plain text, HTML, JSON Lines (.jsonl: "text", "title", "published", "outlet", "url", "id") and WARC, also as
.gz or .zst.
Exit code: 0 all read, 1 some input could not be read, 2 wrong use, 3 no model or no lexicon, 4 output not written.)";

constexpr const char* kLedgerExamples = R"(Examples:
  sayso ledger news/                              all entries, those due first at the top
  sayso ledger news/ --due-before 2025-01-01 --act pledge
  sayso ledger news/ --actor "white house" --format csv --output white-house.csv
  sayso ledger news/ --ics deadlines.ics          for a calendar program, meetings too
  sayso ledger --actor kirby --since 2024-10-01   of the database (sayso add)
  sayso ledger --overdue                          of the database what was due and is not done, as far as it tells
  zcat 2024.jsonl.gz | sayso ledger - --format json | jq '.[].deadline.day'

Inputs are those of sayso read, and so are the exit codes. docs/cli.md tells what the columns and keys mean.)";

void add_coder_options(CLI::App& command, EventOptions& options) {
  command
      .add_option("--dictionaries", options.input.dictionaries,
                  "A folder of PETRARCH's dictionaries: only its verbs, actors and agents count")
      ->type_name("DIR");
  add_input_options(command, options.input);
  add_event_option(command, options.input);
}

constexpr const char* kEventExamples = R"(Examples:
  sayso events news/                              a row for each event
  sayso events news/ --format csv --output events.csv
  sayso events story.xml --dictionaries petrarch/ --format petrarch
  sayso events --speaker tarn --type PROTEST      of the database (sayso add)
  sayso explain article.txt                       why each is one, and where its codes come from

Inputs are those of sayso read, and so are the exit codes. docs/events.md tells how a text is coded.)";

}  // namespace

void add_read_command(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<ReadOptions>();
  CLI::App* command = app.add_subcommand("read", "Read articles and print who said what, and what was promised");
  command
      ->add_option("-f,--format", options->format, "text (a page, the default), json, jsonl (a record a line) or brat")
      ->check(CLI::IsMember({"text", "json", "jsonl", "brat"}))
      ->type_name("FORMAT")
      ->option_text("FORMAT");
  add_event_option(*command, options->input);
  add_input_options(*command, options->input);
  command->get_option("--output")->description("Write here instead of standard output; a folder for brat");
  command->footer(kReadExamples);
  command->callback([options, &exit_code] { exit_code = run_read(*options); });
}

void add_ledger_command(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<LedgerOptions>();
  CLI::App* command = app.add_subcommand("ledger", "List what was promised, asked or expected, by deadline");
  command->add_option("-f,--format", options->format, "table (the default), csv or json")
      ->check(CLI::IsMember({"table", "csv", "json"}))
      ->type_name("FORMAT")
      ->option_text("FORMAT");
  command->add_option("--ics", options->calendar, "Write deadlines and meetings here, as a calendar (RFC 5545)")
      ->type_name("FILE");
  command->add_option("--due-before", options->due_before, "Only what is due before this day")->type_name("YYYY-MM-DD");
  command->add_option("--actor", options->actor, "Only entries whose actor has this name, or a part of it")
      ->type_name("NAME");
  command->add_option("--act", options->act, "Only of this act: " + listed(names_of_all<Act>()))
      ->check(CLI::IsMember(names_of_all<Act>()))
      ->type_name("ACT")
      ->option_text("ACT");
  command->add_option("--stage", options->stage, "Only of this stage: " + listed(names_of_all<Stage>()))
      ->check(CLI::IsMember(names_of_all<Stage>()))
      ->type_name("STAGE")
      ->option_text("STAGE");
  command->add_flag("--overdue", options->overdue,
                    "Of the database only what was due and is not done, as far as it tells");
  command->add_option("--as-of", options->as_of, "What is overdue on this day; today when not given")
      ->type_name("YYYY-MM-DD");
  add_question_options(*command, options->question, "The same as --actor");
  add_input_options(*command, options->input);
  command->get_option("inputs")->required(false)->description(
      "Files, folders, or - for standard input; none: the database is asked");
  command->get_option("--outlet")
      ->description("Outlet of articles that do not tell it; of the database, the one asked for");
  command->footer(kLedgerExamples);
  command->callback([options, &exit_code] { exit_code = run_ledger(*options); });
}

void add_events_command(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<EventOptions>();
  CLI::App* command = app.add_subcommand("events", "List who did what to whom, with PLOVER and CAMEO codes");
  command->add_option("-f,--format", options->format, "table (the default), plover (JSON lines), petrarch or csv")
      ->check(CLI::IsMember({"table", "plover", "petrarch", "csv"}))
      ->type_name("FORMAT")
      ->option_text("FORMAT");
  command->add_option("--type", options->type, "Only of this type of PLOVER, of the database")
      ->transform(CLI::IsMember(std::vector<std::string>{"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE",
                                                         "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
                                                         "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "RETREAT"},
                                CLI::ignore_case))
      ->type_name("TYPE")
      ->option_text("TYPE");
  add_question_options(*command, options->question, "Who did it");
  add_coder_options(*command, *options);
  command->get_option("inputs")->required(false)->description(
      "Files, folders, or - for standard input; none: the database is asked");
  command->get_option("--outlet")
      ->description("Outlet of articles that do not tell it; of the database, the one asked for");
  command->footer(kEventExamples);
  command->callback([options, &exit_code] { exit_code = run_events(*options, "events"); });
}

void add_explain_command(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<EventOptions>();
  options->format = "explain";
  CLI::App* command = app.add_subcommand("explain", "Tell why each event is one: words, dictionary line, codes");
  add_coder_options(*command, *options);
  command->footer(kEventExamples);
  command->callback([options, &exit_code] { exit_code = run_events(*options, "explain"); });
}

}  // namespace sayso::cli
