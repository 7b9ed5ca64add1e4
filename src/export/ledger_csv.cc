// The ledger as CSV (RFC 4180), safe to open in a spreadsheet.
#include <array>

#include "base/dates.h"
#include "export/csv.h"
#include "export/ledger.h"
#include "record/enum_names.h"
#include "record/json_writer.h"

namespace sayso::exporter {
namespace {

std::string digits(double value) {
  std::string out;
  JsonWriter(out, JsonWriter::Layout::line).real(value);
  return out;
}

/// The amounts of a row in one cell: "2; 5".
std::string amounts(const LedgerRow& row, std::string (*value)(const Amount&)) {
  std::string out;
  for (std::size_t i = 0; i < row.entry.amounts.size(); ++i) {
    if (i > 0) out += "; ";
    out += value(row.entry.amounts[i]);
  }
  return out;
}

std::string amount_words(const LedgerRow& row) {
  std::string out;
  for (const std::string& words : row.amounts) ((out += out.empty() ? "" : "; ")) += words;
  return out;
}

struct Column {
  std::string_view name;
  std::string (*cell)(const LedgerRow&);
};

constexpr std::array<Column, 29> kColumns = {{
    {"deadline", [](const LedgerRow& row) { return row.due ? iso_day(row.due->last) : std::string(); }},
    {"actor", [](const LedgerRow& row) { return row.actor; }},
    {"act", [](const LedgerRow& row) { return std::string(name_of(row.entry.act)); }},
    {"stage", [](const LedgerRow& row) { return std::string(row.entry.stage ? name_of(*row.entry.stage) : ""); }},
    {"action", [](const LedgerRow& row) { return row.action; }},
    {"to", [](const LedgerRow& row) { return row.to; }},
    {"for", [](const LedgerRow& row) { return row.beneficiary; }},
    {"condition", [](const LedgerRow& row) { return row.condition; }},
    {"amount",
     [](const LedgerRow& row) { return amounts(row, [](const Amount& amount) { return digits(amount.value); }); }},
    {"amount_to",
     [](const LedgerRow& row) {
       return amounts(row, [](const Amount& amount) { return amount.to > 0 ? digits(amount.to) : std::string(); });
     }},
    {"unit", [](const LedgerRow& row) { return amounts(row, [](const Amount& amount) { return amount.unit; }); }},
    {"amount_text", amount_words},
    {"repeated", [](const LedgerRow& row) { return std::string(row.entry.repeated ? "true" : ""); }},
    {"outcome", [](const LedgerRow& row) { return row.outcome; }},
    {"outcome_stage",
     [](const LedgerRow& row) {
       const auto& outcome = row.entry.outcome;
       return std::string(outcome && outcome->stage ? name_of(*outcome->stage) : "");
     }},
    {"latest_stage", [](const LedgerRow& row) { return std::string(row.latest ? name_of(*row.latest) : ""); }},
    {"overdue", [](const LedgerRow& row) { return std::string(row.overdue ? "true" : ""); }},
    {"deadline_value", [](const LedgerRow& row) { return row.deadline ? row.deadline->value : std::string(); }},
    {"deadline_mod",
     [](const LedgerRow& row) {
       return std::string(row.deadline && row.deadline->mod ? name_of(*row.deadline->mod) : "");
     }},
    {"deadline_text", [](const LedgerRow& row) { return row.deadline_words; }},
    {"speaker", [](const LedgerRow& row) { return row.speaker; }},
    {"sentence", [](const LedgerRow& row) { return row.sentence; }},
    {"confidence", [](const LedgerRow& row) { return probability_cell(row.entry.confidence); }},
    {"title", [](const LedgerRow& row) { return row.document.title; }},
    {"outlet", [](const LedgerRow& row) { return row.document.outlet; }},
    {"published", [](const LedgerRow& row) { return row.document.published; }},
    {"uri", [](const LedgerRow& row) { return row.document.uri; }},
    {"document", [](const LedgerRow& row) { return row.document.id; }},
    {"id", [](const LedgerRow& row) { return row.entry.id; }},
}};

}  // namespace

std::string to_csv(const std::vector<LedgerRow>& rows) {
  std::string out;
  for (const Column& column : kColumns) ((out += out.empty() ? "" : ",")) += column.name;
  out += "\r\n";
  for (const LedgerRow& row : rows) {
    for (std::size_t i = 0; i < kColumns.size(); ++i) {
      if (i > 0) out += ',';
      append_cell(out, kColumns[i].cell(row));
    }
    out += "\r\n";
  }
  return out;
}

}  // namespace sayso::exporter
