#include "export/statements.h"

#include <algorithm>
#include <array>

#include "export/csv.h"
#include "record/enum_names.h"
#include "record/json_facts.h"
#include "record/passage.h"
#include "text/spaces.h"

namespace sayso::exporter {
namespace {

std::string words(const Record& record, const std::optional<Span>& span) {
  return span ? std::string(words_of(record.document.text, *span)) : std::string();
}

std::string name_of_actor(const Record& record, const std::string& id, const std::optional<Span>& span) {
  const auto actor =
      std::find_if(record.actors.begin(), record.actors.end(), [&](const Actor& each) { return each.id == id; });
  return actor == record.actors.end() || actor->name.empty() ? words(record, span) : actor->name;
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string out;
  for (const std::string& part : parts) {
    if (!out.empty()) out += between;
    out += text::single_spaced(part);
  }
  return out;
}

std::string chain(const StatementRow& row) {
  std::string out;
  for (const auto& hop : row.chain) {
    out.append(out.empty() ? "" : "; ").append(name_of(hop.relation)).append(" ").append(hop.name);
  }
  return out;
}

struct Column {
  std::string_view name;
  std::string (*cell)(const StatementRow&);
};

constexpr std::array<Column, 17> kColumns = {{
    {"published", [](const StatementRow& row) { return row.document.published; }},
    {"speaker", [](const StatementRow& row) { return row.speaker; }},
    {"source", [](const StatementRow& row) { return row.source; }},
    {"cue", [](const StatementRow& row) { return row.cue; }},
    {"content", [](const StatementRow& row) { return joined(row.content, " … "); }},
    {"mode", [](const StatementRow& row) { return std::string(name_of(row.statement.mode)); }},
    {"kind", [](const StatementRow& row) { return std::string(name_of(row.statement.kind)); }},
    {"addressee", [](const StatementRow& row) { return row.addressee; }},
    {"via", chain},
    {"begin", [](const StatementRow& row) { return std::to_string(row.statement.content.front().begin); }},
    {"end", [](const StatementRow& row) { return std::to_string(row.statement.content.back().end); }},
    {"confidence", [](const StatementRow& row) { return probability_cell(row.statement.confidence); }},
    {"title", [](const StatementRow& row) { return row.document.title; }},
    {"outlet", [](const StatementRow& row) { return row.document.outlet; }},
    {"uri", [](const StatementRow& row) { return row.document.uri; }},
    {"document", [](const StatementRow& row) { return row.document.id; }},
    {"id", [](const StatementRow& row) { return row.statement.id; }},
}};

}  // namespace

StatementRow statement_row(const Record& record, const Statement& statement) {
  StatementRow row;
  row.document = origin_of(record.document);
  row.statement = statement;
  row.speaker = name_of_actor(record, statement.actor, statement.source);
  row.addressee = name_of_actor(record, statement.addressee_actor, statement.addressee);
  row.source = words(record, statement.source);
  row.cue = words(record, statement.cue);
  for (const Span& span : statement.content) row.content.push_back(words(record, span));
  for (const Hop& hop : statement.chain) {
    if (hop.relation != Relation::published_by) {
      row.chain.push_back({hop.relation, name_of_actor(record, hop.actor, hop.span)});
    }
  }
  return row;
}

void write_row(JsonWriter& json, const StatementRow& row) {
  const Statement& statement = row.statement;
  json.open('{');
  json.field("id", global_id(row.document, statement.id));
  write_origin(json, row.document);
  json.field("speaker", row.speaker);
  json.field("mode", name_of(statement.mode));
  json.field("kind", name_of(statement.kind));
  json.key("content");
  json.open('[');
  for (std::size_t i = 0; i < row.content.size(); ++i) {
    json.open_short('{');
    write_place(json, statement.content[i], row.content[i]);
    json.close('}');
  }
  json.close(']');
  if (statement.cue) write_passage(json, "cue", *statement.cue, row.cue);
  if (statement.source) write_passage(json, "source", *statement.source, row.source);
  json.field("addressee", row.addressee);
  json.key("chain");
  json.open('[');
  for (const auto& hop : row.chain) {
    json.open_short('{');
    json.field("relation", name_of(hop.relation));
    json.field("name", hop.name);
    json.close('}');
  }
  json.close(']');
  json.key("confidence");
  json.probability(statement.confidence);
  json.close('}');
}

std::string to_csv(const std::vector<StatementRow>& rows) {
  std::string out;
  for (const Column& column : kColumns) ((out += out.empty() ? "" : ",")) += column.name;
  out += "\r\n";
  for (const StatementRow& row : rows) {
    for (std::size_t i = 0; i < kColumns.size(); ++i) {
      if (i > 0) out += ',';
      append_cell(out, kColumns[i].cell(row));
    }
    out += "\r\n";
  }
  return out;
}

std::string to_json(const std::vector<StatementRow>& rows) {
  std::string out;
  JsonWriter json(out, JsonWriter::Layout::pretty);
  json.open('[');
  for (const StatementRow& row : rows) write_row(json, row);
  json.close(']');
  return out + "\n";
}

}  // namespace sayso::exporter
