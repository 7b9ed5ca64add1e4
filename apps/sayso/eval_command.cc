#include "eval_command.h"

#include <string>
#include <utility>

#include "base/files.h"
#include "base/parallel.h"
#include "complain.h"
#include "evaluate/predictions.h"
#include "evaluate/report.h"
#include "evaluate/scores.h"
#include "exit_code.h"
#include "export/brat.h"
#include "ingest/plain.h"
#include "model_path.h"
#include "ordered.h"
#include "output.h"
#include "progress.h"
#include "record/names.h"
#include "sayso/reader.h"

namespace sayso::cli {
namespace {

/// Reads the gold texts with the model.
evaluate::Predictions read_gold(const Reader& reader, const std::vector<AnnotatedText>& gold,
                                const EvalOptions& options) {
  std::uint64_t total = 0, done = 0, documents = 0;
  for (const AnnotatedText& text : gold) total += text.text.size();
  Progress progress(!options.quiet, total);
  evaluate::Predictions predictions;
  struct Finished {
    const AnnotatedText* text;
    Result<std::vector<Attribution>> attributions;
  };
  auto next = gold.begin();
  Stream<const AnnotatedText*, Finished> stream;
  stream.pull = [&]() -> std::optional<const AnnotatedText*> {
    if (next == gold.end()) return std::nullopt;
    return &*next++;
  };
  stream.work = [&](const AnnotatedText* text, std::size_t share) {
    auto document = ingest::plain_document(text->text, text->name, {});
    if (!document.ok()) return Finished{text, document.error()};
    if (document->text != text->text) {
      return Finished{text, Error{Code::invalid_gold,
                                  "is not clean UTF-8 with LF line ends: its offsets cannot be compared", text->name}};
    }
    return Finished{text, attributions_of(reader.read(std::move(*document), share))};
  };
  stream.emit = [&](Finished finished) {
    ++documents;
    done += finished.text->text.size();
    if (finished.attributions.ok()) {
      predictions.by_name.emplace(finished.text->name, std::move(*finished.attributions));
    } else {
      predictions.problems.push_back(finished.attributions.error());
    }
  };
  stream.idle = [&] { progress.update(documents, done); };
  run_stream(stream, options.threads > 0 ? options.threads : available_threads());
  return predictions;
}

}  // namespace

int run_eval(const EvalOptions& options) {
  auto gold = exporter::read_brat_folder(options.gold, options.split);
  if (!gold.ok()) {
    complain(gold.error());
    return kSomeFailed;
  }
  evaluate::Predictions predictions;
  std::string name = "sayso";
  if (options.pred.empty()) {
    const auto reader = Reader::open(model_path(options.model));
    if (!reader.ok()) {
      complain(reader.error());
      return kNoModel;
    }
    predictions = read_gold(*reader, *gold, options);
  } else {
    const bool standard_input = options.pred == "-";
    const auto records = standard_input ? read_descriptor(0, "standard input") : read_file(options.pred);
    if (!records.ok()) {
      complain(records.error());
      return kSomeFailed;
    }
    if (!standard_input) name = without_extension(base_name(options.pred));
    predictions = evaluate::parse_predictions(*records, standard_input ? "standard input" : options.pred, *gold);
  }
  for (const Error& problem : predictions.problems) complain(problem);
  const evaluate::Scores scores = evaluate::score(*gold, predictions.by_name, !options.no_merge);
  auto output = Output::open({});
  output->write(options.format == "json" ? evaluate::to_json(scores) : evaluate::to_table(scores, name));
  output->flush();
  if (output->error()) {
    if (!output->pipe_closed()) complain(*output->error());
    return kNoOutput;
  }
  return predictions.problems.empty() ? kAllGood : kSomeFailed;
}

}  // namespace sayso::cli
