#include "ledger_command.h"

#include <cstdio>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/dates.h"
#include "complain.h"
#include "exit_code.h"
#include "export/answers.h"
#include "export/icalendar.h"
#include "ledger_page.h"
#include "ledger_sink.h"
#include "output_options.h"
#include "read_documents.h"
#include "record/enum_names.h"
#include "store_path.h"

namespace sayso::cli {
namespace {

LedgerFormat format_named(const std::string& name) {
  if (name == "csv") return LedgerFormat::csv;
  return name == "json" ? LedgerFormat::json : LedgerFormat::table;
}

/// What the database answers.
int ask(const LedgerOptions& options) {
  auto question = question_of(options.question);
  if (!question) return kUsage;
  if (question->speaker.empty()) question->speaker = options.actor;
  question->outlet = options.input.outlet;
  question->act = value_named<Act>(options.act);
  question->stage = value_named<Stage>(options.stage);
  if (const auto before = parse_day(options.due_before)) question->due_to = *before - std::chrono::days(1);
  question->overdue = options.overdue;
  question->as_of = options.as_of.empty() ? today() : parse_day(options.as_of);
  const auto store = open_store(options.question.database, Store::Access::read);
  if (!store) return kSomeFailed;
  const auto hits = store->ledger(*question);
  if (!hits.ok()) {
    complain(hits.error());
    return hits.error().code == Code::query_malformed ? kUsage : kSomeFailed;
  }
  std::vector<exporter::LedgerRow> rows;
  for (const Hit& hit : *hits) rows.push_back(exporter::ledger_row(hit, question->as_of));
  const OutputOptions output{options.format, options.input.output, options.input.colour};
  if (!options.calendar.empty()) {
    const int exit_code = put({{}, options.calendar, {}}, exporter::to_icalendar(rows, {}));
    if (exit_code != kAllGood) return exit_code;
  }
  if (options.format == "csv") return put(output, exporter::to_csv(rows));
  if (options.format == "json") return put(output, exporter::to_json(rows));
  return put(output, rows.empty() ? "no entries\n" : ledger_table(rows, layout_of(output), true));
}

}  // namespace

int run_ledger(const LedgerOptions& options) {
  const InputOptions& input = options.input;
  if (!options.calendar.empty() && options.calendar == input.output)
    return wrong_use("--ics and --output name the same file", "ledger");
  if (input.inputs.empty()) {
    return is_day("--due-before", options.due_before) && is_day("--as-of", options.as_of) ? ask(options) : kUsage;
  }
  std::string given = options.question.first_given();
  if (options.overdue) given = "--overdue";
  if (!options.as_of.empty()) given = "--as-of";
  if (!given.empty()) return wrong_use(given + " asks the database, and articles are given as well", "ledger");
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

}  // namespace sayso::cli
