#pragma once
#include <optional>
#include <string>
#include <vector>

#include "export/ledger.h"
#include "ledger_filter.h"
#include "output.h"
#include "sink.h"

namespace sayso::cli {

enum class LedgerFormat { table, csv, json };

/// Gathers the wanted entries and meetings of all records, and writes them when it has seen all: the entries in the
/// order of their deadlines to `output`, and both as a calendar to `calendar`.
class LedgerSink final : public Sink {
 public:
  LedgerSink(Output output, std::optional<Output> calendar, LedgerFormat format, LedgerFilter filter,
             const PageLayout& layout);

  [[nodiscard]] std::string render(const Record& /*record*/) const override { return {}; }
  void add(const Record& record, std::string_view text) override;
  void flush() override {}
  void finish() override;
  [[nodiscard]] const std::optional<Error>& error() const override;
  /// Whether anything has a day and so stands in the calendar.
  [[nodiscard]] bool has_events() const;
  [[nodiscard]] bool pipe_closed() const override { return output_.pipe_closed(); }

 private:
  [[nodiscard]] std::string list() const;

  Output output_;
  std::optional<Output> calendar_;
  LedgerFormat format_;
  LedgerFilter filter_;
  PageLayout layout_;
  std::vector<exporter::LedgerRow> entries_;
  std::vector<exporter::MeetingRow> meetings_;
};

}  // namespace sayso::cli
