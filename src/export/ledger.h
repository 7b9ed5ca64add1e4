#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "export/origin.h"
#include "record/days.h"
#include "sayso/record.h"

// The ledgers and meetings of many documents beside each other, as rows that tell in words and values what a record
// says by ids and spans. A row outlives its record and holds little of the text, so those of millions of documents fit.
namespace sayso::exporter {

struct LedgerRow {
  Origin document;
  LedgerEntry entry;                   ///< as it stands in the record
  std::string actor, to, beneficiary;  ///< names; empty where there is none
  std::string action, condition, outcome;
  std::vector<std::string> amounts;  ///< the words of entry.amounts, one for each
  std::optional<Time> deadline;
  std::string deadline_words;
  std::optional<Days> due;      ///< nothing where the day is not known
  std::string speaker;          ///< who made the statement that carries the entry; empty in the article's own voice
  std::string sentence;         ///< that holds the action; of a very long one some hundred bytes around the action
  std::optional<Stage> latest;  ///< the stage that later articles tell
  bool overdue = false;         ///< it was due, and nothing tells that it was done
};

struct MeetingRow {
  Origin document;
  Meeting meeting;
  std::string name;
  std::vector<std::string> participants, topics;
  std::optional<Time> time;
  std::string time_words;
  std::optional<Days> due;  ///< when it is or was
  std::string sentence;
};

/// One row for each entry or meeting of a record, in its order. Words are as the text has them, line ends included.
/// Linear.
[[nodiscard]] std::vector<LedgerRow> ledger_rows(const Record& record);
[[nodiscard]] LedgerRow ledger_row(const Record& record, const LedgerEntry& entry);
[[nodiscard]] std::vector<MeetingRow> meeting_rows(const Record& record);

/// The earliest last day of a deadline first, entries that are due on no known day last; else the order stays.
void sort_by_deadline(std::vector<LedgerRow>& rows);

/// `fares, the pier`; white space within each part single.
[[nodiscard]] std::string joined(const std::vector<std::string>& parts);

/// A table by RFC 4180 with a header line, UTF-8: an entry a line, white space within a cell single. A cell that a
/// spreadsheet would run as a formula begins with an apostrophe.
[[nodiscard]] std::string to_csv(const std::vector<LedgerRow>& rows);

/// A list of objects with line breaks (docs/cli.md).
[[nodiscard]] std::string to_json(const std::vector<LedgerRow>& rows);

/// One of these objects.
void write_row(JsonWriter& json, const LedgerRow& row);

}  // namespace sayso::exporter
