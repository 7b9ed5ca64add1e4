#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <system_error>
#include <vector>

#include "base/dates.h"
#include "base/parallel.h"
#include "commands.h"
#include "complain.h"
#include "exit_code.h"
#include "ingest/source.h"
#include "lexicon_faults.h"
#include "lexicon_path.h"
#include "model_path.h"
#include "ordered.h"
#include "progress.h"
#include "sayso/reader.h"
#include "select.h"
#include "sink.h"
#include "terminal.h"

namespace sayso::cli {
namespace {

struct ReadOptions {
  std::vector<std::string> inputs;
  std::string format = "text", date, outlet, model, lexicon, output;
  std::string colour = "auto";
  std::size_t threads = 0;  ///< 0: all there are
  double least_confidence = 0;
  bool quiet = false;
};

/// What a worker hands to the writer.
struct Finished {
  std::optional<Error> error;
  Record record;
  std::string text;
};

int wrong_use(const std::string& what) {
  std::fprintf(stderr, "sayso: %s\nSee: sayso read --help\n", what.c_str());
  return kUsage;
}

/// What is wrong with options that are right one by one, or nothing.
std::string conflict(const ReadOptions& options) {
  if (options.format == "brat" && options.output.empty()) return "--format brat writes files: add --output FOLDER";
  if (!options.output.empty() && options.format != "brat") {
    for (const std::string& input : options.inputs) {
      std::error_code error;
      if (std::filesystem::equivalent(input, options.output, error))
        return "--output would overwrite the input " + input;
    }
  }
  return {};
}

Format format_named(const std::string& name) {
  if (name == "json") return Format::json;
  if (name == "jsonl") return Format::jsonl;
  return name == "brat" ? Format::brat : Format::text;
}

/// Names the first faults of a lexicon, whose other rows are used.
void warn_of(const LexiconFaults& faults) {
  if (faults.count == 0) return;
  constexpr std::size_t kShown = 5;
  print_faults(std::span(faults.first).first(std::min(kShown, faults.first.size())), faults.count);
  std::fprintf(stderr, "sayso: the lexicon is used without these rows (sayso lexicon check DIR names every fault)\n");
}

int read(const ReadOptions& options) {
  if (const std::string what = conflict(options); !what.empty()) return wrong_use(what);
  if (!options.date.empty() && !valid_date(options.date)) {
    complain({Code::invalid_date, "--date '" + options.date + "' is no existing date"});
    return kUsage;
  }
  const auto reader = Reader::open(model_path(options.model), lexicon_paths(options.lexicon));
  if (!reader.ok()) {
    complain(reader.error());
    return kNoModel;
  }
  warn_of(reader->lexicon_faults());
  const bool to_stdout = options.output.empty();
  const PageLayout layout{to_stdout ? terminal_width(STDOUT_FILENO) : 80,
                          to_stdout ? use_colour(options.colour, STDOUT_FILENO) : options.colour == "always"};
  const Format format = format_named(options.format);
  auto sink = open_sink(format, options.output, layout);
  if (!sink.ok()) {
    complain(sink.error());
    return kNoOutput;
  }
  ingest::Source source(options.inputs, {options.date, options.outlet}, options.output);
  Progress progress(!options.quiet, source.total_bytes());
  std::uint64_t documents = 0, failures = 0;

  const auto stop_if_unwritable = [&] {
    const auto& error = (*sink)->error();
    if (!error) return;
    progress.hide();
    if (!(*sink)->pipe_closed()) complain(*error);
    std::_Exit(kNoOutput);  // at once: another thread may be waiting for input that never comes
  };
  Stream<Result<Document>, Finished> stream;
  stream.pull = [&] { return source.next(); };
  stream.work = [&](Result<Document> document, std::size_t share) {
    Finished out;
    if (!document.ok()) {
      out.error = document.error();
      return out;
    }
    out.record = reader->read(std::move(*document), share);
    if (options.least_confidence > 0) keep_confident(out.record, options.least_confidence);
    out.text = rendered(out.record, format, layout);
    return out;
  };
  stream.emit = [&](const Finished& finished) {
    if (finished.error) {
      progress.hide();
      complain(*finished.error);
      ++failures;
      return;
    }
    if (to_stdout && is_terminal(STDOUT_FILENO)) progress.hide();
    (*sink)->add(finished.record, finished.text);
    ++documents;
    stop_if_unwritable();
    progress.update(documents, source.bytes_read());
  };
  stream.idle = [&] {
    (*sink)->flush();
    stop_if_unwritable();
    progress.update(documents, source.bytes_read());
  };
  run_stream(stream, options.threads > 0 ? options.threads : available_threads());
  progress.hide();
  (*sink)->finish();
  stop_if_unwritable();
  if (documents == 0 && failures == 0) {
    complain({Code::no_documents, "there is nothing to read in what was given"});
    return kSomeFailed;
  }
  return failures > 0 ? kSomeFailed : kAllGood;
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
  CLI::App* command = app.add_subcommand("read", "Read articles and print who said what");
  command->add_option("inputs", options->inputs, "Files, folders, or - for standard input")
      ->required()
      ->type_name("FILE|DIR|-");
  command
      ->add_option("-f,--format", options->format, "text (a page, the default), json, jsonl (a record a line) or brat")
      ->check(CLI::IsMember({"text", "json", "jsonl", "brat"}))
      ->type_name("FORMAT")
      ->option_text("FORMAT");
  command->add_option("-o,--output", options->output, "Write here instead of standard output; a folder for brat")
      ->type_name("FILE|DIR");
  command->add_option("--date", options->date, "Day of publication of articles that do not tell it")
      ->type_name("YYYY-MM-DD");
  command->add_option("--outlet", options->outlet, "Outlet of articles that do not tell it")->type_name("NAME");
  command->add_option("-j,--threads", options->threads, "Articles read at the same time; all processors when not given")
      ->check(CLI::Range(1, 4096))
      ->option_text("N");
  command->add_option("--min-confidence", options->least_confidence, "Leave out statements less sure than P, 0 to 1")
      ->check(CLI::Range(0.0, 1.0))
      ->option_text("P");
  command->add_option("--model", options->model, "Model file; else SAYSO_MODEL, else the one that came with sayso")
      ->type_name("FILE");
  command
      ->add_option("--lexicon", options->lexicon,
                   "Names of actors: a folder that adds to the shipped ones, or a compiled file; else SAYSO_LEXICON")
      ->type_name("DIR|FILE");
  command->add_option("--color", options->colour, "auto, always or never; NO_COLOR is respected")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->type_name("WHEN")
      ->option_text("WHEN");
  command->add_flag("-q,--quiet", options->quiet, "No progress bar");
  command->footer(kExamples);
  command->callback([options, &exit_code] { exit_code = read(*options); });
}

}  // namespace sayso::cli
