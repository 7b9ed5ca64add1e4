#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <utility>

#include "base/files.h"
#include "base/parallel.h"
#include "commands.h"
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

struct EvalOptions {
  std::string gold, pred, split = "test", model, format = "text";
  std::size_t threads = 0;
  bool no_merge = false, quiet = false;
};

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

int evaluate_against(const EvalOptions& options) {
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

constexpr const char* kExamples = R"(Examples:
  sayso eval polnear/dev                           read the gold texts with the model, and score
  sayso eval polnear --split dev --format json
  sayso read polnear/dev/text --format jsonl > dev.jsonl && sayso eval polnear/dev --pred dev.jsonl

GOLD holds text/DOC.txt and attributions/DOC_XXXX.ann (brat), or such a folder for each split. docs/cli.md defines the
measures. Exit code: 0 scored, 1 gold or some record could not be used, 2 wrong use, 3 no model, 4 output not written.)";

}  // namespace

void add_eval_command(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<EvalOptions>();
  CLI::App* command = app.add_subcommand("eval", "Compare statements with gold annotations");
  command->add_option("gold", options->gold, "Folder with the gold annotations")->required()->type_name("GOLD");
  command
      ->add_option("--pred", options->pred, "Score these records (JSON Lines, - for standard input) instead of reading")
      ->type_name("FILE|-");
  command->add_option("--split", options->split, "Folder of GOLD, where it has one for each split")
      ->capture_default_str()
      ->type_name("NAME");
  command->add_flag("--no-merge", options->no_merge, "Do not join parts of a span that only white space parts");
  command->add_option("-f,--format", options->format, "text (a table, the default) or json")
      ->check(CLI::IsMember({"text", "json"}))
      ->type_name("FORMAT")
      ->option_text("FORMAT");
  command->add_option("-j,--threads", options->threads, "Articles read at the same time; all processors when not given")
      ->check(CLI::Range(1, 4096))
      ->option_text("N");
  command->add_option("--model", options->model, "Model file; else SAYSO_MODEL, else the one that came with sayso")
      ->type_name("FILE");
  command->add_flag("-q,--quiet", options->quiet, "No progress bar");
  command->footer(kExamples);
  command->callback([options, &exit_code] { exit_code = evaluate_against(*options); });
}

}  // namespace sayso::cli
