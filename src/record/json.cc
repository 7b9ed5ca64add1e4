// The JSON form of a record: docs/record.md.
#include <algorithm>

#include "record/enum_names.h"
#include "record/json_facts.h"
#include "record/json_writer.h"
#include "record/passage.h"
#include "sayso/record.h"

namespace sayso {
namespace {

void place(JsonWriter& json, const Span& span, std::string_view text) { write_place(json, span, words_of(text, span)); }

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
  if (statement.addressee) {
    json.key("addressee");
    json.open_short('{');
    place(json, *statement.addressee, text);
    json.field("actor", statement.addressee_actor);
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

/// The list `key`, each item written by `write_item`.
template <class Item, class WriteItem>
void list(JsonWriter& json, std::string_view key, const std::vector<Item>& items, std::string_view text,
          WriteItem write_item) {
  json.key(key);
  json.open('[');
  for (const Item& item : items) write_item(json, item, text);
  json.close(']');
}

void amount(JsonWriter& json, const Amount& amount, std::string_view text) {
  json.open_short('{');
  write_amount(json, amount, words_of(text, amount.span));
  json.close('}');
}

void optional_passage(JsonWriter& json, std::string_view key, const std::optional<Span>& span, std::string_view text) {
  if (!span) return;
  json.key(key);
  passage(json, *span, text);
}

void ids(JsonWriter& json, std::string_view key, const std::vector<std::string>& ids) {
  json.key(key);
  json.open_short('[');
  for (const std::string& id : ids) json.text(id);
  json.close(']');
}

void ledger_entry(JsonWriter& json, const LedgerEntry& entry, std::string_view text) {
  json.open('{');
  json.field("id", entry.id);
  json.field("actor", entry.actor);
  json.field("act", name_of(entry.act));
  if (entry.stage) json.field("stage", name_of(*entry.stage));
  json.key("action");
  passage(json, entry.action, text);
  json.field("to", entry.to);
  json.field("for", entry.beneficiary);
  optional_passage(json, "condition", entry.condition, text);
  json.field("deadline", entry.deadline);
  list(json, "amount", entry.amounts, text, amount);
  if (entry.repeated) {
    json.key("repeated");
    json.raw("true");
  }
  if (entry.outcome) {
    json.key("outcome");
    json.open_short('{');
    place(json, entry.outcome->span, text);
    if (entry.outcome->stage) json.field("stage", name_of(*entry.outcome->stage));
    json.close('}');
  }
  json.field("statement", entry.statement);
  json.key("confidence");
  json.probability(entry.confidence);
  json.close('}');
}

void plan(JsonWriter& json, const Plan& plan, std::string_view text) {
  json.open('{');
  json.field("id", plan.id);
  json.key("name");
  passage(json, plan.name, text);
  json.field("owner", plan.owner);
  ids(json, "to", plan.to);
  json.key("items");
  json.open('[');
  for (const Plan::Item& item : plan.items) {
    json.open_short('{');
    if (item.ordinal > 0) {
      json.key("ordinal");
      json.number(static_cast<std::size_t>(item.ordinal));
    }
    place(json, item.span, text);
    json.close('}');
  }
  json.close(']');
  json.close('}');
}

void meeting(JsonWriter& json, const Meeting& meeting, std::string_view text) {
  json.open('{');
  json.field("id", meeting.id);
  json.key("name");
  passage(json, meeting.name, text);
  json.field("time", meeting.time);
  json.field("status", name_of(meeting.status));
  ids(json, "participants", meeting.participants);
  passages(json, "topics", meeting.topics, text);
  json.close('}');
}

void party(JsonWriter& json, const Party& party, std::string_view role, std::string_view text) {
  json.open_short('{');
  json.field("role", role);
  json.field("actor", party.actor);
  place(json, party.span, text);
  json.field("code", party.code);
  json.field("origin", party.origin);
  json.close('}');
}

/// The ids of parties that are actors of the record, each once.
std::vector<std::string> ids_of(const std::vector<Party>& parties) {
  std::vector<std::string> ids;
  for (const Party& each : parties) {
    if (!each.actor.empty() && std::find(ids.begin(), ids.end(), each.actor) == ids.end()) ids.push_back(each.actor);
  }
  return ids;
}

void event(JsonWriter& json, const Event& event, std::string_view text) {
  json.open('{');
  json.field("id", event.id);
  json.field("type", event.type);
  json.field("mode", event.mode);
  ids(json, "context", event.contexts);
  json.field("cameo", event.cameo);
  json.field("reverse", event.reverse);
  place(json, event.span, text);
  ids(json, "actor", ids_of(event.actors));
  ids(json, "recipient", ids_of(event.recipients));
  json.key("parties");
  json.open('[');
  for (const Party& each : event.actors) party(json, each, "actor", text);
  for (const Party& each : event.recipients) party(json, each, "recipient", text);
  json.close(']');
  json.field("time", event.time);
  optional_passage(json, "place", event.place, text);
  json.field("realis", name_of(event.realis));
  json.field("statement", event.statement);
  json.field("rule", event.rule);
  json.key("confidence");
  json.probability(event.confidence);
  json.close('}');
}

void time(JsonWriter& json, const Time& time, std::string_view text) {
  json.open_short('{');
  write_time(json, time, words_of(text, time.span));
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
  const std::string_view text = record.document.text;
  list(json, "actors", record.actors, text, actor);
  list(json, "statements", record.statements, text, statement);
  list(json, "ledger", record.ledger, text, ledger_entry);
  list(json, "plans", record.plans, text, plan);
  list(json, "meetings", record.meetings, text, meeting);
  list(json, "events", record.events, text, event);
  list(json, "times", record.times, text, time);
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
