// The inverse of json.cc: a record from its JSON form (docs/record.md).
#include <charconv>

#include "record/json_fields.h"
#include "sayso/record.h"

namespace sayso {
namespace {

Document document_of(const Fields& fields) {
  Document document;
  document.id = fields.text("id");
  document.uri = fields.text("uri");
  document.title = fields.text("title");
  document.outlet = fields.text("outlet");
  document.byline = fields.text("byline");
  document.published = fields.text("published");
  document.lang = fields.text("lang");
  document.text = fields.text("text");
  document.extra = fields.raw("extra");
  return document;
}

EngineInfo engine_of(const Fields& fields) {
  return {fields.text("version"), fields.text("model"), fields.text("lexicon")};
}

Actor actor_of(const Fields& fields) {
  Actor actor;
  actor.id = fields.text("id");
  actor.name = fields.text("name");
  actor.kind = fields.value<ActorKind>("kind");
  actor.roles = fields.passages("roles");
  actor.represents = fields.text("represents");
  actor.country = fields.text("country");
  if (const auto codes = fields.object("codes")) {
    actor.cameo = codes->text("cameo");
    actor.wikidata = codes->text("wikidata");
  }
  actor.mentions = fields.list("mentions", [](const Fields& item) {
    return ActorMention{item.span(), item.value<MentionForm>("form")};
  });
  return actor;
}

Hop hop_of(const Fields& fields) { return {fields.value<Relation>("relation"), fields.span(), fields.text("actor")}; }

Statement statement_of(const Fields& fields) {
  Statement statement;
  statement.id = fields.text("id");
  statement.mode = fields.value<Mode>("mode");
  statement.kind = fields.value<StatementKind>("kind");
  statement.content = fields.passages("content");
  if (statement.content.empty()) fields.fault().report("content", "is missing");
  statement.cue = fields.passage("cue");
  if (const auto source = fields.object("source")) {
    statement.source = source->span();
    statement.actor = source->text("actor");
  }
  if (const auto addressee = fields.object("addressee")) {
    statement.addressee = addressee->span();
    statement.addressee_actor = addressee->text("actor");
  }
  statement.inside = fields.text("inside");
  statement.chain = fields.list("chain", hop_of);
  statement.confidence = fields.number("confidence");
  return statement;
}

Amount amount_of(const Fields& fields) {
  return {fields.number("value"), fields.number("to"), fields.text("unit"), fields.optional_value<TimeModifier>("mod"),
          fields.span()};
}

LedgerEntry entry_of(const Fields& fields) {
  LedgerEntry entry;
  entry.id = fields.text("id");
  entry.actor = fields.text("actor");
  entry.act = fields.value<Act>("act");
  entry.stage = fields.optional_value<Stage>("stage");
  entry.action = fields.needed_passage("action");
  entry.to = fields.text("to");
  entry.beneficiary = fields.text("for");
  entry.condition = fields.passage("condition");
  entry.deadline = fields.text("deadline");
  entry.amounts = fields.list("amount", amount_of);
  entry.repeated = fields.flag("repeated");
  if (const auto outcome = fields.object("outcome")) {
    entry.outcome = Outcome{outcome->span(), outcome->optional_value<Stage>("stage")};
  }
  entry.statement = fields.text("statement");
  entry.confidence = fields.number("confidence");
  return entry;
}

Plan plan_of(const Fields& fields) {
  Plan plan;
  plan.id = fields.text("id");
  plan.name = fields.needed_passage("name");
  plan.owner = fields.text("owner");
  plan.to = fields.texts("to");
  plan.items = fields.list("items", [](const Fields& item) {
    return Plan::Item{static_cast<int>(item.number("ordinal")), item.span()};
  });
  return plan;
}

Meeting meeting_of(const Fields& fields) {
  Meeting meeting;
  meeting.id = fields.text("id");
  meeting.name = fields.needed_passage("name");
  meeting.time = fields.text("time");
  meeting.status = fields.value<MeetingStatus>("status");
  meeting.participants = fields.texts("participants");
  meeting.topics = fields.passages("topics");
  return meeting;
}

Event event_of(const Fields& fields) {
  Event event;
  event.id = fields.text("id");
  event.type = fields.text("type");
  event.mode = fields.text("mode");
  event.contexts = fields.texts("context");
  event.cameo = fields.text("cameo");
  event.reverse = fields.text("reverse");
  event.span = fields.span();
  const auto parties = fields.list("parties", [](const Fields& item) {
    return std::pair(item.text("role"), Party{item.text("actor"), item.span(), item.text("code"), item.text("origin")});
  });
  for (const auto& [role, party] : parties) {
    if (role != "actor" && role != "recipient") fields.fault().report("role", "is neither actor nor recipient");
    (role == "actor" ? event.actors : event.recipients).push_back(party);
  }
  event.time = fields.text("time");
  event.place = fields.passage("place");
  event.realis = fields.value<Realis>("realis");
  event.statement = fields.text("statement");
  event.rule = fields.text("rule");
  event.confidence = fields.number("confidence");
  return event;
}

Time time_of(const Fields& fields) {
  Time time;
  time.id = fields.text("id");
  time.type = fields.value<TimeType>("type");
  time.value = fields.text("value");
  time.mod = fields.optional_value<TimeModifier>("mod");
  time.quant = fields.text("quant");
  time.freq = fields.text("freq");
  time.span = fields.span();
  return time;
}

/// SAY031 -> 31.
Note note_of(const Fields& fields) {
  const std::string code = fields.text("code");
  unsigned number = 0;
  const char* end = code.data() + code.size();
  const bool named = code.starts_with("SAY");
  if (!named || std::from_chars(code.data() + 3, end, number).ptr != end || number == 0 || number > 999) {
    fields.fault().report("code", "is none of sayso");
  }
  return {static_cast<Code>(number), fields.text("message")};
}

Error fault(std::string message) { return {Code::invalid_record, std::move(message)}; }

}  // namespace

Result<Record> from_json(std::string_view text) {
  // Iterative, so that no nesting exhausts the stack; with full precision, so that numbers come back as they were.
  constexpr unsigned kFlags =
      rapidjson::kParseIterativeFlag | rapidjson::kParseFullPrecisionFlag | rapidjson::kParseValidateEncodingFlag;
  rapidjson::Document json;
  json.Parse<kFlags>(text.data(), text.size());
  if (json.HasParseError() || !json.IsObject()) return fault("not a JSON object");
  Fault first;
  const Fields outside(json, {}, first);
  if (const std::string schema = outside.text("schema"); schema != "sayso/1") {
    return fault(schema.empty() ? "no record: 'schema' is missing" : "schema '" + schema + "' is not 'sayso/1'");
  }
  Record record;
  if (const auto document = outside.object("document")) record.document = document_of(*document);
  if (const auto engine = outside.object("engine")) record.engine = engine_of(*engine);
  const Fields fields(json, record.document.text, first);
  record.actors = fields.list("actors", actor_of);
  record.statements = fields.list("statements", statement_of);
  record.ledger = fields.list("ledger", entry_of);
  record.plans = fields.list("plans", plan_of);
  record.meetings = fields.list("meetings", meeting_of);
  record.events = fields.list("events", event_of);
  record.times = fields.list("times", time_of);
  record.notes = fields.list("notes", note_of);
  if (first.message()) return fault("no record: " + *first.message());
  return record;
}

}  // namespace sayso
