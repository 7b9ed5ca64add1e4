#include "export/tables.h"

#include <algorithm>
#include <iterator>
#include <unordered_map>

#include "base/dates.h"
#include "export/ledger.h"
#include "export/statements.h"
#include "record/enum_names.h"
#include "record/passage.h"
#include "text/spaces.h"

namespace sayso::exporter {
namespace {

/// A fact with what its ids stand for.
template <class Fact>
struct Row {
  const Record& record;
  const Fact& fact;
  const std::unordered_map<std::string_view, const Actor*>& actors;

  [[nodiscard]] std::string words(const Span& span) const { return std::string(words_of(record.document.text, span)); }
  [[nodiscard]] std::string name(const std::string& id) const {
    const auto actor = actors.find(id);
    return actor == actors.end() ? std::string() : actor->second->name;
  }
};

template <class Fact>
struct Field {
  const char* name;
  ColumnType type;
  const char* what;
  void (*put)(const Row<Fact>& row, Column& column);
};

constexpr ColumnType kText = ColumnType::text, kInteger = ColumnType::integer, kReal = ColumnType::real,
                     kFlag = ColumnType::flag;

void put_begin(const std::optional<Span>& span, Column& column) {
  span ? column.integer(static_cast<std::int64_t>(span->begin)) : column.nothing();
}
void put_end(const std::optional<Span>& span, Column& column) {
  span ? column.integer(static_cast<std::int64_t>(span->end)) : column.nothing();
}

template <class Enum>
void put_name(const std::optional<Enum>& value, Column& column) {
  column.text(value ? name_of(*value) : std::string_view());
}

template <class Fact>
void put_words(const Row<Fact>& row, const std::optional<Span>& span, Column& column) {
  column.text(span ? words_of(row.record.document.text, *span) : std::string_view());
}

/// "a; b"
template <class Items, class Name>
std::string listed(const Items& items, Name name) {
  std::string out;
  for (const auto& item : items) {
    const std::string each = text::single_spaced(name(item));
    if (!each.empty()) (out += out.empty() ? "" : "; ") += each;
  }
  return out;
}

/// The columns that every table but documents begins with.
template <class Fact>
std::vector<Field<Fact>> with_origin(std::vector<Field<Fact>> fields) {
  using R = Row<Fact>;
  std::vector<Field<Fact>> all = {
      {"document", kText, "id of the document", [](const R& r, Column& c) { c.text(r.record.document.id); }},
      {"published", kText, "its day of publication, YYYY-MM-DD",
       [](const R& r, Column& c) { c.text(r.record.document.published); }},
      {"outlet", kText, "who published it", [](const R& r, Column& c) { c.text(r.record.document.outlet); }},
      {"id", kText, "id of this fact within the document", [](const R& r, Column& c) { c.text(r.fact.id); }}};
  all.insert(all.end(), std::make_move_iterator(fields.begin()), std::make_move_iterator(fields.end()));
  return all;
}

std::vector<Field<Document>> document_fields() {
  using R = Row<Document>;
  return {
      {"id", kText, "SHA-256 of the text", [](const R& r, Column& c) { c.text(r.fact.id); }},
      {"uri", kText, "file or address", [](const R& r, Column& c) { c.text(r.fact.uri); }},
      {"title", kText, "title", [](const R& r, Column& c) { c.text(r.fact.title); }},
      {"outlet", kText, "who published it", [](const R& r, Column& c) { c.text(r.fact.outlet); }},
      {"byline", kText, "who wrote it", [](const R& r, Column& c) { c.text(r.fact.byline); }},
      {"published", kText, "day of publication, YYYY-MM-DD", [](const R& r, Column& c) { c.text(r.fact.published); }},
      {"lang", kText, "language (BCP 47)", [](const R& r, Column& c) { c.text(r.fact.lang); }},
      {"text", kText, "the text that all spans point into, in bytes of UTF-8",
       [](const R& r, Column& c) { c.text(r.fact.text); }},
      {"statements", kInteger, "how many statements",
       [](const R& r, Column& c) { c.integer(static_cast<std::int64_t>(r.record.statements.size())); }},
      {"notes", kText, "codes of what was odd about it (docs/errors.md)",
       [](const R& r, Column& c) { c.text(listed(r.record.notes, [](const Note& n) { return code_name(n.code); })); }},
      {"model", kText, "the model that read it", [](const R& r, Column& c) { c.text(r.record.engine.model); }},
      {"lexicon", kText, "hash of the lexicon", [](const R& r, Column& c) { c.text(r.record.engine.lexicon); }}};
}

std::vector<Field<Actor>> actor_fields() {
  using R = Row<Actor>;
  return with_origin<Actor>(
      {{"name", kText, "the fullest name, else a description", [](const R& r, Column& c) { c.text(r.fact.name); }},
       {"kind", kText, "person, organization, government, ...",
        [](const R& r, Column& c) { c.text(name_of(r.fact.kind)); }},
       {"roles", kText, "offices and callings that the text tells, parted by \"; \"",
        [](const R& r, Column& c) { c.text(listed(r.fact.roles, [&](const Span& s) { return r.words(s); })); }},
       {"represents", kText, "name of whom it speaks for",
        [](const R& r, Column& c) { c.text(r.name(r.fact.represents)); }},
       {"country", kText, "ISO 3166 alpha-3", [](const R& r, Column& c) { c.text(r.fact.country); }},
       {"cameo", kText, "CAMEO code", [](const R& r, Column& c) { c.text(r.fact.cameo); }},
       {"wikidata", kText, "id of Wikidata", [](const R& r, Column& c) { c.text(r.fact.wikidata); }},
       {"mentions", kInteger, "how often the text names it",
        [](const R& r, Column& c) { c.integer(static_cast<std::int64_t>(r.fact.mentions.size())); }}});
}

std::vector<Field<Statement>> statement_fields() {
  using R = Row<Statement>;
  return with_origin<Statement>(
      {{"speaker", kText, "name of who said it, else the words for it",
        [](const R& r, Column& c) {
          const std::string name = r.name(r.fact.actor);
          c.text(name.empty() && r.fact.source ? r.words(*r.fact.source) : name);
        }},
       {"actor", kText, "id of that actor", [](const R& r, Column& c) { c.text(r.fact.actor); }},
       {"wikidata", kText, "its id of Wikidata",
        [](const R& r, Column& c) {
          const auto actor = r.actors.find(r.fact.actor);
          c.text(actor == r.actors.end() ? std::string_view() : std::string_view(actor->second->wikidata));
        }},
       {"content", kText, "what was said; its parts are parted by \" … \"",
        [](const R& r, Column& c) {
          std::string out;
          for (const Span& span : r.fact.content) (out += out.empty() ? "" : " … ") += r.words(span);
          c.text(out);
        }},
       {"mode", kText, "direct, mixed or indirect", [](const R& r, Column& c) { c.text(name_of(r.fact.mode)); }},
       {"kind", kText, "say, belief, intent, plan, denial or question",
        [](const R& r, Column& c) { c.text(name_of(r.fact.kind)); }},
       {"source", kText, "the words that name the speaker",
        [](const R& r, Column& c) { put_words(r, r.fact.source, c); }},
       {"cue", kText, "the words that attribute", [](const R& r, Column& c) { put_words(r, r.fact.cue, c); }},
       {"addressee", kText, "whom it is said to",
        [](const R& r, Column& c) {
          const std::string name = r.name(r.fact.addressee_actor);
          c.text(name.empty() && r.fact.addressee ? r.words(*r.fact.addressee) : name);
        }},
       {"via", kText, "through whom it came, nearest the speaker first: \"said-on x; reported-by y\"",
        [](const R& r, Column& c) {
          std::string out;
          for (const Hop& hop : r.fact.chain) {
            if (hop.relation == Relation::published_by) continue;
            const std::string name = r.name(hop.actor);
            out.append(out.empty() ? "" : "; ").append(name_of(hop.relation)).append(" ");
            out += text::single_spaced(name.empty() ? r.words(hop.span) : name);
          }
          c.text(out);
        }},
       {"inside", kText, "id of the statement that holds this one",
        [](const R& r, Column& c) { c.text(r.fact.inside); }},
       {"begin", kInteger, "byte where the content begins",
        [](const R& r, Column& c) { put_begin(r.fact.content.front(), c); }},
       {"end", kInteger, "byte where it ends", [](const R& r, Column& c) { put_end(r.fact.content.back(), c); }},
       {"source_begin", kInteger, "byte where the source begins",
        [](const R& r, Column& c) { put_begin(r.fact.source, c); }},
       {"source_end", kInteger, "byte where it ends", [](const R& r, Column& c) { put_end(r.fact.source, c); }},
       {"cue_begin", kInteger, "byte where the cue begins", [](const R& r, Column& c) { put_begin(r.fact.cue, c); }},
       {"cue_end", kInteger, "byte where it ends", [](const R& r, Column& c) { put_end(r.fact.cue, c); }},
       {"confidence", kReal, "0 to 1", [](const R& r, Column& c) { c.real(r.fact.confidence); }}});
}

const Time* time_of(const Record& record, const std::string& id) {
  const auto time = std::find_if(record.times.begin(), record.times.end(), [&](const Time& t) { return t.id == id; });
  return time == record.times.end() ? nullptr : &*time;
}

/// The last day of a time; empty where it is not known.
std::string last_day(const Record& record, const std::string& id) {
  const Time* time = time_of(record, id);
  const auto days = time == nullptr ? std::nullopt : due_days(*time);
  return days ? iso_day(days->last) : std::string();
}

std::string time_value(const Record& record, const std::string& id) {
  const Time* time = time_of(record, id);
  return time == nullptr ? std::string() : time->value;
}

std::vector<Field<LedgerEntry>> ledger_fields() {
  using R = Row<LedgerEntry>;
  return with_origin<LedgerEntry>(
      {{"actor", kText, "who acts, or asks", [](const R& r, Column& c) { c.text(r.name(r.fact.actor)); }},
       {"act", kText, "pledge, intend, offer, refuse, request, ...",
        [](const R& r, Column& c) { c.text(name_of(r.fact.act)); }},
       {"stage", kText, "floated, planned, pledged, agreed, allocated, delivered, done or failed",
        [](const R& r, Column& c) { put_name(r.fact.stage, c); }},
       {"action", kText, "the words that name what is to be done",
        [](const R& r, Column& c) { put_words(r, r.fact.action, c); }},
       {"to", kText, "who is asked or addressed", [](const R& r, Column& c) { c.text(r.name(r.fact.to)); }},
       {"for", kText, "who gains", [](const R& r, Column& c) { c.text(r.name(r.fact.beneficiary)); }},
       {"condition", kText, "if, unless, once or until what",
        [](const R& r, Column& c) { put_words(r, r.fact.condition, c); }},
       {"deadline", kText, "last day on which it is due, YYYY-MM-DD",
        [](const R& r, Column& c) { c.text(last_day(r.record, r.fact.deadline)); }},
       {"deadline_value", kText, "its TIMEX3 value",
        [](const R& r, Column& c) { c.text(time_value(r.record, r.fact.deadline)); }},
       {"amount", kReal, "of the first amount",
        [](const R& r, Column& c) { r.fact.amounts.empty() ? c.nothing() : c.real(r.fact.amounts.front().value); }},
       {"unit", kText, "ISO 4217 for money, else the noun",
        [](const R& r, Column& c) {
          c.text(r.fact.amounts.empty() ? std::string_view() : std::string_view(r.fact.amounts.front().unit));
        }},
       {"amounts", kText, "the words of all amounts, parted by \"; \"",
        [](const R& r, Column& c) {
          c.text(listed(r.fact.amounts, [&](const Amount& a) { return r.words(a.span); }));
        }},
       {"repeated", kFlag, "whether it was said more than once",
        [](const R& r, Column& c) { c.flag(r.fact.repeated); }},
       {"outcome", kText, "the words for what came of it",
        [](const R& r, Column& c) {
          put_words(r, r.fact.outcome ? std::optional(r.fact.outcome->span) : std::nullopt, c);
        }},
       {"outcome_stage", kText, "the stage that these tell",
        [](const R& r, Column& c) { put_name(r.fact.outcome ? r.fact.outcome->stage : std::nullopt, c); }},
       {"statement", kText, "id of the statement that carries it",
        [](const R& r, Column& c) { c.text(r.fact.statement); }},
       {"begin", kInteger, "byte where the action begins", [](const R& r, Column& c) { put_begin(r.fact.action, c); }},
       {"end", kInteger, "byte where it ends", [](const R& r, Column& c) { put_end(r.fact.action, c); }},
       {"confidence", kReal, "0 to 1", [](const R& r, Column& c) { c.real(r.fact.confidence); }}});
}

template <class R>
std::string parties(const R& r, const std::vector<Party>& all) {
  return listed(all, [&](const Party& party) {
    const std::string name = r.name(party.actor);
    return name.empty() ? r.words(party.span) : name;
  });
}

std::vector<Field<Event>> event_fields() {
  using R = Row<Event>;
  return with_origin<Event>(
      {{"type", kText, "of PLOVER", [](const R& r, Column& c) { c.text(r.fact.type); }},
       {"mode", kText, "of PLOVER", [](const R& r, Column& c) { c.text(r.fact.mode); }},
       {"context", kText, "of PLOVER, parted by \"; \"",
        [](const R& r, Column& c) { c.text(listed(r.fact.contexts, [](const std::string& s) { return s; })); }},
       {"cameo", kText, "CAMEO code", [](const R& r, Column& c) { c.text(r.fact.cameo); }},
       {"actor", kText, "who did it, parted by \"; \"",
        [](const R& r, Column& c) { c.text(parties(r, r.fact.actors)); }},
       {"actor_code", kText, "their CAMEO codes",
        [](const R& r, Column& c) { c.text(listed(r.fact.actors, [](const Party& p) { return p.code; })); }},
       {"recipient", kText, "to whom", [](const R& r, Column& c) { c.text(parties(r, r.fact.recipients)); }},
       {"recipient_code", kText, "their CAMEO codes",
        [](const R& r, Column& c) { c.text(listed(r.fact.recipients, [](const Party& p) { return p.code; })); }},
       {"words", kText, "the words that tell it", [](const R& r, Column& c) { put_words(r, r.fact.span, c); }},
       {"time", kText, "TIMEX3 value of when",
        [](const R& r, Column& c) { c.text(time_value(r.record, r.fact.time)); }},
       {"place", kText, "the words that name where", [](const R& r, Column& c) { put_words(r, r.fact.place, c); }},
       {"realis", kText, "asserted, reported, future, hypothetical or negated",
        [](const R& r, Column& c) { c.text(name_of(r.fact.realis)); }},
       {"statement", kText, "id of the statement that tells it",
        [](const R& r, Column& c) { c.text(r.fact.statement); }},
       {"rule", kText, "the dictionary line that coded it", [](const R& r, Column& c) { c.text(r.fact.rule); }},
       {"begin", kInteger, "byte where its words begin", [](const R& r, Column& c) { put_begin(r.fact.span, c); }},
       {"end", kInteger, "byte where they end", [](const R& r, Column& c) { put_end(r.fact.span, c); }},
       {"confidence", kReal, "0 to 1", [](const R& r, Column& c) { c.real(r.fact.confidence); }}});
}

std::vector<Field<Time>> time_fields() {
  using R = Row<Time>;
  return with_origin<Time>(
      {{"type", kText, "TIMEX3 type", [](const R& r, Column& c) { c.text(name_of(r.fact.type)); }},
       {"value", kText, "TIMEX3 value", [](const R& r, Column& c) { c.text(r.fact.value); }},
       {"mod", kText, "TIMEX3 mod", [](const R& r, Column& c) { put_name(r.fact.mod, c); }},
       {"quant", kText, "TIMEX3 quant", [](const R& r, Column& c) { c.text(r.fact.quant); }},
       {"freq", kText, "TIMEX3 freq", [](const R& r, Column& c) { c.text(r.fact.freq); }},
       {"words", kText, "the words that tell it", [](const R& r, Column& c) { put_words(r, r.fact.span, c); }},
       {"begin", kInteger, "byte where they begin", [](const R& r, Column& c) { put_begin(r.fact.span, c); }},
       {"end", kInteger, "byte where they end", [](const R& r, Column& c) { put_end(r.fact.span, c); }}});
}

std::vector<Field<Meeting>> meeting_fields() {
  using R = Row<Meeting>;
  return with_origin<Meeting>(
      {{"name", kText, "the words that name it", [](const R& r, Column& c) { put_words(r, r.fact.name, c); }},
       {"status", kText, "held, expected, postponed or cancelled",
        [](const R& r, Column& c) { c.text(name_of(r.fact.status)); }},
       {"participants", kText, "names, parted by \"; \"",
        [](const R& r, Column& c) {
          c.text(listed(r.fact.participants, [&](const std::string& id) { return r.name(id); }));
        }},
       {"topics", kText, "what it is about, parted by \"; \"",
        [](const R& r, Column& c) { c.text(listed(r.fact.topics, [&](const Span& s) { return r.words(s); })); }},
       {"time", kText, "TIMEX3 value of when",
        [](const R& r, Column& c) { c.text(time_value(r.record, r.fact.time)); }},
       {"last_day", kText, "its last day, YYYY-MM-DD",
        [](const R& r, Column& c) { c.text(last_day(r.record, r.fact.time)); }},
       {"begin", kInteger, "byte where the name begins", [](const R& r, Column& c) { put_begin(r.fact.name, c); }},
       {"end", kInteger, "byte where it ends", [](const R& r, Column& c) { put_end(r.fact.name, c); }}});
}

std::vector<Field<Plan>> plan_fields() {
  using R = Row<Plan>;
  return with_origin<Plan>(
      {{"name", kText, "the words that name it", [](const R& r, Column& c) { put_words(r, r.fact.name, c); }},
       {"owner", kText, "whose it is", [](const R& r, Column& c) { c.text(r.name(r.fact.owner)); }},
       {"to", kText, "whom it was presented to, parted by \"; \"",
        [](const R& r, Column& c) { c.text(listed(r.fact.to, [&](const std::string& id) { return r.name(id); })); }},
       {"items", kText, "what it says, parted by \"; \"",
        [](const R& r, Column& c) {
          c.text(listed(r.fact.items, [&](const Plan::Item& i) { return r.words(i.span); }));
        }},
       {"begin", kInteger, "byte where the name begins", [](const R& r, Column& c) { put_begin(r.fact.name, c); }},
       {"end", kInteger, "byte where it ends", [](const R& r, Column& c) { put_end(r.fact.name, c); }}});
}

std::string_view type_name(ColumnType type) {
  switch (type) {
    case ColumnType::text:
      return "text";
    case ColumnType::integer:
      return "integer";
    case ColumnType::real:
      return "real";
    case ColumnType::flag:
      return "flag";
  }
  return {};
}

template <class Fact>
std::vector<ColumnNote> notes_of(const std::vector<Field<Fact>>& fields) {
  std::vector<ColumnNote> notes;
  notes.reserve(fields.size());
  for (const Field<Fact>& field : fields) notes.push_back({field.name, std::string(type_name(field.type)), field.what});
  return notes;
}

template <class Fact, class Facts>
std::vector<Column> filled(const std::vector<Field<Fact>>& fields, std::span<const Record* const> records,
                           Facts facts) {
  std::vector<Column> columns;
  columns.reserve(fields.size());
  for (const Field<Fact>& field : fields) columns.emplace_back(field.name, field.type);
  for (const Record* record : records) {
    std::unordered_map<std::string_view, const Actor*> actors;
    for (const Actor& actor : record->actors) actors.emplace(actor.id, &actor);
    for (const Fact& fact : facts(*record)) {
      const Row<Fact> row{*record, fact, actors};
      for (std::size_t i = 0; i < fields.size(); ++i) fields[i].put(row, columns[i]);
    }
  }
  return columns;
}

/// Calls `use` with the fields of a kind and with what gives a record's facts of it.
template <class Use>
auto with_kind(TableKind kind, Use use) {
  switch (kind) {
    case TableKind::actors:
      return use(actor_fields(), [](const Record& r) { return std::span(r.actors); });
    case TableKind::statements:
      return use(statement_fields(), [](const Record& r) { return std::span(r.statements); });
    case TableKind::ledger:
      return use(ledger_fields(), [](const Record& r) { return std::span(r.ledger); });
    case TableKind::events:
      return use(event_fields(), [](const Record& r) { return std::span(r.events); });
    case TableKind::times:
      return use(time_fields(), [](const Record& r) { return std::span(r.times); });
    case TableKind::meetings:
      return use(meeting_fields(), [](const Record& r) { return std::span(r.meetings); });
    case TableKind::plans:
      return use(plan_fields(), [](const Record& r) { return std::span(r.plans); });
    case TableKind::documents:
      break;
  }
  return use(document_fields(), [](const Record& r) { return std::span(&r.document, 1); });
}

}  // namespace

std::string_view name_of(TableKind kind) {
  switch (kind) {
    case TableKind::documents:
      return "documents";
    case TableKind::actors:
      return "actors";
    case TableKind::statements:
      return "statements";
    case TableKind::ledger:
      return "ledger";
    case TableKind::events:
      return "events";
    case TableKind::times:
      return "times";
    case TableKind::meetings:
      return "meetings";
    case TableKind::plans:
      return "plans";
  }
  return {};
}

std::vector<ColumnNote> columns_of(TableKind kind) {
  return with_kind(kind, [](const auto& fields, auto /*facts*/) { return notes_of(fields); });
}

std::vector<Column> table_of(TableKind kind, std::span<const Record* const> records) {
  return with_kind(kind, [&](const auto& fields, auto facts) { return filled(fields, records, facts); });
}

}  // namespace sayso::exporter
