#pragma once
#include <doctest/doctest.h>
#include <stdlib.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/sha256.h"
#include "sayso/store.h"

namespace sayso::test {

/// A folder that is gone at the end of a test.
class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "sayso-store-XXXXXX").string();
    path_ = mkdtemp(name.data());
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] std::string file(std::string_view name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

/// An article of sentences `NAME said WORDS.`, each of which is a statement, and a pledge where the words begin with
/// "will".
class Article {
 public:
  Article(std::string day, std::string outlet) {
    record_.document.published = std::move(day);
    record_.document.outlet = std::move(outlet);
    record_.document.lang = "en";
  }

  Article& says(std::string_view name, std::string_view words, Mode mode = Mode::indirect) {
    std::string& text = record_.document.text;
    if (!text.empty()) text += ' ';
    const Span source = append(name);
    text += ' ';
    const Span cue = append("said");
    text += ' ';
    const Span content = append(words);
    text += '.';
    const std::string actor = actor_of(name, source, MentionForm::name);
    Statement& statement = record_.statements.emplace_back();
    statement.id = "s" + std::to_string(record_.statements.size());
    statement.mode = mode;
    statement.source = source;
    statement.cue = cue;
    statement.content = {content};
    statement.actor = actor;
    statement.confidence = 0.5;
    if (words.starts_with("will")) promises(actor, content);
    return *this;
  }

  /// The last statement was reported by somebody.
  Article& through(std::string_view name) {
    const std::string actor = actor_of(name, {}, MentionForm::name);
    record_.statements.back().chain.push_back({Relation::reported_by, {}, actor});
    return *this;
  }

  /// The last speaker is one that the lexicon knows.
  Article& known_as(std::string_view wikidata) {
    actor_with(record_.statements.back().actor).wikidata = wikidata;
    return *this;
  }

  /// The last speaker is only described.
  Article& unnamed() {
    for (ActorMention& mention : actor_with(record_.statements.back().actor).mentions) {
      mention.form = MentionForm::nominal;
    }
    return *this;
  }

  /// The last pledge is due by this TIMEX3 value.
  Article& by(std::string_view value) {
    Time& time = record_.times.emplace_back();
    time.id = "t" + std::to_string(record_.times.size());
    time.value = value;
    time.span = record_.ledger.back().action;
    record_.ledger.back().deadline = time.id;
    return *this;
  }

  /// The last statement tells an event from its speaker to somebody.
  Article& event(std::string_view type, std::string_view recipient) {
    const Statement& statement = record_.statements.back();
    Event& event = record_.events.emplace_back();
    event.id = "e" + std::to_string(record_.events.size());
    event.type = type;
    event.span = statement.content.front();
    event.actors.push_back({statement.actor, *statement.source, {}, {}});
    event.recipients.push_back({actor_of(recipient, {}, MentionForm::name), {}, {}, {}});
    return *this;
  }

  [[nodiscard]] Record record() const {
    Record record = record_;
    record.document.id = sha256_hex(record.document.text);
    record.document.uri = record.document.outlet + "/" + record.document.published;
    return record;
  }

 private:
  Span append(std::string_view words) {
    std::string& text = record_.document.text;
    text += words;
    return {text.size() - words.size(), text.size()};
  }

  Actor& actor_with(const std::string& id) {
    for (Actor& actor : record_.actors) {
      if (actor.id == id) return actor;
    }
    FAIL("no actor " << id);
    return record_.actors.front();
  }

  std::string actor_of(std::string_view name, const Span& span, MentionForm form) {
    for (Actor& actor : record_.actors) {
      if (actor.name != name) continue;
      actor.mentions.push_back({span, form});
      return actor.id;
    }
    Actor& actor = record_.actors.emplace_back();
    actor.id = "a" + std::to_string(record_.actors.size());
    actor.name = name;
    actor.kind = ActorKind::person;
    actor.mentions.push_back({span, form});
    return actor.id;
  }

  void promises(const std::string& actor, const Span& action) {
    LedgerEntry& entry = record_.ledger.emplace_back();
    entry.id = "l" + std::to_string(record_.ledger.size());
    entry.actor = actor;
    entry.act = Act::pledge;
    entry.stage = Stage::pledged;
    entry.action = action;
    entry.statement = record_.statements.back().id;
  }

  Record record_;
};

inline bool add(Store& store, const Record& record, Store::Again again = Store::Again::keep) {
  const auto added = store.add(record, Store::pack(record), again);
  REQUIRE(added.ok());
  return *added;
}

inline Store opened(const std::string& path, Store::Access access = Store::Access::write) {
  auto store = Store::open(path, access);
  if (!store.ok()) FAIL(store.error().to_string());
  return std::move(*store);
}

/// The contents of the statements that are found, with a bar between them.
inline std::string found(const Store& store, const Question& question) {
  const auto hits = store.find(question);
  if (!hits.ok()) return hits.error().to_string();
  std::string out;
  for (const Hit& hit : *hits) {
    const Span& span = hit.record->statements[hit.index].content.front();
    out += (out.empty() ? "" : "|") + hit.record->document.text.substr(span.begin, span.size());
  }
  return out;
}

}  // namespace sayso::test
