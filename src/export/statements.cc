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

void append_names(std::string_view prefix, std::string& out) {
  for (const Column& column : kColumns) {
    if (!out.empty()) out += ',';
    out.append(prefix).append(column.name);
  }
}

void append_cells(const StatementRow& row, std::string& out) {
  for (std::size_t i = 0; i < kColumns.size(); ++i) {
    if (i > 0) out += ',';
    append_cell(out, kColumns[i].cell(row));
  }
}

void passage(JsonWriter& json, std::string_view key, const Span& span, std::string_view words) {
  json.key(key);
  json.open_short('{');
  write_place(json, span, words);
  json.close('}');
}

void write(JsonWriter& json, const StatementRow& row) {
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
  if (statement.cue) passage(json, "cue", *statement.cue, row.cue);
  if (statement.source) passage(json, "source", *statement.source, row.source);
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

std::string to_csv(const std::vector<StatementRow>& rows) {
  std::string out;
  append_names("", out);
  out += "\r\n";
  for (const StatementRow& row : rows) {
    append_cells(row, out);
    out += "\r\n";
  }
  return out;
}

std::string to_csv(const std::vector<LinkRow>& rows) {
  std::string out = "kind,confidence";
  for (const char* side : {"later_", "earlier_"}) append_names(side, out);
  out += "\r\n";
  for (const LinkRow& row : rows) {
    out += row.kind + "," + probability_cell(row.confidence) + ",";
    append_cells(row.later, out);
    out += ',';
    append_cells(row.earlier, out);
    out += "\r\n";
  }
  return out;
}

std::string to_json(const std::vector<StatementRow>& rows) {
  std::string out;
  JsonWriter json(out, JsonWriter::Layout::pretty);
  json.open('[');
  for (const StatementRow& row : rows) write(json, row);
  json.close(']');
  return out + "\n";
}

std::string to_json(const std::vector<LinkRow>& rows) {
  std::string out;
  JsonWriter json(out, JsonWriter::Layout::pretty);
  json.open('[');
  for (const LinkRow& row : rows) {
    json.open('{');
    json.field("kind", row.kind);
    json.key("confidence");
    json.probability(row.confidence);
    json.key("later");
    write(json, row.later);
    json.key("earlier");
    write(json, row.earlier);
    json.close('}');
  }
  json.close(']');
  return out + "\n";
}

}  // namespace sayso::exporter
