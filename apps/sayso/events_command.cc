#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "base/dates.h"
#include "base/parallel.h"
#include "commands.h"
#include "complain.h"
#include "event_page.h"
#include "exit_code.h"
#include "export/events.h"
#include "ingest/source.h"
#include "lexicon_faults.h"
#include "lexicon_path.h"
#include "model_path.h"
#include "ordered.h"
#include "output.h"
#include "sayso/reader.h"

namespace sayso::cli {
namespace {

struct EventOptions {
  std::vector<std::string> inputs;
  std::string format = "table", date, outlet, model, lexicon, dictionaries, output;
  std::size_t threads = 0;  ///< 0: all there are
  bool strict = false, quiet = false;
};

std::string rendered(const Record& record, const std::string& format) {
  if (format == "petrarch") return exporter::to_petrarch(record);
  if (format == "plover") return exporter::to_plover(record);
  if (format == "csv") return exporter::to_event_csv(record);
  return format == "explain" ? explanation(record) : event_table(record);
}

int events(const EventOptions& options) {
  LexiconPaths paths = lexicon_paths(options.lexicon);
  if (!options.dictionaries.empty()) paths = {options.dictionaries, {}, shipped_events()};
  const auto reader = Reader::open(model_path(options.model), paths);
  if (!reader.ok()) {
    complain(reader.error());
    return kNoModel;
  }
  const LexiconFaults& faults = reader->lexicon_faults();
  if (faults.count > 0 && (options.strict || !options.quiet)) {
    constexpr std::size_t kShown = 5;
    print_faults(std::span(faults.first).first(std::min(kShown, faults.first.size())), faults.count);
  }
  if (faults.count > 0 && options.strict) return kNoModel;
  auto output = Output::open(options.output);
  if (!output.ok()) {
    complain(output.error());
    return kNoOutput;
  }
  if (options.format == "csv") output->write(exporter::event_csv_header());
  ingest::Source source(options.inputs, {options.date, options.outlet}, options.output);
  bool failed = false;
  struct Finished {
    std::optional<Error> error;
    std::string text;
  };
  Stream<Result<Document>, Finished> stream;
  stream.pull = [&] { return source.next(); };
  stream.work = [&](Result<Document> document, std::size_t share) {
    if (!document.ok()) return Finished{document.error(), {}};
    return Finished{{}, rendered(reader->read(std::move(*document), share), options.format)};
  };
  stream.emit = [&](const Finished& finished) {
    if (finished.error) complain(*finished.error);
    failed = failed || finished.error;
    output->write(finished.text);
  };
  stream.idle = [&] { output->flush(); };
  run_stream(stream, options.threads > 0 ? options.threads : available_threads());
  output->flush();
  return failed ? kSomeFailed : kAllGood;
}

}  // namespace

void add_events_command(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<EventOptions>();
  CLI::App* command = app.add_subcommand("events", "Print who did what to whom");
  command->add_option("inputs", options->inputs)->required();
  command->add_option("-f,--format", options->format)
      ->check(CLI::IsMember({"table", "plover", "petrarch", "csv", "explain"}));
  command->add_option("-o,--output", options->output);
  command->add_option("--date", options->date);
  command->add_option("--outlet", options->outlet);
  command->add_option("-j,--threads", options->threads);
  command->add_option("--model", options->model);
  command->add_option("--lexicon", options->lexicon);
  command->add_option("--dictionaries", options->dictionaries);
  command->add_flag("--strict", options->strict);
  command->add_flag("-q,--quiet", options->quiet);
  command->callback([options, &exit_code] { exit_code = events(*options); });
}

}  // namespace sayso::cli
