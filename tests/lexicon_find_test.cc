#include <doctest/doctest.h>

#include <string>

#include "lexicon_support.h"

using namespace sayso::lexicon;

namespace {

Lexicon world() {
  return lexicon_of(
      "entry|UKR|Ukraine|government|country=UKR\n"
      "demonym|UKR|Ukrainian\n"
      "entry|place/kyiv|Kyiv|place|country=UKR|stands_for=UKR\n"
      "entry|USA|United States|government|country=USA\n"
      "name|USA|U.S.\n"
      "entry|place/washington|Washington|place|country=USA|stands_for=USA\n"
      "place|place/washington|Washington, D.C.\n"
      "entry|us/washington|George Washington|person|country=USA\n"
      "name|us/washington|Washington\n"
      "entry|us/white-house|White House|government|country=USA\n"
      "name|us/white-house|Biden administration|from=2021-01-20|until=2025-01-20\n"
      "entry|media/post|Washington Post|media\n"
      "entry|media/rbc|RBC-Ukraine|media\n"
      "entry|media/times|The Times|media\n"
      "entry|media/ki|Kyiv Independent|media\n"
      "entry|org/nato|NATO|organization\n"
      "entry|fr/elysee|Élysée Palace|government|country=FRA\n"
      "entry|ci|Côte d'Ivoire|government|country=CIV\n"
      "entry|role/president|president|role|implies=person|represents=government\n"
      "entry|SUN|Soviet Union|government|until=1991-12-26\n"
      "entry|workers|Workers' Party|organization\n"
      "entry|gb/no10|No. 10|government\n");
}

}  // namespace

TEST_CASE("a name may lead to several entries") {
  const Lexicon lexicon = world();
  CHECK(found(lexicon, "Kyiv agreed.") == "Kyiv=UKR:metonym,place/kyiv:place");
  CHECK(found(lexicon, "Washington agreed.") == "Washington=USA:metonym,place/washington:place,us/washington:name");
  CHECK(found(lexicon, "the Ukrainian president") == "Ukrainian=UKR:demonym president=role/president:title");
}

TEST_CASE("the longest name wins") {
  const Lexicon lexicon = world();
  CHECK(found(lexicon, "The Washington Post and Washington, D.C., and") ==
        "Washington Post=media/post:name Washington, D.C.=USA:metonym,place/washington:place");
  CHECK(found(lexicon, "Kyiv Independent") == "Kyiv Independent=media/ki:name");
}

TEST_CASE("possessives and articles") {
  const Lexicon lexicon = world();
  CHECK(found(lexicon, "Ukraine's army, the White House’s view") == "Ukraine=UKR:name White House=us/white-house:name");
  CHECK(found(lexicon, "the Times said") == "the Times=media/times:name");
  CHECK(found(lexicon, "Times change") == "");
  CHECK(found(lexicon, "the Workers' Party, the Workers Party") ==
        "Workers' Party=workers:name Workers Party=workers:name");
}

TEST_CASE("capitals") {
  const Lexicon lexicon = world();
  CHECK(found(lexicon, "tell us, Us or a white house") == "");
  CHECK(found(lexicon, "US and U.S. and WHITE HOUSE") == "US=USA:name U.S.=USA:name WHITE HOUSE=us/white-house:name");
  CHECK(found(lexicon, "Nato, NATO, nato") == "Nato=org/nato:name NATO=org/nato:name");
  CHECK(found(lexicon, "President, PRESIDENT") == "President=role/president:title PRESIDENT=role/president:title");
}

TEST_CASE("accents, hyphens and full stops") {
  const Lexicon lexicon = world();
  CHECK(found(lexicon, "the Elysee Palace, E\u0301lyse\u0301e palace") == "Elysee Palace=fr/elysee:name");
  CHECK(found(lexicon, "the E\u0301lyse\u0301e Palace") == "E\u0301lyse\u0301e Palace=fr/elysee:name");
  CHECK(found(lexicon, "Cote d’Ivoire") == "Cote d’Ivoire=ci:name");
  CHECK(found(lexicon, "RBC-Ukraine, RBC Ukraine, RBC–Ukraine") ==
        "RBC-Ukraine=media/rbc:name RBC Ukraine=media/rbc:name RBC–Ukraine=media/rbc:name");
  CHECK(found(lexicon, "sources in No. 10 said") == "No. 10=gb/no10:name");
  CHECK(found(lexicon, "backed by the U.S.") == "U.S.=USA:name");
}

TEST_CASE("no name reaches over a mark, a sentence or a paragraph") {
  const Lexicon lexicon = world();
  const std::string apart = "Kyiv=UKR:metonym,place/kyiv:place";
  CHECK(found(lexicon, "in Kyiv, Independent experts") == apart);
  CHECK(found(lexicon, "in Kyiv. Independent experts") == apart);
  CHECK(found(lexicon, "in Kyiv - Independent experts") == apart);
  CHECK(found(lexicon, "in Kyiv\n\nIndependent experts") == apart);
  CHECK(found(lexicon, "the Kyiv\nIndependent") == "Kyiv\nIndependent=media/ki:name");
}

TEST_CASE("what did not hold on the day of publication is left out") {
  const Lexicon lexicon = world();
  const std::string text = "the Biden administration";
  CHECK(found(lexicon, text) == "Biden administration=us/white-house:name");
  CHECK(found(lexicon, text, 20210120) == "Biden administration=us/white-house:name");
  CHECK(found(lexicon, text, 20250120) == "Biden administration=us/white-house:name");
  CHECK(found(lexicon, text, 20250121) == "");
  CHECK(found(lexicon, "the Soviet Union", 19911226) == "Soviet Union=SUN:name");
  CHECK(found(lexicon, "the Soviet Union", 20000101) == "");
}

TEST_CASE("texts without names, and odd texts") {
  const Lexicon lexicon = world();
  CHECK(found(lexicon, "") == "");
  CHECK(found(lexicon, "...") == "");
  CHECK(found(lexicon, "’ ' - – . \xFF\xFE \n\n\n") == "");
  CHECK(found(lexicon, "Kyiv") == "Kyiv=UKR:metonym,place/kyiv:place");
  CHECK(found(lexicon_of(""), "Kyiv agreed.") == "");
}

TEST_CASE("meanings of a name, however it is written") {
  const Lexicon lexicon = world();
  CHECK(lexicon.meanings("washington").size() == 3);
  CHECK(lexicon.meanings("biden administration").size() == 1);
  CHECK(lexicon.meanings("washington post").size() == 1);
  CHECK(lexicon.meanings("the").empty());
  CHECK(lexicon.meanings("").empty());
  CHECK(lexicon.meanings("white").empty());
}

TEST_CASE("what a match has is of the text") {
  const Lexicon lexicon = world();
  const std::string text = "In Kyiv, the White House's aide";
  const auto tokens = sayso::text::tokens(text);
  const auto matches = lexicon.find(text, tokens);
  REQUIRE(matches.size() == 2);
  CHECK(matches[1].span.of(text) == "White House");
  CHECK(matches[1].first == 4);
  CHECK(matches[1].last == 6);
  const EntryView entry = lexicon.entry(matches[1].candidates[0].entry);
  CHECK(entry.country == "USA");
  CHECK_FALSE(entry.is_state());
  CHECK(lexicon.entry(*lexicon.entry_with_id("UKR")).is_state());
  CHECK_FALSE(lexicon.entry_with_id("nowhere"));
}
