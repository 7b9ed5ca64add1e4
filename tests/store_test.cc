#include <doctest/doctest.h>

#include <fstream>

#include "base/dates.h"
#include "store_support.h"

namespace sayso::test {
namespace {

/// Three articles of two outlets.
Store filled(const Folder& folder) {
  Store store = opened(folder.file("news.db"));
  add(store, Article("2024-05-03", "Harbour Gazette")
                 .says("Ada Holm", "the ferries would stop", Mode::direct)
                 .through("Coast Radio")
                 .says("Ilse Varga", "will buy two boats")
                 .by("2024-12")
                 .record());
  add(store, Article("2024-05-01", "Tarn Times")
                 .says("Ada Holm", "the ferry stopped")
                 .says("Zoë Marr", "strikes were possible")
                 .event("PROTEST", "Ada Holm")
                 .record());
  add(store, Article("", "Tarn Times").says("officials", "nothing").unnamed().says("Marr", "will pay").record());
  REQUIRE(store.commit().ok());
  return store;
}

Question about(std::string words) {
  Question question;
  question.about = std::move(words);
  return question;
}

Question by(std::string name) {
  Question question;
  question.speaker = std::move(name);
  return question;
}

TEST_CASE("without conditions all statements come, the newest first, those without a day last") {
  const Folder folder;
  const Store store = filled(folder);
  CHECK(found(store, {}) ==
        "will buy two boats|the ferries would stop|strikes were possible|the ferry stopped|will pay|nothing");
  Question question;
  question.oldest_first = true;
  question.limit = 3;
  CHECK(found(store, question) == "nothing|will pay|the ferry stopped");
}

TEST_CASE("words are found in their other forms, phrases and beginnings as they stand") {
  const Folder folder;
  const Store store = filled(folder);
  CHECK(found(store, about("ferry stop")) == "the ferries would stop|the ferry stopped");
  CHECK(found(store, about("\"ferry stopped\"")) == "the ferry stopped");
  CHECK(found(store, about("STRIKE")) == "strikes were possible");
  CHECK(found(store, about("boa*")) == "will buy two boats");
  CHECK(found(store, about("boats ferry")).empty());
}

TEST_CASE("what a person writes is never syntax") {
  const Folder folder;
  const Store store = filled(folder);
  for (const char* words : {"boats\"", "boats AND", "(boats", "words:boats OR", "boats NEAR(", "^boats", "boats;--",
                            "boats' OR 1=1", "keys:all", "-boats {", "\"boats", "boats\n\x01", "boats \xFF\xC3"}) {
    CAPTURE(words);
    CHECK(found(store, about(words)).find("SAY") == std::string::npos);
  }
  CHECK(found(store, about("\"boats")) == "will buy two boats");
  CHECK(found(store, about("keys all")).empty());
  CHECK(found(store, about("?! \"\" *")) == "SAY077 there is no word to look for");
  CHECK(found(store, by("'; DROP TABLE actor;--")).starts_with("SAY077"));
  CHECK(found(store, by("...")) == "SAY077 a name has no word in it");
  CHECK(found(store, by("#99")).starts_with("SAY077"));
}

TEST_CASE("conditions of who, through whom, where, how and when hold together") {
  const Folder folder;
  const Store store = filled(folder);
  CHECK(found(store, by("holm")) == "the ferries would stop|the ferry stopped");
  CHECK(found(store, by("zoe ma")) == "strikes were possible");
  CHECK(found(store, by("officials")) == "nothing");
  CHECK(found(store, by("nemo")) == "SAY077 nobody is known by the name 'nemo'");
  Question question = by("Ada Holm");
  question.outlet = "times";
  CHECK(found(store, question) == "the ferry stopped");
  question.outlet = "imes";
  CHECK(found(store, question) == "SAY077 there is no outlet by the name 'imes'");
  question = {};
  question.via = "coast radio";
  CHECK(found(store, question) == "the ferries would stop");
  question = {};
  question.mode = Mode::direct;
  CHECK(found(store, question) == "the ferries would stop");
  question = {};
  question.since = parse_day("2024-05-02");
  CHECK(found(store, question) == "will buy two boats|the ferries would stop");
  question.until = parse_day("2024-05-02");
  CHECK(found(store, question).empty());
  question.since.reset();
  CHECK(found(store, question) == "strikes were possible|the ferry stopped");
}

TEST_CASE("the ledger comes by due day, what has none last") {
  const Folder folder;
  Store store = filled(folder);
  add(store, Article("2024-06-15", "Tarn Times").says("Ada Holm", "will sail").by("2024-07-01").record());
  REQUIRE(store.commit().ok());
  const auto actions = [&](const Question& question) {
    const auto hits = store.ledger(question);
    REQUIRE(hits.ok());
    std::string out;
    for (const Hit& hit : *hits) {
      const Span& span = hit.record->ledger[hit.index].action;
      out += (out.empty() ? "" : "|") + hit.record->document.text.substr(span.begin, span.size());
    }
    return out;
  };
  CHECK(actions({}) == "will sail|will buy two boats|will pay");
  Question question;
  question.due_to = parse_day("2024-12-31");
  CHECK(actions(question) == "will sail|will buy two boats");
  question.due_from = parse_day("2024-07-02");
  CHECK(actions(question) == "will buy two boats");
  question = {};
  question.since = parse_day("2024-05-04");
  CHECK(actions(question) == "will sail");
  question.until = parse_day("2024-06-14");
  CHECK(actions(question).empty());
  question = by("varga");
  question.act = Act::pledge;
  question.stage = Stage::pledged;
  CHECK(actions(question) == "will buy two boats");
  question.act = Act::refuse;
  CHECK(actions(question).empty());
}

TEST_CASE("events are found by type, actor and recipient") {
  const Folder folder;
  const Store store = filled(folder);
  const auto count = [&](const Question& question) {
    const auto hits = store.events(question);
    REQUIRE(hits.ok());
    return hits->size();
  };
  Question question = by("marr");
  CHECK(count(question) == 1);
  question.to = "holm";
  question.event_type = "PROTEST";
  question.about = "strikes";
  CHECK(count(question) == 1);
  question.event_type = "COERCE";
  CHECK(count(question) == 0);
}

TEST_CASE("a document is stored once; of another outlet it is another") {
  const Folder folder;
  Store store = filled(folder);
  const Record same = Article("2024-05-01", "Sea Post").says("Ada Holm", "no").record();
  CHECK(add(store, same));
  CHECK_FALSE(add(store, same));
  REQUIRE(store.commit().ok());
  CHECK_FALSE(add(store, same));
  Record other = same;
  other.document.outlet = "Land Post";
  CHECK(add(store, other));
  CHECK(store.contains(other.document).value());
  other.document.published = "2024-05-02";
  CHECK(store.contains(other.document).value());
  other.document.outlet = "Lake Post";
  CHECK_FALSE(store.contains(other.document).value());
  REQUIRE(store.commit().ok());
  CHECK(store.counts().value().documents == 5);
}

TEST_CASE("what is not committed is neither seen nor kept") {
  const Folder folder;
  {
    Store store = filled(folder);
    const Store other = opened(folder.file("news.db"), Store::Access::read);
    add(store, Article("2024-05-09", "Sea Post").says("Ada Holm", "no").record());
    CHECK(other.counts().value().documents == 3);
    CHECK(found(other, by("holm")) == "the ferries would stop|the ferry stopped");
  }
  CHECK(opened(folder.file("news.db")).counts().value().documents == 3);
}

TEST_CASE("a document that is read again takes the place of the old one everywhere") {
  const Folder folder;
  Store store = filled(folder);
  Record record = Article("2024-05-03", "Harbour Gazette")
                      .says("Ada Holm", "the ferries would stop", Mode::direct)
                      .through("Coast Radio")
                      .says("Ilse Varga", "will buy two boats")
                      .by("2024-12")
                      .record();
  record.statements.pop_back();
  record.ledger.clear();
  CHECK(add(store, record, Store::Again::replace));
  REQUIRE(store.commit().ok());
  CHECK(found(store, about("boats")).empty());
  CHECK(found(store, by("holm")) == "the ferries would stop|the ferry stopped");
  CHECK(store.ledger(by("varga")).value().empty());
  const auto counts = store.counts().value();
  CHECK(counts.documents == 3);
  CHECK(counts.statements == 5);
  CHECK(counts.entries == 1);
  CHECK(store.actors("varga", 9).value().at(0).statements == 0);
  CHECK(store.actors("holm", 9).value().at(0).statements == 2);
}

TEST_CASE("one batch may hold a document twice") {
  const Folder folder;
  Store store = opened(folder.file("news.db"));
  const Record record = Article("2024-05-03", "Sea Post").says("Ada Holm", "yes").record();
  CHECK(add(store, record));
  CHECK(add(store, record, Store::Again::replace));
  REQUIRE(store.commit().ok());
  CHECK(found(store, about("yes")) == "yes");
  CHECK(store.counts().value().documents == 1);
}

TEST_CASE("actors are the same across documents by id, else by name") {
  const Folder folder;
  Store store = opened(folder.file("news.db"));
  add(store, Article("2024-05-03", "P").says("Ada Holm", "one").known_as("Q7").record());
  add(store, Article("2024-05-05", "P").says("Holm", "two").known_as("Q7").says("ZOE MARR", "three").record());
  add(store, Article("2024-05-04", "P").says("Zoë Marr", "four").record());
  REQUIRE(store.commit().ok());
  const auto actors = store.actors("", 9).value();
  REQUIRE(actors.size() == 2);
  CHECK(actors[0].name == "Ada Holm");
  CHECK(actors[0].wikidata == "Q7");
  CHECK(actors[0].statements == 2);
  CHECK(actors[0].names == std::vector<std::string>{"Ada Holm", "Holm"});
  CHECK(actors[0].first_day == "2024-05-03");
  CHECK(actors[0].last_day == "2024-05-05");
  CHECK(actors[1].statements == 2);
  CHECK(found(store, by("ada")) == "two|one");
  CHECK(found(store, by("zoe")) == "three|four");
}

TEST_CASE("a person's word on who is the same widens questions, and survives reading again") {
  const Folder folder;
  Store store = filled(folder);
  const auto key = [&](const char* name) { return store.actors(name, 1).value().at(0).key; };
  const auto marr = key("zoe marr");
  const auto all = store.actors("marr", 9).value();
  REQUIRE(all.size() == 2);
  const auto other = all[0].key == marr ? all[1].key : all[0].key;
  REQUIRE(store.merge(other, marr).ok());
  CHECK(found(store, by("zoe")) == "strikes were possible|will pay");
  CHECK(found(store, by("#" + std::to_string(other))) == "strikes were possible|will pay");
  const auto merged = store.actors("marr", 9).value();
  REQUIRE(merged.size() == 1);
  CHECK(merged[0].key == marr);
  CHECK(merged[0].statements == 2);
  CHECK(merged[0].names.size() == 2);
  add(store, Article("", "Tarn Times").says("officials", "nothing").unnamed().says("Marr", "will pay").record(),
      Store::Again::replace);
  REQUIRE(store.commit().ok());
  CHECK(found(store, by("zoe")) == "strikes were possible|will pay");
  REQUIRE(store.part(other).ok());
  CHECK(found(store, by("zoe")) == "strikes were possible");
  CHECK(store.merge(other, 4711).error().code == Code::query_malformed);
}

TEST_CASE("a database that cannot be used is told as such and left as it is") {
  const Folder folder;
  const auto code = [&](const char* name, Store::Access access) {
    const auto store = Store::open(folder.file(name), access);
    return store.ok() ? Code{} : store.error().code;
  };
  CHECK(code("none.db", Store::Access::read) == Code::store_not_found);
  CHECK_FALSE(std::filesystem::exists(folder.file("none.db")));
  std::ofstream(folder.file("text.db")) << std::string(5000, 'x');
  CHECK(code("text.db", Store::Access::read) == Code::store_damaged);
  CHECK(code("text.db", Store::Access::write) == Code::store_damaged);
  CHECK(std::filesystem::file_size(folder.file("text.db")) == 5000);
  std::ofstream(folder.file("empty.db")).close();
  CHECK(code("empty.db", Store::Access::read) == Code::store_not_found);
  CHECK(code("empty.db", Store::Access::write) == Code{});
  CHECK(code("empty.db", Store::Access::read) == Code{});
  CHECK(code("new/folder/news.db", Store::Access::write) == Code{});
  std::filesystem::create_directory(folder.file("folder.db"));
  CHECK(code("folder.db", Store::Access::read) != Code{});
  CHECK(code("folder.db", Store::Access::write) != Code{});
}

TEST_CASE("a cut-off database gives an error, not a wrong answer") {
  const Folder folder;
  { const Store store = filled(folder); }
  const std::string path = folder.file("news.db");
  const auto size = std::filesystem::file_size(path);
  for (const auto part : {size / 2, size / 4, std::uintmax_t{4096}, std::uintmax_t{100}}) {
    std::filesystem::resize_file(path, part);
    const auto store = Store::open(path, Store::Access::read);
    if (!store.ok()) {
      CHECK(store.error().code == Code::store_damaged);
      continue;
    }
    const auto hits = store->find({});
    if (!hits.ok()) CHECK(hits.error().code == Code::store_damaged);
    if (hits.ok()) CHECK(hits->size() <= 6);
  }
}

}  // namespace
}  // namespace sayso::test
