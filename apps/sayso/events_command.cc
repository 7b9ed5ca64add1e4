#include "events_command.h"

#include <string>
#include <utility>
#include <vector>

#include "complain.h"
#include "event_page.h"
#include "exit_code.h"
#include "export/events.h"
#include "output.h"
#include "read_documents.h"
#include "store_path.h"

namespace sayso::cli {
namespace {

/// Writes the events of each record as they come.
class EventSink final : public Sink {
 public:
  EventSink(Output output, std::string format, PageLayout layout)
      : output_(std::move(output)), format_(std::move(format)), layout_(layout) {
    if (format_ == "csv") output_.write(exporter::event_csv_header());
  }

  [[nodiscard]] std::string render(const Record& record) const override {
    if (format_ == "petrarch") return exporter::to_petrarch(record);
    if (format_ == "plover") return exporter::to_plover(record);
    if (format_ == "csv") return exporter::to_event_csv(record);
    return format_ == "explain" ? explanation(record) : event_table(record, layout_);
  }
  void add(const Record& /*record*/, std::string_view text) override { output_.write(text); }
  void flush() override { output_.flush(); }
  void finish() override { output_.flush(); }
  [[nodiscard]] const std::optional<Error>& error() const override { return output_.error(); }
  [[nodiscard]] bool pipe_closed() const override { return output_.pipe_closed(); }

 private:
  Output output_;
  std::string format_;
  PageLayout layout_;
};

/// A record of each document with those of its events that were found, in the order in which they were.
std::vector<Record> records_of(const std::vector<Hit>& hits) {
  std::vector<Record> records;
  const Record* last = nullptr;
  for (const Hit& hit : hits) {
    if (hit.record.get() != last) {
      last = hit.record.get();
      records.push_back(*last);
      records.back().events.clear();
    }
    records.back().events.push_back(last->events[hit.index]);
  }
  return records;
}

/// What the database answers.
int ask(const EventOptions& options) {
  auto question = question_of(options.question);
  if (!question) return kUsage;
  question->outlet = options.input.outlet;
  question->event_type = options.type;
  const auto store = open_store(options.question.database, Store::Access::read);
  if (!store) return kSomeFailed;
  const auto hits = store->events(*question);
  if (!hits.ok()) {
    complain(hits.error());
    return hits.error().code == Code::query_malformed ? kUsage : kSomeFailed;
  }
  auto output = Output::open(options.input.output);
  if (!output.ok()) {
    complain(output.error());
    return kNoOutput;
  }
  if (hits->empty() && options.format == "table") output->write("no events\n");
  EventSink sink(std::move(*output), options.format, layout_of(options.input));
  for (const Record& record : records_of(*hits)) sink.add(record, sink.render(record));
  sink.finish();
  if (!sink.error()) return kAllGood;
  if (!sink.pipe_closed()) complain(*sink.error());
  return kNoOutput;
}

}  // namespace

int run_events(const EventOptions& options, const std::string& command) {
  const InputOptions& input = options.input;
  if (input.inputs.empty()) return ask(options);
  if (const std::string given = options.question.first_given(); !given.empty())
    return wrong_use(given + " asks the database, and articles are given as well", command);
  if (!spares_inputs(input, "--output", input.output, command) || !is_day("--date", input.date)) return kUsage;
  const auto reader = open_reader(input);
  if (!reader) return kNoModel;
  auto output = Output::open(input.output);
  if (!output.ok()) {
    complain(output.error());
    return kNoOutput;
  }
  EventSink sink(std::move(*output), options.format, layout_of(input));
  return read_documents(*reader, input, sink);
}

}  // namespace sayso::cli
