// The ledger as a list of JSON objects.
#include "base/dates.h"
#include "export/ledger.h"
#include "record/enum_names.h"
#include "record/json_facts.h"

namespace sayso::exporter {
namespace {

void actor(JsonWriter& json, std::string_view key, const std::string& id, const std::string& name) {
  if (id.empty()) return;
  json.key(key);
  json.open_short('{');
  json.field("id", id);
  json.field("name", name);
  json.close('}');
}

void deadline(JsonWriter& json, const LedgerRow& row) {
  if (!row.deadline) return;
  json.key("deadline");
  json.open_short('{');
  if (row.due) {
    json.field("day", iso_day(row.due->last));
    if (row.due->first != row.due->last) json.field("from", iso_day(row.due->first));
  }
  write_time(json, *row.deadline, row.deadline_words);
  json.close('}');
}

void amounts(JsonWriter& json, const LedgerRow& row) {
  json.key("amount");
  json.open('[');
  for (std::size_t i = 0; i < row.amounts.size(); ++i) {
    json.open_short('{');
    write_amount(json, row.entry.amounts[i], row.amounts[i]);
    json.close('}');
  }
  json.close(']');
}

void outcome(JsonWriter& json, const LedgerRow& row) {
  if (!row.entry.outcome) return;
  json.key("outcome");
  json.open_short('{');
  write_place(json, row.entry.outcome->span, row.outcome);
  if (row.entry.outcome->stage) json.field("stage", name_of(*row.entry.outcome->stage));
  json.close('}');
}

void statement(JsonWriter& json, const LedgerRow& row) {
  if (row.entry.statement.empty()) return;
  json.key("statement");
  json.open_short('{');
  json.field("id", row.entry.statement);
  json.field("speaker", row.speaker);
  json.close('}');
}

}  // namespace

void write_row(JsonWriter& json, const LedgerRow& row) {
  json.open('{');
  json.field("id", global_id(row.document, row.entry.id));
  write_origin(json, row.document);
  actor(json, "actor", row.entry.actor, row.actor);
  json.field("act", name_of(row.entry.act));
  if (row.entry.stage) json.field("stage", name_of(*row.entry.stage));
  if (row.latest) json.field("latest_stage", name_of(*row.latest));
  if (row.overdue) {
    json.key("overdue");
    json.raw("true");
  }
  write_passage(json, "action", row.entry.action, row.action);
  actor(json, "to", row.entry.to, row.to);
  actor(json, "for", row.entry.beneficiary, row.beneficiary);
  if (row.entry.condition) write_passage(json, "condition", *row.entry.condition, row.condition);
  deadline(json, row);
  amounts(json, row);
  if (row.entry.repeated) {
    json.key("repeated");
    json.raw("true");
  }
  outcome(json, row);
  statement(json, row);
  json.field("sentence", row.sentence);
  json.key("confidence");
  json.probability(row.entry.confidence);
  json.close('}');
}

std::string to_json(const std::vector<LedgerRow>& rows) {
  std::string out;
  JsonWriter json(out, JsonWriter::Layout::pretty);
  json.open('[');
  for (const LedgerRow& row : rows) write_row(json, row);
  json.close(']');
  return out + "\n";
}

}  // namespace sayso::exporter
