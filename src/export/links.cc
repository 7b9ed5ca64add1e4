#include "export/links.h"

#include <array>
#include <string_view>
#include <utility>

#include "export/csv.h"
#include "record/enum_names.h"
#include "text/spaces.h"

namespace sayso::exporter {
namespace {

using Cells = std::array<std::string, 13>;

constexpr std::array<std::string_view, 13> kNames = {
    "published", "who", "what", "mode", "act", "stage", "begin", "end", "title", "outlet", "uri", "document", "id"};

Cells cells(const StatementRow& row) {
  std::string what;
  for (const std::string& part : row.content) (what += what.empty() ? "" : " … ") += text::single_spaced(part);
  const Statement& statement = row.statement;
  const Origin& document = row.document;
  return {document.published,
          row.speaker.empty() ? row.source : row.speaker,
          std::move(what),
          std::string(name_of(statement.mode)),
          "",
          "",
          std::to_string(statement.content.front().begin),
          std::to_string(statement.content.back().end),
          document.title,
          document.outlet,
          document.uri,
          document.id,
          statement.id};
}

Cells cells(const LedgerRow& row) {
  const LedgerEntry& entry = row.entry;
  const Origin& document = row.document;
  return {document.published,
          row.actor,
          row.action,
          "",
          std::string(name_of(entry.act)),
          entry.stage ? std::string(name_of(*entry.stage)) : "",
          std::to_string(entry.action.begin),
          std::to_string(entry.action.end),
          document.title,
          document.outlet,
          document.uri,
          document.id,
          entry.id};
}

Cells cells(const PassageRow& row) {
  const Origin& document = row.document;
  return {document.published,
          "",
          row.words,
          "",
          "",
          row.stage ? std::string(name_of(*row.stage)) : "",
          std::to_string(row.span.begin),
          std::to_string(row.span.end),
          document.title,
          document.outlet,
          document.uri,
          document.id,
          ""};
}

void write_row(JsonWriter& json, const PassageRow& row) {
  json.open('{');
  write_origin(json, row.document);
  write_passage(json, "passage", row.span, row.words);
  if (row.stage) json.field("stage", name_of(*row.stage));
  json.close('}');
}

void append_cells(const LinkSide& side, std::string& out) {
  for (const std::string& cell : std::visit([](const auto& row) { return cells(row); }, side)) {
    out += ',';
    append_cell(out, cell);
  }
}

}  // namespace

std::string to_csv(const std::vector<LinkRow>& rows) {
  std::string out = "kind,confidence";
  for (const char* side : {"later_", "earlier_"}) {
    for (const std::string_view name : kNames) out.append(",").append(side).append(name);
  }
  out += "\r\n";
  for (const LinkRow& row : rows) {
    out += row.kind + "," + probability_cell(row.confidence);
    append_cells(row.later, out);
    append_cells(row.earlier, out);
    out += "\r\n";
  }
  return out;
}

std::string to_json(const std::vector<LinkRow>& rows) {
  std::string out;
  JsonWriter json(out, JsonWriter::Layout::pretty);
  const auto write = [&json](const auto& row) { write_row(json, row); };
  json.open('[');
  for (const LinkRow& row : rows) {
    json.open('{');
    json.field("kind", row.kind);
    json.key("confidence");
    json.probability(row.confidence);
    json.key("later");
    std::visit(write, row.later);
    json.key("earlier");
    std::visit(write, row.earlier);
    json.close('}');
  }
  json.close(']');
  return out + "\n";
}

}  // namespace sayso::exporter
