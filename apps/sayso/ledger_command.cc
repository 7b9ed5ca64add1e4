#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/dates.h"
#include "commands.h"
#include "complain.h"
#include "exit_code.h"
#include "input_options.h"
#include "ledger_sink.h"
#include "read_documents.h"
#include "record/enum_names.h"

namespace sayso::cli {
namespace {

struct LedgerOptions {
  InputOptions input;
  std::string format = "table", calendar;
  std::string due_before, actor, act, stage;
};

constexpr Act kActs[] = {Act::pledge,  Act::intend, Act::offer,    Act::agree,  Act::refuse, Act::not_ruled_out,
                         Act::request, Act::demand, Act::threaten, Act::expect, Act::confirm};
constexpr Stage kStages[] = {Stage::floated,   Stage::planned,   Stage::pledged, Stage::agreed,
                             Stage::allocated, Stage::delivered, Stage::done,    Stage::failed};

template <class Enum, std::size_t n>
std::vector<std::string> names_of(const Enum (&values)[n]) {
  std::vector<std::string> names;
  for (const Enum value : values) names.emplace_back(name_of(value));
  return names;
}

std::string listed(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) (out += out.empty() ? "" : ", ") += name;
  return out;
}

LedgerFormat format_named(const std::string& name) {
  if (name == "csv") return LedgerFormat::csv;
  return name == "json" ? LedgerFormat::json : LedgerFormat::table;
}

int list(const LedgerOptions& options) {
  const InputOptions& input = options.input;
  if (!options.calendar.empty() && options.calendar == input.output)
    return wrong_use("--ics and --output name the same file", "ledger");
  if (!spares_inputs(input, "--output", input.output, "ledger") ||
      !spares_inputs(input, "--ics", options.calendar, "ledger") || !is_day("--date", input.date) ||
      !is_day("--due-before", options.due_before)) {
    return kUsage;
  }
  const auto reader = open_reader(input);
  if (!reader) return kNoModel;
  auto output = Output::open(input.output);
  std::optional<Output> calendar;
  if (output.ok() && !options.calendar.empty()) {
    auto opened = Output::open(options.calendar);
    if (!opened.ok()) {
      complain(opened.error());
      return kNoOutput;
    }
    calendar.emplace(std::move(*opened));
  }
  if (!output.ok()) {
    complain(output.error());
    return kNoOutput;
  }
  LedgerFilter filter{parse_day(options.due_before), options.actor, value_named<Act>(options.act),
                      value_named<Stage>(options.stage)};
  LedgerSink sink(std::move(*output), std::move(calendar), format_named(options.format), std::move(filter),
                  layout_of(input));
  const int exit_code = read_documents(*reader, input, sink);
  if (!options.calendar.empty() && !sink.has_events()) {
    std::fprintf(stderr, "sayso: no deadline and no meeting has a known day: the calendar is empty\n");
  }
  return exit_code;
}

constexpr const char* kExamples = R"(Examples:
  sayso ledger news/                              all entries, those due first at the top
  sayso ledger news/ --due-before 2025-01-01 --act pledge
  sayso ledger news/ --actor "white house" --format csv --output white-house.csv
  sayso ledger news/ --ics deadlines.ics          for a calendar program, meetings too
  zcat 2024.jsonl.gz | sayso ledger - --format json | jq '.[].deadline.day'

Inputs are those of sayso read, and so are the exit codes. docs/cli.md tells what the columns and keys mean.)";

}  // namespace

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
  command->add_option("--act", options->act, "Only of this act: " + listed(names_of(kActs)))
      ->check(CLI::IsMember(names_of(kActs)))
      ->type_name("ACT")
      ->option_text("ACT");
  command->add_option("--stage", options->stage, "Only of this stage: " + listed(names_of(kStages)))
      ->check(CLI::IsMember(names_of(kStages)))
      ->type_name("STAGE")
      ->option_text("STAGE");
  add_input_options(*command, options->input);
  command->footer(kExamples);
  command->callback([options, &exit_code] { exit_code = list(*options); });
}

}  // namespace sayso::cli
