// The options of the commands that fill and ask the database.
#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <vector>

#include "actors_command.h"
#include "add_command.h"
#include "commands.h"
#include "find_command.h"
#include "shared_options.h"
#include "verdicts_command.h"

namespace sayso::cli {
namespace {

constexpr const char* kAddExamples = R"(Examples:
  sayso add news/                                 every file of a folder and those below
  sayso add news/ --db news.db
  zcat 2024.jsonl.gz | sayso add - --db news.db
  sayso add news/ --again                         after a new model or lexicon

A document is stored once: the same text of the same outlet is passed over, so that a run which was interrupted goes on
when the same command is given again. What was stored stays, whenever the program ends. docs/store.md tells more.
Inputs are those of sayso read. Exit code: as of sayso read; 4 also where the database cannot be written.)";

constexpr const char* kFindExamples = R"(Examples:
  sayso find --about "grain corridor"
  sayso find --speaker kirby --about '"long-range missiles"' --since 2024-10-01
  sayso find --speaker "white house" --via reuters --mode direct
  sayso find --about sanction* --outlet "RBK" --format csv --output sanctions.csv

The newest come first. Exit code: 0 answered, also where nothing is found, 1 the database cannot be read, 2 wrong use or
nobody of that name, 4 output not written.)";

constexpr const char* kTimelineExamples = R"(Examples:
  sayso timeline --speaker kirby
  sayso timeline --about "air defence" --since 2024-10-01 --until 2024-10-31
  sayso timeline --speaker '#17' --format json

The oldest come first. sayso actors tells who is #17. Exit codes are those of sayso find.)";

constexpr const char* kLinksExamples = R"(Examples:
  sayso links --kind contradicts                  who says the opposite of whom
  sayso links --kind updates                      what has come of what was promised
  sayso links --speaker kirby                     where else his words stand, and what they go against
  sayso links --outlet "Tarn Times" --format csv --limit 1000000 --output linked.csv

Of statements: repeats (the same words, whatever an editor has done to them), restates and changes-position (one speaker
on one matter again), confirms and contradicts (two speakers). Of the ledger, for one actor: updates (a later stage) and
changes-position (one for it, one against). The later one stands above. The percentage tells how much of the shorter one
stands in the other. docs/store.md tells more. Exit codes are those of sayso find.)";

void add_finding_command(CLI::App& app, int& exit_code, const char* name, const char* what, const char* examples,
                         int (*run)(const FindOptions&), bool oldest_first = false) {
  auto options = std::make_shared<FindOptions>();
  options->oldest_first = oldest_first;
  CLI::App* command = app.add_subcommand(name, what);
  add_question_options(*command, options->question, "Who said it");
  if (run == run_links) {
    command->add_option("--kind", options->kind, "Only of this kind: " + listed(names_of_all<LinkKind>()))
        ->check(CLI::IsMember(names_of_all<LinkKind>()))
        ->type_name("KIND")
        ->option_text("KIND");
  }
  command->add_option("--outlet", options->question.outlet, "The outlet, or a part of its name")->type_name("NAME");
  command->add_option("--mode", options->mode, "Only of this mode: " + listed(names_of_all<Mode>()))
      ->check(CLI::IsMember(names_of_all<Mode>()))
      ->type_name("MODE")
      ->option_text("MODE");
  add_output_options(*command, options->output);
  command->footer(examples);
  command->callback([options, run, &exit_code] { exit_code = run(*options); });
}

constexpr const char* kActorExamples = R"(Examples:
  sayso actors                                    who speaks most
  sayso actors kirby                              who bears this name
  sayso actors --format csv --limit 1000000 --output quoted.csv
  sayso actors --same 212 17                      #212 is #17: from now on they are one
  sayso actors --apart 212                        and now no more

Actors of several articles are one where the lexicon knows them by the same Wikidata id, else where they bear the same
name. Those that articles only describe ("officials") are marked as not named, and may be many. Exit codes are those of
sayso find.)";

constexpr const char* kVerdictExamples = R"(Examples:
  sayso verdicts                                  how many statements were judged
  sayso verdicts --output checked/                those that are right, as brat (PolNeAR's layout)
  sayso eval checked/                             how the model does on them

Verdicts are given on the page of sayso serve --db, and stay when articles are read again. Of an article only what was
accepted or corrected is written, and rejected statements are not. Exit codes are those of sayso find.)";

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
  command->footer(kAddExamples);
  command->callback([options, &exit_code] { exit_code = run_add(*options); });
}

void add_find_command(CLI::App& app, int& exit_code) {
  add_finding_command(app, exit_code, "find", "Find statements in the database", kFindExamples, run_find);
}

void add_timeline_command(CLI::App& app, int& exit_code) {
  add_finding_command(app, exit_code, "timeline", "List statements of the database in the order of days",
                      kTimelineExamples, run_find, true);
}

void add_links_command(CLI::App& app, int& exit_code) {
  add_finding_command(app, exit_code, "links", "List what repeats, confirms, contradicts or updates what",
                      kLinksExamples, run_links);
}

void add_actors_command(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<ActorOptions>();
  CLI::App* command = app.add_subcommand("actors", "List who speaks and acts in the database, and say who is the same");
  command->add_option("name", options->name, "Only those of this name, or a part of it; #KEY for one")
      ->type_name("NAME");
  command->add_option("--db", options->database, "The database; else SAYSO_DB, else the one in your folder for data")
      ->type_name("FILE");
  command->add_option("--limit", options->limit, "At most so many; 50 when not given")
      ->check(CLI::Range(1, 1000000))
      ->option_text("N");
  command->add_option("--same", options->same, "The first is the second: keep that one's name")
      ->expected(2)
      ->check(CLI::PositiveNumber)
      ->option_text("KEY KEY");
  command->add_option("--apart", options->apart, "Undo --same for this one")
      ->check(CLI::PositiveNumber)
      ->option_text("KEY");
  add_output_options(*command, options->output);
  command->footer(kActorExamples);
  command->callback([options, &exit_code] { exit_code = run_actors(*options); });
}

void add_verdicts_command(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<VerdictOptions>();
  CLI::App* command = app.add_subcommand("verdicts", "Give back what people judged right, for training and for checks");
  command->add_option("--db", options->database, "The database; else SAYSO_DB, else the one in your folder for data")
      ->type_name("FILE");
  command->add_option("-o,--output", options->output, "A folder for brat's files")->type_name("DIR");
  command->footer(kVerdictExamples);
  command->callback([options, &exit_code] { exit_code = run_verdicts(*options); });
}

}  // namespace sayso::cli
