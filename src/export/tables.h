#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "export/column.h"
#include "sayso/record.h"

// Records as tables, one for each kind of facts, for data frames and Parquet. A row tells in words what a record tells
// by ids and spans, and names its document; spans are in bytes of the document's text.
namespace sayso::exporter {

enum class TableKind { documents, actors, statements, ledger, events, times, meetings, plans };

/// `documents`, `actors`, ...; value_named() finds them.
[[nodiscard]] std::string_view name_of(TableKind kind);

/// What a column holds.
struct ColumnNote {
  std::string name, type, what;
};

/// The columns of a table, in their order.
[[nodiscard]] std::vector<ColumnNote> columns_of(TableKind kind);

/// A row for each fact of that kind, in the order of the records.
[[nodiscard]] std::vector<Column> table_of(TableKind kind, std::span<const Record* const> records);

}  // namespace sayso::exporter
