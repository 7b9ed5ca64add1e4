#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sayso/document.h"
#include "sayso/result.h"
#include "sayso/span.h"

namespace sayso {

/// How much of a statement's content stands inside quotation marks: at least 80 % of its words, some, none.
enum class Mode { direct, mixed, indirect };

/// What a statement does: says, holds for true, means to do, has arranged to do, denies, asks.
enum class StatementKind { say, belief, intent, plan, denial, question };

enum class ActorKind { person, organization, government, group, media, document, unknown };

/// How a mention names its actor. A metonym is a place that stands for who acts there: "Kyiv presented a plan".
enum class MentionForm { name, nominal, pronoun, metonym };

struct ActorMention {
  Span span;
  MentionForm form = MentionForm::name;
};

/// One person, organisation, state or medium of this document, however it is named.
struct Actor {
  std::string id;    ///< local to the record: a1, a2, ... in the order of their first mentions
  std::string name;  ///< the fullest proper name, else a description
  ActorKind kind = ActorKind::unknown;
  std::vector<Span> roles;             ///< words that tell an office or calling, ascending
  std::string represents;              ///< id of the actor that it speaks for, else empty
  std::string country;                 ///< ISO 3166 alpha-3, else empty
  std::string cameo, wikidata;         ///< where the lexicon knows them, else empty
  std::vector<ActorMention> mentions;  ///< ascending; none of the outlet that the text does not name
};

/// How a statement passed from its speaker, or from the hop before, to the next hop: the medium or occasion that
/// carried it, who relays it, whom the relayer names as where it has it from, who confirmed it, the article's own
/// outlet.
enum class Relation { said_on, reported_by, citing, confirmed_by, published_by };

struct Hop {
  Relation relation = Relation::said_on;
  Span span;          ///< the noun phrase that names it; empty for published-by, which the outlet names
  std::string actor;  ///< id
};

/// Who said what: the article attributes `content` to `source` by the words of `cue`.
struct Statement {
  std::string id;  ///< local to the record: s1, s2, ... in the order of the text
  Mode mode = Mode::indirect;
  StatementKind kind = StatementKind::say;
  std::vector<Span> content;      ///< ascending, disjoint, at least one
  std::optional<Span> cue;        ///< absent for a bare quotation
  std::optional<Span> source;     ///< absent where the text names none
  std::string actor;              ///< id of who the source is, else empty
  std::optional<Span> addressee;  ///< whom it is said to, where the text tells: "told [the mayor] that"
  std::string addressee_actor;    ///< id of who that is, else empty
  std::string inside;             ///< id of the statement whose content holds this one, else empty
  std::vector<Hop> chain;         ///< through whom it reached the page, nearest the speaker first
  double confidence = 0;          ///< probability that content and source are right, 0 to 1
};

/// TIMEX3 types (ISO-TimeML, ISO 24617-1).
enum class TimeType { date, time, duration, set };

/// TIMEX3 `mod`: BEFORE, AFTER, ON_OR_BEFORE, ... as ISO-TimeML names them.
enum class TimeModifier {
  before,
  after,
  on_or_before,
  on_or_after,
  less_than,
  more_than,
  equal_or_less,
  equal_or_more,
  start,
  mid,
  end,
  approx
};

/// A time that the text names, with its value against the day of publication.
struct Time {
  std::string id;  ///< local to the record: t1, t2, ... in the order of the text
  TimeType type = TimeType::date;
  std::string value;  ///< TIMEX3 value: 2024-12-31, 2024-W05, 2024-FA, XXXX-11, P2W, PRESENT_REF, ...
  std::optional<TimeModifier> mod;
  std::string quant, freq;  ///< of a SET ("every two days": EVERY; "twice a week": 2X), else empty
  Span span;
};

/// A sum of money, or a number of people or things.
struct Amount {
  double value = 0;  ///< the lower end of a range
  double to = 0;     ///< the upper end of a range, else 0
  std::string unit;  ///< ISO 4217 for money ("USD"), "percent", else the noun in the singular ("soldier", "tank")
  std::optional<TimeModifier> mod;  ///< approx, more_than, less_than, ...
  Span span;
};

/// What an actor does with a matter: binds itself, means to, offers, refuses, leaves open, asks, demands, ...
enum class Act { pledge, intend, offer, refuse, not_ruled_out, request, demand, threaten, expect, agree, confirm };

/// How far a matter has come.
enum class Stage { floated, planned, pledged, agreed, allocated, delivered, done, failed };

struct Outcome {
  Span span;
  std::optional<Stage> stage;
};

/// Something promised, asked, refused, expected or left open: one entry for each actor and action.
struct LedgerEntry {
  std::string id;     ///< local to the record: l1, l2, ... in the order of the text
  std::string actor;  ///< id of who acts, or asks
  Act act = Act::intend;
  std::optional<Stage> stage;
  Span action;                     ///< the shortest phrase that names it
  std::string to;                  ///< id of who is asked or addressed, else empty
  std::string beneficiary;         ///< id of who gains ("for" in JSON), else empty
  std::optional<Span> condition;   ///< "if ...", "unless ...", "once ...", "until ..."
  std::string deadline;            ///< id of the time by or at which it is to happen, else empty
  std::vector<Amount> amounts;     ///< ascending ("amount" in JSON)
  bool repeated = false;           ///< "has repeatedly urged"
  std::optional<Outcome> outcome;  ///< what the text says came of it
  std::string statement;           ///< id of the statement that carries it, else empty
  double confidence = 0;           ///< 0 to 1
};

/// A named agenda with the items that the text states.
struct Plan {
  struct Item {
    int ordinal = 0;  ///< from 1; 0 where the text gives no order
    Span span;
  };
  std::string id;  ///< local to the record: p1, p2, ...
  Span name;
  std::string owner;            ///< id, else empty
  std::vector<std::string> to;  ///< ids of whom it was presented to
  std::vector<Item> items;
};

enum class MeetingStatus { held, expected, postponed, cancelled };

/// A summit, talks, visit, session, call, vote or hearing.
struct Meeting {
  std::string id;  ///< local to the record: m1, m2, ...
  Span name;
  std::string time;  ///< id, else empty
  MeetingStatus status = MeetingStatus::held;
  std::vector<std::string> participants;  ///< ids
  std::vector<Span> topics;
};

/// How an event stands to the facts: told as having happened or happening, told by a statement, yet to come, supposed,
/// or said not to have happened.
enum class Realis { asserted, reported, future, hypothetical, negated };

/// Who takes part in an event.
struct Party {
  std::string actor;   ///< id, else empty
  Span span;           ///< the words that name it
  std::string code;    ///< CAMEO code of actor and agents ("FRAMIL", "---EDU"), else empty
  std::string origin;  ///< where the code comes from, for a person: "FRA France, ~MIL soldier"
};

/// Who did what to whom: one happening, however often the text returns to it.
struct Event {
  std::string id;                     ///< local to the record: e1, e2, ... in the order of the text
  std::string type, mode;             ///< of PLOVER, else empty
  std::vector<std::string> contexts;  ///< of PLOVER ("context" in JSON)
  std::string cameo;                  ///< code of the event from actor to recipient
  std::string reverse;                ///< code of the same event from recipient to actor, else empty
  Span span;                          ///< the word or words that tell it
  std::vector<Party> actors;          ///< coordinated ones in one event ("actor" in JSON)
  std::vector<Party> recipients;
  std::string time;           ///< id, else empty
  std::optional<Span> place;  ///< the words that name it
  Realis realis = Realis::asserted;
  std::string statement;  ///< id of the statement whose content tells it, else empty
  std::string rule;       ///< the dictionary line that coded it: "events.verbs.txt:12 MEET: * WITH +"
  double confidence = 0;  ///< 0 to 1
};

/// What produced a record.
struct EngineInfo {
  std::string version;
  std::string model;    ///< name@hash
  std::string lexicon;  ///< hash, empty where none was used
};

/// Everything found in one document. The JSON form is docs/record.md.
struct Record {
  Document document;
  EngineInfo engine;
  std::vector<Actor> actors;
  std::vector<Statement> statements;
  std::vector<LedgerEntry> ledger;
  std::vector<Plan> plans;
  std::vector<Meeting> meetings;
  std::vector<Event> events;
  std::vector<Time> times;
  std::vector<Note> notes;
};

/// The record as one line of JSON, UTF-8, keys in a fixed order: the same record gives the same bytes.
[[nodiscard]] std::string to_json(const Record& record);

/// The same with line breaks and two spaces of indentation.
[[nodiscard]] std::string to_pretty_json(const Record& record);

/// A record from either form: to_json() of it gives the same bytes again, but for the spelling of numbers and white
/// space within `document.extra`. Unknown fields are passed over. Error: invalid_record, also for a span that does not
/// lie in the text.
[[nodiscard]] Result<Record> from_json(std::string_view text);

}  // namespace sayso
