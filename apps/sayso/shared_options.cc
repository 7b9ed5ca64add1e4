#include "shared_options.h"

#include <map>

namespace sayso::cli {
namespace {

/// Where what is shown goes, and in which colours.
void add_where(CLI::App& command, std::string& output, std::string& colour) {
  command.add_option("-o,--output", output, "Write here instead of standard output")->type_name("FILE");
  command.add_option("--color", colour, "auto, always or never; NO_COLOR is respected")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->type_name("WHEN")
      ->option_text("WHEN");
}

}  // namespace

void add_input_options(CLI::App& command, InputOptions& options) {
  add_reading_options(command, options);
  add_where(command, options.output, options.colour);
}

void add_reading_options(CLI::App& command, InputOptions& options) {
  command.add_option("inputs", options.inputs, "Files, folders, or - for standard input")
      ->required()
      ->type_name("FILE|DIR|-");
  command.add_option("--date", options.date, "Day of publication of articles that do not tell it")
      ->type_name("YYYY-MM-DD");
  command.add_option("--outlet", options.outlet, "Outlet of articles that do not tell it")->type_name("NAME");
  command.add_option("-j,--threads", options.threads, "Articles read at the same time; all processors when not given")
      ->check(CLI::Range(1, 4096))
      ->option_text("N");
  command
      .add_option("--min-confidence", options.least_confidence,
                  "Leave out statements and entries less sure than P, 0 to 1")
      ->check(CLI::Range(0.0, 1.0))
      ->option_text("P");
  command.add_option("--model", options.model, "Model file; else SAYSO_MODEL, else the one that came with sayso")
      ->type_name("FILE");
  command
      .add_option("--lexicon", options.lexicon,
                  "Names of actors: a folder that adds to the shipped ones, or a compiled file; else SAYSO_LEXICON")
      ->type_name("DIR|FILE");
  command.add_flag("--strict", options.strict, "Read nothing where the lexicon or a dictionary has a fault");
  command.add_flag("-q,--quiet", options.quiet, "No progress bar");
}

void add_event_option(CLI::App& command, InputOptions& options) {
  static const std::map<std::string, EventCoder> kCoders{{"both", EventCoder::both},
                                                         {"dictionary", EventCoder::dictionary},
                                                         {"model", EventCoder::model},
                                                         {"none", EventCoder::none}};
  command
      .add_option("--events", options.events,
                  "How events are found: both (the default), dictionary (the default with --dictionaries), model, none")
      ->transform(CLI::CheckedTransformer(kCoders))
      ->type_name("CODER")
      ->option_text("CODER");
}

void add_question_options(CLI::App& command, QuestionOptions& options, const std::string& who) {
  command.add_option("--db", options.database, "The database; else SAYSO_DB, else the one in your folder for data")
      ->type_name("FILE");
  command
      .add_option("--about", options.about,
                  "All of these words, in any of their forms; \"a phrase\" in quotation marks; word* for its beginning")
      ->type_name("WORDS");
  command.add_option("--speaker", options.speaker, who + ": a name or a part of it; #KEY as sayso actors tells it")
      ->type_name("NAME");
  command.add_option("--via", options.via, "Through whom it reached the page")->type_name("NAME");
  command.add_option("--to", options.to, "Whom it is said to, asked of or done to")->type_name("NAME");
  command.add_option("--since", options.since, "Published on this day or later")->type_name("YYYY-MM-DD");
  command.add_option("--until", options.until, "Published on this day or before")->type_name("YYYY-MM-DD");
  command.add_flag("--originals", options.originals, "Of wire copy that several outlets print only the first added");
  command.add_option("--limit", options.limit, "At most so many; 50 when not given")
      ->check(CLI::Range(1, 1000000))
      ->option_text("N");
}

void add_output_options(CLI::App& command, OutputOptions& options) {
  command.add_option("-f,--format", options.format, "table (the default), json or csv")
      ->check(CLI::IsMember({"table", "json", "csv"}))
      ->type_name("FORMAT")
      ->option_text("FORMAT");
  add_where(command, options.output, options.colour);
}

}  // namespace sayso::cli
