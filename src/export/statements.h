#pragma once
#include <string>
#include <vector>

#include "export/origin.h"
#include "sayso/record.h"

// The statements of many documents beside each other, as rows that tell in words what a record says by ids and spans.
namespace sayso::exporter {

struct StatementRow {
  /// Through whom a statement came.
  struct Through {
    Relation relation = Relation::said_on;
    std::string name;
  };
  Origin document;
  Statement statement;               ///< as it stands in the record
  std::string speaker, addressee;    ///< the actor's name, else the words of the text; empty where there is none
  std::string source, cue;           ///< words of the text
  std::vector<std::string> content;  ///< words of each span
  std::vector<Through> chain;        ///< nearest the speaker first, without the article's outlet
};

[[nodiscard]] StatementRow statement_row(const Record& record, const Statement& statement);

/// A table by RFC 4180 with a header line; cells as in the ledger's.
[[nodiscard]] std::string to_csv(const std::vector<StatementRow>& rows);

/// A list of objects with line breaks (docs/store.md).
[[nodiscard]] std::string to_json(const std::vector<StatementRow>& rows);

/// One of these objects.
void write_row(JsonWriter& json, const StatementRow& row);

}  // namespace sayso::exporter
