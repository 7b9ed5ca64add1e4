// The JSON form of a record: docs/record.md.
#include "record/enum_names.h"
#include "record/json_writer.h"
#include "record/passage.h"
#include "sayso/record.h"

namespace sayso {
namespace {

/// "span" and "text" of a stretch of the text.
void place(JsonWriter& json, const Span& span, std::string_view text) {
  json.key("span");
  json.span(span);
  json.field("text", words_of(text, span));
}

void passage(JsonWriter& json, const Span& span, std::string_view text) {
  json.open_short('{');
  place(json, span, text);
  json.close('}');
}

void passages(JsonWriter& json, std::string_view key, const std::vector<Span>& spans, std::string_view text) {
  json.key(key);
  json.open('[');
  for (const Span& span : spans) passage(json, span, text);
  json.close(']');
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

void mention(JsonWriter& json, const ActorMention& mention, std::string_view text) {
  json.open_short('{');
  place(json, mention.span, text);
  json.field("form", name_of(mention.form));
  json.close('}');
}

void codes(JsonWriter& json, const Actor& actor) {
  if (actor.cameo.empty() && actor.wikidata.empty()) return;
  json.key("codes");
  json.open_short('{');
  json.field("cameo", actor.cameo);
  json.field("wikidata", actor.wikidata);
  json.close('}');
}

void actor(JsonWriter& json, const Actor& actor, std::string_view text) {
  json.open('{');
  json.field("id", actor.id);
  json.field("name", actor.name);
  json.field("kind", name_of(actor.kind));
  passages(json, "roles", actor.roles, text);
  json.field("represents", actor.represents);
  json.field("country", actor.country);
  codes(json, actor);
  json.key("mentions");
  json.open('[');
  for (const ActorMention& each : actor.mentions) mention(json, each, text);
  json.close(']');
  json.close('}');
}

void hop(JsonWriter& json, const Hop& hop, std::string_view text) {
  json.open_short('{');
  json.field("actor", hop.actor);
  json.field("relation", name_of(hop.relation));
  if (!hop.span.empty()) place(json, hop.span, text);
  json.close('}');
}

void statement(JsonWriter& json, const Statement& statement, std::string_view text) {
  json.open('{');
  json.field("id", statement.id);
  json.field("mode", name_of(statement.mode));
  json.field("kind", name_of(statement.kind));
  passages(json, "content", statement.content, text);
  if (statement.cue) {
    json.key("cue");
    passage(json, *statement.cue, text);
  }
  if (statement.source) {
    json.key("source");
    json.open_short('{');
    place(json, *statement.source, text);
    json.field("actor", statement.actor);
    json.close('}');
  }
  json.field("inside", statement.inside);
  json.key("chain");
  json.open('[');
  for (const Hop& each : statement.chain) hop(json, each, text);
  json.close(']');
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
  json.field("lexicon", record.engine.lexicon);
  json.close('}');
  json.key("actors");
  json.open('[');
  for (const Actor& each : record.actors) actor(json, each, record.document.text);
  json.close(']');
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

std::string to_json(const Record& record) { return write(record, JsonWriter::Layout::line); }

std::string to_pretty_json(const Record& record) { return write(record, JsonWriter::Layout::pretty); }

}  // namespace sayso
