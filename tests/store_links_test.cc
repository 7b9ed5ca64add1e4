#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "base/dates.h"
#include "record/enum_names.h"
#include "store/deeds.h"
#include "store_support.h"

namespace sayso::test {
namespace {

/// `kind later>earlier` by outlet, for each link.
std::string links(const Store& store, const Question& question = {}) {
  const auto all = store.links(question);
  if (!all.ok()) return all.error().to_string();
  std::string out;
  for (const Link& link : *all) {
    out += std::string(name_of(link.kind)) + " " + link.later.record->document.outlet + ">" +
           link.earlier.record->document.outlet + ";";
  }
  return out;
}

struct Said {
  const char *day, *outlet, *who, *what;
};

Store told(const Folder& folder, std::initializer_list<Said> all) {
  Store store = opened(folder.file("news.db"));
  for (const Said& each : all) add(store, Article(each.day, each.outlet).says(each.who, each.what).record());
  REQUIRE(store.commit().ok());
  return store;
}

TEST_CASE("what one speaker says again, or the opposite of it") {
  const Folder folder;
  CHECK(links(told(folder, {{"2024-05-01", "A", "Ada Holm", "the island ferries were repaired in spring"},
                            {"2024-05-02", "B", "Ada Holm", "in spring all ferries of the islands got repairs"}})) ==
        "restates B>A;");
  const Folder other;
  CHECK(links(told(other, {{"2024-05-01", "A", "Ada Holm", "the tunnel to Tarnby is safe"},
                           {"2024-06-02", "B", "Ada Holm", "the tunnel to Tarnby is not safe"}})) ==
        "changes-position B>A;");
}

TEST_CASE("what two speakers say of one matter within a month") {
  for (const auto& [kind, words] :
       {std::pair("confirms", "all talks on the tunnel were called off on Monday, talks that it was time to end"),
        {"confirms", "the talks on the tunnel were called off on Monday"},
        {"contradicts", "talks on the tunnel were not called off on Monday"}}) {
    CAPTURE(words);
    const Folder folder;
    CHECK(links(told(folder, {{"2024-05-01", "A", "Ada Holm", "tunnel talks were called off Monday"},
                              {"2024-05-02", "B", "Ilse Varga", words}})) == std::string(kind) + " B>A;");
  }
  const Folder folder;
  CHECK(links(told(folder, {{"2024-05-01", "A", "Ada Holm", "tunnel talks were called off Monday"},
                            {"2024-08-02", "B", "Ilse Varga", "the talks on the tunnel were called off on Monday"}}))
            .empty());
}

TEST_CASE("the later one is the one that was published later") {
  const Folder folder;
  CHECK(links(told(folder, {{"2024-05-02", "A", "Ada Holm", "tunnel talks were called off Monday"},
                            {"2024-05-01", "B", "Ilse Varga", "no tunnel talks were called off Monday"}})) ==
        "contradicts A>B;");
}

/// An article in which somebody pledges something, changed by `change`.
template <class Change>
Record pledge(const char* day, const char* outlet, const char* words, Change change) {
  Record record = Article(day, outlet).says("Ilse Varga", words).record();
  change(record.ledger.at(0));
  return record;
}

TEST_CASE("an entry of a later stage updates one of the same actor, and says how far it came") {
  const Folder folder;
  Store store = opened(folder.file("news.db"));
  add(store, pledge("2024-05-01", "A", "will buy two ferries for the islands", [](LedgerEntry&) {}));
  add(store, pledge("2024-06-01", "B", "will have bought the ferries for the islands",
                    [](LedgerEntry& entry) { entry.stage = Stage::delivered; }));
  add(store, pledge("2024-06-02", "C", "will build a crane on the mainland",
                    [](LedgerEntry& entry) { entry.stage = Stage::agreed; }));
  REQUIRE(store.commit().ok());
  Question updates;
  updates.link = LinkKind::updates;
  CHECK(links(store, updates) == "updates B>A;");
  const auto hits = store.ledger({});
  REQUIRE(hits.ok());
  for (const Hit& hit : *hits) {
    const bool first = hit.record->document.outlet == "A";
    CHECK(hit.latest == (first ? std::optional(Stage::delivered) : std::nullopt));
    CHECK(is_open(hit) == (hit.record->document.outlet == "C"));
  }
}

TEST_CASE("a sentence tells what was done, failed, or neither") {
  using store::told_stage;
  CHECK(told_stage("Norland has delivered the guns") == Stage::done);
  CHECK(told_stage("The council sent two ships") == Stage::done);
  CHECK(told_stage("The plan to build a pier failed") == Stage::failed);
  CHECK(told_stage("Holm has given up her plan") == Stage::failed);
  for (const char* open : {"Norland will send guns", "Holm promised to pay", "The guns were never delivered",
                           "Norland has not paid", "The guns are old", "", "\xF0\x9F\x97\xB3"}) {
    CAPTURE(open);
    CHECK(!told_stage(open));
  }
}

TEST_CASE("a plain sentence updates what its subject had promised") {
  const Folder folder;
  Store store = opened(folder.file("news.db"));
  add(store, pledge("2024-05-01", "A", "will deliver two ferries to the islands", [](LedgerEntry&) {}));
  const auto deed = [](const char* outlet, const std::string& sentence) {
    Record record = Article("2024-07-01", outlet).says("officials", "nothing").record();
    record.document.text += " " + sentence;
    record.document.id = sha256_hex(record.document.text);
    return record;
  };
  add(store, deed("B", "Minister Varga delivered the two ferries to the islands."));
  add(store, deed("C", "Varga will deliver the two ferries to the islands."));
  add(store, deed("D", "Holm delivered the two ferries to the islands."));
  add(store, deed("E", "Varga praised those who deliver two ferries to the islands."));
  REQUIRE(store.commit().ok());
  const auto found = store.links({});
  REQUIRE(found.ok());
  REQUIRE(found->size() == 1);
  const Link& link = found->front();
  CHECK(link.kind == LinkKind::updates);
  CHECK(link.stage == Stage::done);
  REQUIRE(link.passage.has_value());
  CHECK(link.passage->of(link.later.record->document.text) ==
        "Minister Varga delivered the two ferries to the islands.");
  CHECK(link.earlier.record->document.outlet == "A");
  const auto hits = store.ledger({});
  REQUIRE(hits.ok());
  CHECK(hits->front().latest == Stage::done);
  CHECK(!is_open(hits->front()));
  add(store, deed("B", "Minister Varga delivered the two ferries to the islands."), Store::Again::replace);
  REQUIRE(store.commit().ok());
  CHECK(store.links({})->size() == 1);
}

TEST_CASE(
    "other words by another speaker confirm, the same quotation repeats, and a name may be cut to its last word") {
  const Folder folder;
  CHECK(links(told(folder, {{"2024-05-01", "A", "Ada Holm", "wolves killed sixty sheep near the town of Brack"},
                            {"2024-05-02", "B", "Zo\xC3\xAB Marr",
                             "wolves killed sixty sheep near the town of Brack"}})) == "confirms B>A;");
  const Folder other;
  CHECK(links(told(other, {{"2024-05-01", "A", "Ada Holm", "wolves killed sixty sheep near the town of Brack"},
                           {"2024-05-02", "B", "Holm", "wolves killed sixty sheep near the town of Brack"}})) ==
        "repeats B>A;");
  const Folder third;
  CHECK(links(told(third, {{"2024-05-01", "A", "Ada Holm", "the dam at Orlo is safe"},
                           {"2024-05-02", "B", "Holm", "the dam at Orlo is not safe"}})) == "changes-position B>A;");
}

TEST_CASE("who refuses what they promised changes position") {
  const Folder folder;
  Store store = opened(folder.file("news.db"));
  add(store, pledge("2024-05-01", "A", "will buy two ferries", [](LedgerEntry&) {}));
  add(store, pledge("2024-06-01", "B", "will not buy the two ferries", [](LedgerEntry& entry) {
        entry.act = Act::refuse;
        entry.stage.reset();
        entry.action.begin += 9;
      }));
  REQUIRE(store.commit().ok());
  Question changes;
  changes.link = LinkKind::changes_position;
  CHECK(links(store, changes) == "changes-position B>A;changes-position B>A;");  // of what they say, and of the ledger
}

TEST_CASE("what was due and is open is overdue") {
  const Folder folder;
  Store store = opened(folder.file("news.db"));
  add(store, Article("2024-05-01", "A").says("Ilse Varga", "will buy two ferries").by("2024-06-30").record());
  add(store, Article("2024-05-01", "B").says("Ilse Varga", "will open the tunnel to Tarnby").by("2024-06-30").record());
  add(store, pledge("2024-06-10", "C", "will have opened the Tarnby tunnel",
                    [](LedgerEntry& entry) { entry.stage = Stage::done; }));
  add(store, Article("2024-05-01", "D").says("Ilse Varga", "will pay").by("2024-12-31").record());
  REQUIRE(store.commit().ok());
  Question question;
  question.overdue = true;
  question.as_of = parse_day("2024-07-01");
  const auto outlets = [&] {
    std::string out;
    const auto hits = store.ledger(question);
    REQUIRE(hits.ok());
    for (const Hit& hit : *hits) out += hit.record->document.outlet;
    return out;
  };
  CHECK(outlets() == "A");
  question.as_of = parse_day("2025-01-01");
  CHECK(outlets() == "AD");
  question.limit = 1;
  CHECK(outlets() == "A");
  question.as_of = parse_day("2024-06-30");
  CHECK(outlets().empty());
}

TEST_CASE("reading a document again leaves its links as they were") {
  const Folder folder;
  Store store = told(folder, {{"2024-05-01", "A", "Ada Holm", "tunnel talks were called off Monday"},
                              {"2024-05-02", "B", "Ilse Varga", "no tunnel talks were called off Monday"}});
  for (const Said& each : {Said{"2024-05-01", "A", "Ada Holm", "tunnel talks were called off Monday"},
                           Said{"2024-05-02", "B", "Ilse Varga", "no tunnel talks were called off Monday"}}) {
    add(store, Article(each.day, each.outlet).says(each.who, each.what).record(), Store::Again::replace);
    REQUIRE(store.commit().ok());
    CHECK(links(store) == "contradicts B>A;");
  }
}

TEST_CASE("merged actors are one speaker for what is added from then on") {
  const Folder folder;
  Store store = told(folder, {{"2024-05-01", "A", "Ada Holm", "the tunnel to Tarnby is safe"},
                              {"2024-05-01", "B", "Ada Holm-Berg", "the mayor was ill"}});
  const auto actors = store.actors("Holm", 10);
  REQUIRE(actors.ok());
  REQUIRE(actors->size() == 2);
  REQUIRE(store.merge(actors->at(0).key, actors->at(1).key).ok());
  add(store, Article("2024-05-02", "C").says("Ada Holm-Berg", "Tarnby\xE2\x80\x99s tunnel is not safe").record());
  REQUIRE(store.commit().ok());
  CHECK(links(store) == "changes-position C>A;");
}

/// What an agency writes, of so many sentences.
std::string wire(int from, int to) {
  std::string text;
  for (int i = from; i < to; ++i) {
    const std::string n = std::to_string(i);
    text +=
        "the harbour board counted ship " + n + " in basin " + n + "b and wrote it into book " + n + "c of the town, ";
  }
  return text;
}

TEST_CASE("wire copy is traced to the document that was added first") {
  const Folder folder;
  Store store = opened(folder.file("news.db"));
  add(store, Article("2024-05-01", "Agency").says("Ada Holm", wire(0, 12)).record());
  add(store, Article("2024-05-02", "Gazette").says("Ada Holm", wire(0, 9)).record());              // cut
  add(store, Article("2024-05-02", "Times").says("Holm", "boats came, " + wire(1, 12)).record());  // edited
  add(store, Article("2024-05-02", "Other").says("Ada Holm", wire(50, 62)).record());  // of another day's ships
  add(store, Article("2024-07-02", "Late").says("Ada Holm", wire(0, 12)).record());
  REQUIRE(store.commit().ok());
  Question originals;
  originals.originals = true;
  const auto outlets = [&] {
    std::string out;
    const auto hits = store.find(originals);
    REQUIRE(hits.ok());
    for (const Hit& hit : *hits) out += hit.record->document.outlet + " ";
    return out;
  };
  CHECK(outlets() == "Late Other Agency ");
  add(store, Article("2024-05-01", "Agency").says("Ada Holm", wire(0, 12)).record(), Store::Again::replace);
  add(store, Article("2024-05-02", "Gazette").says("Ada Holm", wire(0, 9)).record(), Store::Again::replace);
  REQUIRE(store.commit().ok());
  CHECK(outlets() == "Late Other Agency ");
}

}  // namespace
}  // namespace sayso::test
