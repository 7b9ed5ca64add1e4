#include "read_documents.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <span>
#include <string>
#include <utility>

#include "base/parallel.h"
#include "complain.h"
#include "exit_code.h"
#include "ingest/source.h"
#include "lexicon_faults.h"
#include "lexicon_path.h"
#include "model_path.h"
#include "ordered.h"
#include "progress.h"
#include "select.h"
#include "terminal.h"

namespace sayso::cli {
namespace {

/// What a worker hands to the writer.
struct Finished {
  std::optional<Error> error;
  bool passed_over = false;
  Record record;
  std::string text;
};

/// Names the first faults of a lexicon, whose other rows are used.
void warn_of(const LexiconFaults& faults) {
  if (faults.count == 0) return;
  constexpr std::size_t kShown = 5;
  print_faults(std::span(faults.first).first(std::min(kShown, faults.first.size())), faults.count);
  std::fprintf(stderr, "sayso: the lexicon is used without these rows (sayso lexicon check DIR names every fault)\n");
}

}  // namespace

std::optional<Reader> open_reader(const InputOptions& options) {
  LexiconPaths paths = lexicon_paths(options.lexicon);
  if (!options.dictionaries.empty()) paths = {options.dictionaries, {}, shipped_events()};
  const EventCoder usual = options.dictionaries.empty() ? EventCoder::both : EventCoder::dictionary;
  auto reader = Reader::open(model_path(options.model), paths, options.events.value_or(usual));
  if (!reader.ok()) {
    complain(reader.error());
    return std::nullopt;
  }
  const LexiconFaults& faults = reader->lexicon_faults();
  if (options.strict && faults.count > 0) {
    print_faults(faults.first, faults.count);
    return std::nullopt;
  }
  warn_of(faults);
  return std::move(*reader);
}

int read_documents(const Reader& reader, const InputOptions& options, Sink& sink) {
  ingest::Source source(options.inputs, {options.date, options.outlet}, options.output);
  Progress progress(!options.quiet, source.total_bytes());
  std::uint64_t documents = 0, failures = 0;

  const auto stop_if_unwritable = [&] {
    const auto& error = sink.error();
    if (!error) return;
    progress.hide();
    if (!sink.pipe_closed()) complain(*error);
    std::_Exit(kNoOutput);  // at once: another thread may be waiting for input that never comes
  };
  Stream<Result<Document>, Finished> stream;
  stream.pull = [&] { return source.next(); };
  stream.work = [&](Result<Document>&& document, std::size_t share) {
    Finished out;
    if (!document.ok()) {
      out.error = document.error();
      return out;
    }
    if (!sink.wants(*document)) {
      out.passed_over = true;
      return out;
    }
    out.record = reader.read(std::move(*document), share);
    if (options.least_confidence > 0) keep_confident(out.record, options.least_confidence);
    out.text = sink.render(out.record);
    return out;
  };
  stream.emit = [&](const Finished& finished) {
    if (finished.error) {
      progress.hide();
      complain(*finished.error);
      ++failures;
      return;
    }
    if (options.output.empty() && is_terminal(STDOUT_FILENO)) progress.hide();
    if (finished.passed_over) {
      sink.pass_over();
    } else {
      sink.add(finished.record, finished.text);
    }
    ++documents;
    stop_if_unwritable();
    progress.update(documents, source.bytes_read());
  };
  stream.idle = [&] {
    sink.flush();
    stop_if_unwritable();
    progress.update(documents, source.bytes_read());
  };
  run_stream(stream, options.threads > 0 ? options.threads : available_threads());
  progress.hide();
  sink.finish();
  stop_if_unwritable();
  if (documents == 0 && failures == 0) {
    complain({Code::no_documents, "there is nothing to read in what was given"});
    return kSomeFailed;
  }
  return failures > 0 ? kSomeFailed : kAllGood;
}

}  // namespace sayso::cli
