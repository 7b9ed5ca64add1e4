#include "input_options.h"

#include <unistd.h>

#include <filesystem>
#include <map>
#include <system_error>

#include "base/dates.h"
#include "complain.h"
#include "terminal.h"

namespace sayso::cli {

void add_input_options(CLI::App& command, InputOptions& options) {
  add_reading_options(command, options);
  command.add_option("-o,--output", options.output, "Write here instead of standard output")->type_name("FILE");
  command.add_option("--color", options.colour, "auto, always or never; NO_COLOR is respected")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->type_name("WHEN")
      ->option_text("WHEN");
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

bool spares_inputs(const InputOptions& options, const std::string& option, const std::string& path,
                   const std::string& command) {
  if (path.empty()) return true;
  for (const std::string& input : options.inputs) {
    std::error_code error;
    if (!std::filesystem::equivalent(input, path, error)) continue;
    std::string what = option;
    what.append(" would overwrite the input ").append(input);
    wrong_use(what, command);
    return false;
  }
  return true;
}

bool is_day(const std::string& option, const std::string& day) {
  if (day.empty() || valid_date(day)) return true;
  complain({Code::invalid_date, option + " '" + day + "' is no existing date"});
  return false;
}

PageLayout layout_of(const InputOptions& options) {
  if (options.output.empty()) return {terminal_width(STDOUT_FILENO), use_colour(options.colour, STDOUT_FILENO)};
  return {80, options.colour == "always"};
}

}  // namespace sayso::cli
