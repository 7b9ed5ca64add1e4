#include <CLI/CLI.hpp>
#include <memory>
#include <string>

#include "commands.h"
#include "complain.h"
#include "exit_code.h"
#include "input_options.h"
#include "read_documents.h"
#include "sink.h"

namespace sayso::cli {
namespace {

struct ReadOptions {
  InputOptions input;
  std::string format = "text";
};

Format format_named(const std::string& name) {
  if (name == "json") return Format::json;
  if (name == "jsonl") return Format::jsonl;
  return name == "brat" ? Format::brat : Format::text;
}

int read(const ReadOptions& options) {
  const InputOptions& input = options.input;
  const Format format = format_named(options.format);
  if (format == Format::brat && input.output.empty())
    return wrong_use("--format brat writes files: add --output FOLDER", "read");
  if (format != Format::brat && !spares_inputs(input, "--output", input.output, "read")) return kUsage;
  if (!is_day("--date", input.date)) return kUsage;
  const auto reader = open_reader(input);
  if (!reader) return kNoModel;
  const auto sink = open_sink(format, input.output, layout_of(input));
  if (!sink.ok()) {
    complain(sink.error());
    return kNoOutput;
  }
  return read_documents(*reader, input, **sink);
}

constexpr const char* kExamples = R"(Examples:
  sayso read article.txt                          a page in the terminal
  sayso read --date 2024-11-02 news/              every file of a folder and those below
  zcat 2024.jsonl.gz | sayso read - --format jsonl > statements.jsonl
  sayso read page.html --format json | jq '.statements[].source.text'
  sayso read articles/ --format brat --output annotated
  sayso read news/ --lexicon my-actors/           with names of your own (docs/lexicon.md)

Inputs are plain text, HTML and JSON Lines (.jsonl: "text", "title", "published", "outlet", "url", "id").
Exit code: 0 all read, 1 some input could not be read, 2 wrong use, 3 no model or no lexicon, 4 output not written.)";

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
  command->footer(kExamples);
  command->callback([options, &exit_code] { exit_code = read(*options); });
}

}  // namespace sayso::cli
