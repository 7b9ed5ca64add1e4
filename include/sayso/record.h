#pragma once
#include <optional>
#include <string>
#include <vector>

#include "sayso/document.h"
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
  std::vector<ActorMention> mentions;  ///< ascending, at least one
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
  std::vector<Span> content;   ///< ascending, disjoint, at least one
  std::optional<Span> cue;     ///< absent for a bare quotation
  std::optional<Span> source;  ///< absent where the text names none
  std::string actor;           ///< id of who the source is, else empty
  std::string inside;          ///< id of the statement whose content holds this one, else empty
  std::vector<Hop> chain;      ///< through whom it reached the page, nearest the speaker first
  double confidence = 0;       ///< probability that content and source are right, 0 to 1
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
  std::vector<Note> notes;
};

/// The record as one line of JSON, UTF-8, keys in a fixed order: the same record gives the same bytes.
[[nodiscard]] std::string to_json(const Record& record);

/// The same with line breaks and two spaces of indentation.
[[nodiscard]] std::string to_pretty_json(const Record& record);

}  // namespace sayso
