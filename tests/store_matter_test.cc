#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "store/matter.h"
#include "store_support.h"

namespace sayso::test {
namespace {

using store::MatterWord;

std::vector<MatterWord> matter(std::string_view words, bool denied = false) {
  const Record record = Article("2024-05-03", "A").says("Ada Holm", words).record();
  const store::Matters matters(record, {{"a1", 7}});
  return matters.of(record.statements[0].content, denied, "a1");
}

struct Common {
  std::size_t shared = 0, opposed = 0;
};

Common common(const std::vector<MatterWord>& a, const std::vector<MatterWord>& b) {
  Common common;
  for (const MatterWord& word : a) {
    const auto other = std::find_if(b.begin(), b.end(), [&](const MatterWord& each) { return each.hash == word.hash; });
    if (other == b.end()) continue;
    ++common.shared;
    if (other->negated != word.negated) ++common.opposed;
  }
  return common;
}

TEST_CASE("a matter is its words of meaning, in any of their forms") {
  CHECK(matter("the ferries and the tunnels").size() == 2);
  CHECK(common(matter("the ferries were repaired"), matter("to repair a ferry")).shared == 2);
  CHECK(matter("that it was to be so").empty());
  CHECK(matter("4,000 crowns").front().hash == matter("4000 crowns").front().hash);
  CHECK(matter("").empty());
}

TEST_CASE("words that mean the same are one, and those that mean the opposite differ in sign") {
  CHECK(common(matter("sent the soldiers"), matter("provided troops")).shared == 2);
  CHECK(common(matter("sent the soldiers"), matter("provided troops")).opposed == 0);
  CHECK(common(matter("exports rose"), matter("exports fell")).opposed == 1);
  CHECK(common(matter("exports did not fall"), matter("exports fell")).opposed == 1);
  CHECK(common(matter("exports did not fall"), matter("exports rose")).opposed == 0);
}

TEST_CASE("a negation turns around the next words of its clause") {
  CHECK(common(matter("talks had been cancelled"), matter("talks had not been cancelled")).opposed == 1);
  CHECK(common(matter("talks were cancelled, ferries ran"), matter("no talks, ferries ran")).opposed == 1);
  CHECK(common(matter("they will never pay"), matter("they won\xE2\x80\x99t pay")).opposed == 0);
  CHECK(common(matter("talks were cancelled"), matter("talks were cancelled", true)).opposed == 2);
}

TEST_CASE("whoever is named is one, however they are named") {
  Record record = Article("2024-05-03", "A").says("Ada Holm", "Norland pays, and Tarnby too").record();
  const std::size_t at = record.document.text.find("Norland"), other = record.document.text.find("Tarnby");
  record.actors.push_back({});
  record.actors.back().id = "a2";
  record.actors.back().mentions = {{{at, at + 7}, MentionForm::name}, {{other, other + 6}, MentionForm::metonym}};
  const auto words = store::Matters(record, {{"a1", 7}, {"a2", 8}}).of(record.statements[0].content, false, "a1");
  CHECK(std::count_if(words.begin(), words.end(), [](const MatterWord& word) { return word.name; }) == 1);
  CHECK(words.size() == 2);
}

TEST_CASE("what is not English is about nothing, and odd text does no harm") {
  Record record = Article("2024-05-03", "A").says("Ada Holm", "the ferries stop").record();
  record.document.lang = "und";
  CHECK(store::Matters(record, {}).of(record.statements[0].content, false, "a1").empty());
  CHECK(matter("\xF0\x9F\x97\xB3 ?! \xE2\x80\x94 \xCC\x81").empty());
  std::string many;
  for (int i = 0; i < 5000; ++i) many += "word" + std::to_string(i) + " ";
  CHECK(matter(many).size() == 64);
}

}  // namespace
}  // namespace sayso::test
