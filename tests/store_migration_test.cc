#include <doctest/doctest.h>

#include <map>
#include <memory>
#include <set>
#include <string>

#include "base/files.h"
#include "store/compression.h"
#include "store_support.h"

namespace sayso::test {
namespace {

/// A database of each released version, with the articles in examples/ as they were then, waits in tests/data/.
std::string released(const Folder& folder, int version) {
  const std::string name = "news-" + std::to_string(version) + ".db";
  const auto packed = read_file(std::string(SAYSO_SOURCE_DIR) + "/tests/data/" + name + ".zst");
  REQUIRE(packed.ok());
  const auto bytes = store::uncompressed(*packed);
  REQUIRE(bytes.ok());
  REQUIRE(write_file(folder.file(name), *bytes).ok());
  return folder.file(name);
}

Question everything() {
  Question question;
  question.limit = 100000;
  return question;
}

using Find = Result<std::vector<Hit>> (Store::*)(const Question&) const;

/// The documents and places of all that is found, in its order.
std::vector<std::string> listed(const Store& store, Find find, const Question& question) {
  const auto hits = (store.*find)(question);
  if (!hits.ok()) FAIL(hits.error().to_string());
  std::vector<std::string> all;
  for (const Hit& hit : *hits) {
    all.push_back(hit.record->document.id + " " + std::to_string(hit.index) + " " + std::to_string(hit.position));
  }
  return all;
}

std::vector<std::string> linked(const Store& store) {
  const auto links = store.links(everything());
  REQUIRE(links.ok());
  std::vector<std::string> all;
  for (const Link& link : *links) {
    all.push_back(std::string(name_of(link.kind)) + " " + link.later.record->document.id + " " +
                  std::to_string(link.later.index) + " " + link.earlier.record->document.id);
  }
  return all;
}

TEST_CASE("a database of an older version is brought up to what a new one would be") {
  for (const int version : {1}) {
    CAPTURE(version);
    const Folder folder;
    const std::string path = released(folder, version);
    const auto early = Store::open(path, Store::Access::read);
    REQUIRE(!early.ok());
    CHECK(early.error().code == Code::store_version);
    const Store old = opened(path);
    const auto counts = old.counts();
    REQUIRE(counts.ok());
    CHECK(counts->documents == 6);
    CHECK(counts->statements == 52);
    CHECK(counts->entries == 20);
    CHECK(counts->events == 11);

    Store fresh = opened(folder.file("fresh.db"));
    const auto hits = old.find(everything());
    REQUIRE(hits.ok());
    std::map<std::int64_t, std::shared_ptr<const Record>> by_number;
    for (const Hit& hit : *hits) by_number[hit.position & ((std::int64_t{1} << 41) - 1)] = hit.record;
    std::set<std::string> added;
    for (const auto& [number, record] : by_number) {
      if (added.insert(record->document.id).second) add(fresh, *record);
    }
    REQUIRE(fresh.commit().ok());
    CHECK(added.size() == 6);
    for (const Find find : {&Store::find, &Store::ledger, &Store::events}) {
      CHECK(listed(old, find, everything()) == listed(fresh, find, everything()));
      Question originals = everything();
      originals.originals = true;
      originals.about = "the";
      CHECK(listed(old, find, originals) == listed(fresh, find, originals));
    }
    CHECK(linked(old) == linked(fresh));
    CHECK(Store::open(path, Store::Access::read).ok());
  }
}

}  // namespace
}  // namespace sayso::test
