// The JSON form of a record: docs/record.md.
#include <algorithm>

#include "record/json_writer.h"
#include "record/mode.h"
#include "sayso/record.h"

namespace sayso {
namespace {

/// "span" and "text" of a stretch of the text.
void passage(JsonWriter& json, const Span& span, std::string_view text) {
  json.open_short('{');
  json.key("span");
  json.span(span);
  json.field("text", text.substr(std::min(span.begin, text.size()), span.end - span.begin));
  json.close('}');
}

void document(JsonWriter& json, const Document& document) {
  json.open('{');
  json.field("id", document.id);
  json.field("uri", document.uri);
  json.field("title", document.title);
  json.field("outlet", document.outlet);
  json.field("byline", document.byline);
  json.field("published", document.published);
  json.field("lang", document.lang);
  json.field("text", document.text);
  if (!document.extra.empty()) {
    json.key("extra");
    json.raw(document.extra);
  }
  json.close('}');
}

void statement(JsonWriter& json, const Statement& statement, std::string_view text) {
  json.open('{');
  json.field("id", statement.id);
  json.field("mode", mode_name(statement.mode));
  json.key("content");
  json.open('[');
  for (const Span& span : statement.content) passage(json, span, text);
  json.close(']');
  if (statement.cue) {
    json.key("cue");
    passage(json, *statement.cue, text);
  }
  if (statement.source) {
    json.key("source");
    passage(json, *statement.source, text);
  }
  json.field("inside", statement.inside);
  json.key("confidence");
  json.probability(statement.confidence);
  json.close('}');
}

void note(JsonWriter& json, const Note& note) {
  json.open_short('{');
  json.field("code", code_name(note.code));
  json.field("message", note.message);
  json.close('}');
}

std::string write(const Record& record, JsonWriter::Layout layout) {
  std::string out;
  out.reserve(record.document.text.size() + record.document.text.size() / 2 + 200 * record.statements.size() + 512);
  JsonWriter json(out, layout);
  json.open('{');
  json.field("schema", "sayso/1");
  json.key("document");
  document(json, record.document);
  json.key("engine");
  json.open('{');
  json.field("version", record.engine.version);
  json.field("model", record.engine.model);
  json.close('}');
  json.key("statements");
  json.open('[');
  for (const Statement& each : record.statements) statement(json, each, record.document.text);
  json.close(']');
  json.key("notes");
  json.open('[');
  for (const Note& each : record.notes) note(json, each);
  json.close(']');
  json.close('}');
  return out;
}

}  // namespace

std::string_view mode_name(Mode mode) {
  switch (mode) {
    case Mode::direct:
      return "direct";
    case Mode::mixed:
      return "mixed";
    case Mode::indirect:
      return "indirect";
  }
  return "indirect";
}

std::string to_json(const Record& record) { return write(record, JsonWriter::Layout::line); }

std::string to_pretty_json(const Record& record) { return write(record, JsonWriter::Layout::pretty); }

}  // namespace sayso
