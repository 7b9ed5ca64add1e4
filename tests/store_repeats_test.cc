#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>

#include "store/repeats.h"
#include "store_support.h"

namespace sayso::test {
namespace {

using store::compared_words;
using store::fingerprints;
using store::likeness;

constexpr const char* kQuotation =
    "\xE2\x80\x9CWe will not let the islands down, whatever it costs, and the boats sail until spring,\xE2\x80\x9D";

double alike(std::string_view a, std::string_view b) { return likeness(compared_words(a), compared_words(b)); }

bool share_a_fingerprint(std::string_view a, std::string_view b) {
  const auto one = fingerprints(compared_words(a)), two = fingerprints(compared_words(b));
  std::vector<std::int64_t> common;
  std::set_intersection(one.begin(), one.end(), two.begin(), two.end(), std::back_inserter(common));
  return !common.empty();
}

TEST_CASE("marks, capitals and accents are no words") {
  CHECK(compared_words("\xC2\xABZo\xC3\xAB, \xE2\x80\x93 said:\xC2\xBB \"It's...\"") ==
        std::vector<std::string>{"zoe", "said", "it", "s"});
  CHECK(compared_words("").empty());
  CHECK(compared_words("\xE2\x80\x9C \xE2\x80\x9D \xF0\x9F\x97\xB3 ?!").empty());
}

TEST_CASE("what an editor does to a quotation leaves it alike, and shares a fingerprint") {
  for (const char* edited : {
           "'We will not let the islands down, whatever it costs, and the boats sail until spring'",
           "we will not let the islands down, whatever it costs",
           "whatever it costs, and the boats sail until spring",
           "\"We will not let the islands down ... and the boats will sail until the spring\"",
           "that we will not let these islands down, whatever it costs, and all boats sail until spring",
       }) {
    CAPTURE(edited);
    CHECK(alike(kQuotation, edited) >= store::kRepeats);
    CHECK(share_a_fingerprint(kQuotation, edited));
  }
}

TEST_CASE("other words on the same matter are not alike") {
  CHECK(alike(kQuotation, "The boats of the islands will stop in spring because of what they cost us") < 0.6);
  CHECK(alike(kQuotation, "We will") == 0);
  CHECK(fingerprints(compared_words("the boats sail until spring")).empty());
}

TEST_CASE("a statement of another document is linked to the earliest with its words") {
  const Folder folder;
  Store store = opened(folder.file("news.db"));
  const Record first = Article("2024-05-03", "A").says("Ada Holm", kQuotation, Mode::direct).record();
  add(store, first);
  add(store,
      Article("2024-05-01", "B").says("the minister", "we will not let the islands down, whatever it costs").record());
  const Record third = Article("2024-05-04", "C").says("Holm", kQuotation).says("Holm", kQuotation).record();
  add(store, third);
  REQUIRE(store.commit().ok());
  const auto outlets = [&](const Question& question) {
    const auto links = store.links(question);
    REQUIRE(links.ok());
    std::string out;
    for (const Link& link : *links) {
      out += link.later.record->document.outlet + std::to_string(link.later.index) + ">" +
             link.earlier.record->document.outlet + " ";
    }
    return out;
  };
  CHECK(outlets({}) == "C1>A C0>A B0>A ");
  Question question;
  question.outlet = "B";
  CHECK(outlets(question) == "B0>A ");
  question.outlet = "A";
  question.limit = 1;
  CHECK(outlets(question) == "B0>A ");

  SUBCASE("reading a document again links it again") {
    add(store, third, Store::Again::replace);
    REQUIRE(store.commit().ok());
    CHECK(outlets({}) == "C1>A C0>A B0>A ");
  }
  SUBCASE("links to a document go with it, and come back the other way round") {
    add(store, first, Store::Again::replace);
    REQUIRE(store.commit().ok());
    CHECK(outlets({}) == "A0>B ");
  }
}

TEST_CASE("a stock phrase of many documents costs no more than one of few") {
  const Folder folder;
  Store store = opened(folder.file("news.db"));
  for (int i = 0; i < 100; ++i) {
    add(store, Article("2024-05-03", "A" + std::to_string(i)).says("Ada Holm", kQuotation).record());
  }
  REQUIRE(store.commit().ok());
  Question all;
  all.limit = 1000;
  const auto links = store.links(all);
  REQUIRE(links.ok());
  REQUIRE(links->size() == 99);
  for (const Link& link : *links) {
    CHECK(link.earlier.record->document.outlet == "A0");
    CHECK(link.confidence == 1);
  }
}

}  // namespace
}  // namespace sayso::test
