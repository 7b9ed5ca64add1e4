#include "ledger_sink.h"

#include <algorithm>
#include <utility>

#include "export/icalendar.h"
#include "ledger_page.h"

namespace sayso::cli {
namespace {

template <class Row>
void append_wanted(std::vector<Row>& to, std::vector<Row> rows, const LedgerFilter& filter) {
  for (Row& row : rows) {
    if (passes(filter, row)) to.push_back(std::move(row));
  }
}

}  // namespace

LedgerSink::LedgerSink(Output output, std::optional<Output> calendar, LedgerFormat format, LedgerFilter filter,
                       const PageLayout& layout)
    : output_(std::move(output)),
      calendar_(std::move(calendar)),
      format_(format),
      filter_(std::move(filter)),
      layout_(layout) {}

void LedgerSink::add(const Record& record, std::string_view /*text*/) {
  append_wanted(entries_, exporter::ledger_rows(record), filter_);
  if (calendar_) append_wanted(meetings_, exporter::meeting_rows(record), filter_);
}

std::string LedgerSink::list() const {
  switch (format_) {
    case LedgerFormat::csv:
      return exporter::to_csv(entries_);
    case LedgerFormat::json:
      return exporter::to_json(entries_);
    case LedgerFormat::table:
      break;
  }
  return entries_.empty() ? "no entries\n" : ledger_table(entries_, layout_, true);
}

void LedgerSink::finish() {
  exporter::sort_by_deadline(entries_);
  if (calendar_) {
    calendar_->write(exporter::to_icalendar(entries_, meetings_));
    calendar_->flush();
  }
  output_.write(list());
  output_.flush();
}

bool LedgerSink::has_events() const {
  const auto due = [](const auto& row) { return row.due.has_value(); };
  return std::any_of(entries_.begin(), entries_.end(), due) || std::any_of(meetings_.begin(), meetings_.end(), due);
}

const std::optional<Error>& LedgerSink::error() const {
  return calendar_ && calendar_->error() ? calendar_->error() : output_.error();
}

}  // namespace sayso::cli
