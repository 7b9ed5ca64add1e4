#pragma once
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sayso/record.h"
#include "sayso/result.h"
#include "sayso/span.h"

namespace sayso {

/// How facts of two documents go together. Of statements: repeats, the same words, whatever an editor has done to them;
/// restates and changes_position, what one speaker says of one matter again, or the opposite; confirms and contradicts,
/// what two speakers say of it within a month. Of entries of one actor: updates, a later stage; changes_position, one
/// is for it and one against.
enum class LinkKind { repeats, restates, confirms, contradicts, changes_position, updates };

/// `repeats`, `restates`, `confirms`, `contradicts`, `changes-position`, `updates`
[[nodiscard]] std::string_view name_of(LinkKind kind);

/// What is looked for in a store. What is not given lets all pass; what does not concern a sort of facts is passed
/// over.
struct Question {
  /// Words that all must stand in it, in any of their forms ("strike" finds "strikes"); "in quotation marks" in this
  /// row; word* for its beginning. Of a statement its content is searched, of entries and events their sentence.
  std::string about;
  /// A name or description of who speaks or acts, or a part of it from the beginning of a word; #KEY for one actor.
  std::string speaker;
  std::string via;     ///< the same of somebody in the chain
  std::string to;      ///< the same of whom it is said to, asked of, done to
  std::string outlet;  ///< a part of its name
  std::optional<Mode> mode;
  std::optional<Act> act;
  std::optional<Stage> stage;
  std::optional<LinkKind> link;  ///< of links
  bool originals = false;        ///< of wire copy that several outlets print only what was added first
  std::string event_type;        ///< of PLOVER
  std::optional<std::chrono::sys_days> since, until;      ///< published on these days or between
  std::optional<std::chrono::sys_days> due_from, due_to;  ///< of the ledger: the last day on which it is due
  /// Of the ledger: only what was due before the day `as_of` and is open still (is_open()).
  bool overdue = false;
  std::optional<std::chrono::sys_days> as_of;
  bool oldest_first = false;  ///< else the newest; the ledger comes by due day always
  std::size_t limit = 50;
  std::optional<std::int64_t> after;  ///< only what comes behind a hit of this position
};

/// One fact that was found: `record->statements[index]`, or `ledger` or `events`.
struct Hit {
  std::shared_ptr<const Record> record;
  std::size_t index = 0;
  std::int64_t position = 0;         ///< in the order of all answers; of a link's sides 0
  std::optional<Stage> latest = {};  ///< of an entry that was found: the stage that entries which update it tell
};

/// Whether somebody is bound to what an entry names (it pledges, intends, offers, agrees to it, or is expected to do
/// it), and neither the entry nor a later one tells that it has come to an end.
[[nodiscard]] bool is_open(const Hit& hit);

struct Link {
  LinkKind kind = LinkKind::repeats;
  bool entries = false;  ///< its sides are `ledger` of a record, else `statements`
  /// Of updates that no entry tells, but a sentence of later.record: where it stands, and what has come of the earlier
  /// entry by it. later.index is nothing then.
  std::optional<Span> passage;
  std::optional<Stage> stage;
  /// By the days of publication; where they are the same or not known, in the order in which they were added. What is
  /// repeated is the one that was added first.
  Hit later, earlier;
  /// How much of the shorter one stands in the other: of repeats its words in the same order, else its words of
  /// meaning.
  double confidence = 0;
};

/// Somebody who speaks or acts, across documents.
struct StoredActor {
  std::int64_t key = 0;
  std::string name, country, wikidata;
  ActorKind kind = ActorKind::unknown;
  bool named = false;  ///< else a description, "officials", which may be of many
  std::int64_t statements = 0, entries = 0;
  std::string first_day, last_day;  ///< YYYY-MM-DD; empty where no document of theirs has a day
  std::vector<std::string> names;   ///< all of them, those of merged ones too
};

/// What a person says of a statement that was read.
enum class Judgement { accepted, corrected, rejected };

/// `accepted`, `corrected`, `rejected`
[[nodiscard]] std::string_view name_of(Judgement judgement);

struct Verdict {
  Span statement;  ///< from where the content that was read begins to where it ends
  Judgement judgement = Judgement::accepted;
  std::vector<Span> source, cue, content;  ///< as the person has them
};

/// Everything that was read, in one SQLite file (docs/store.md). Safe to use from several threads; several processes
/// may read while one writes. Errors of all methods: store_*, query_malformed.
class Store {
 public:
  enum class Access { read, write };  ///< write makes the file where there is none, with its folder
  enum class Again { keep, replace };

  [[nodiscard]] static Result<Store> open(const std::string& path, Access access);

  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();  ///< what is not committed is lost

  /// Whether a document of this text and outlet is there, committed or not.
  [[nodiscard]] Result<bool> contains(const Document& document) const;

  /// What add() wants beside a record; may be made beforehand by any thread.
  [[nodiscard]] static std::string pack(const Record& record);

  /// Takes a record in; `packed` is pack(record). Where the document is there already, it keeps the old one, or puts
  /// this in its place. Gives whether it took it. After an error nothing since the last commit is kept.
  [[nodiscard]] Result<bool> add(const Record& record, std::string_view packed, Again again = Again::keep);

  /// Makes what was added since the last commit permanent, at once and as a whole.
  [[nodiscard]] Status commit();

  [[nodiscard]] Result<std::vector<Hit>> find(const Question& question) const;    ///< statements
  [[nodiscard]] Result<std::vector<Hit>> ledger(const Question& question) const;  ///< entries
  [[nodiscard]] Result<std::vector<Hit>> events(const Question& question) const;

  /// Links of the statements and entries that answer the question, to or from others. Of more than 20,000 answers the
  /// first are looked through.
  [[nodiscard]] Result<std::vector<Link>> links(const Question& question) const;

  /// Those with the most statements; of this name, or a part of it, where it is given.
  [[nodiscard]] Result<std::vector<StoredActor>> actors(const std::string& name, std::size_t limit) const;

  /// From now on `actor` is the same as `other` (a person says so). Reading documents again does not undo it.
  [[nodiscard]] Status merge(std::int64_t actor, std::int64_t other);
  /// Undoes what merge() has done with `actor`.
  [[nodiscard]] Status part(std::int64_t actor);

  /// The record of a document; of the same text in several outlets, the one added first. Nothing where there is none.
  [[nodiscard]] Result<std::shared_ptr<const Record>> document(const std::string& id) const;

  /// Keeps what a person says of a statement of a document, in place of what they said before. Lasts at once. Reading
  /// the document again does not undo it. Error: query_malformed where there is no such document, or a span is not of
  /// its text.
  [[nodiscard]] Status judge(const std::string& document, const Verdict& verdict);

  /// What was said of the statements of a document, in the order of the text.
  [[nodiscard]] Result<std::vector<Verdict>> verdicts(const std::string& document) const;

  /// The ids of all documents of which something was said, ascending.
  [[nodiscard]] Result<std::vector<std::string>> judged() const;

  /// A number that changes whenever others have committed to the database; of this object alone.
  [[nodiscard]] Result<std::int64_t> version() const;

  struct Counts {
    std::int64_t documents = 0, statements = 0, entries = 0, events = 0;
  };
  [[nodiscard]] Result<Counts> counts() const;

 private:
  struct State;
  explicit Store(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace sayso
