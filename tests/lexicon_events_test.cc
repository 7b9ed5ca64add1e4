#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "lexicon/event_dictionary.h"
#include "lexicon_support.h"

using namespace sayso;
using namespace sayso::lexicon;

namespace {

struct Read {
  EventDictionary dictionary;
  std::vector<std::string> faults;
};

Read verbs(const std::string& text) {
  Draft draft;
  draft.files.emplace_back("test.verbs.txt");
  Read read;
  read_verbs(text, 0, draft, read.dictionary);
  read.dictionary.files = draft.files;
  read.faults = texts(draft.faults);
  return read;
}

std::vector<std::string> words(const EventDictionary& dictionary, const Pattern& pattern, std::size_t part) {
  std::vector<std::string> found;
  for (const auto& alternative : dictionary.sets[pattern.parts[part].set].alternatives) {
    std::string phrase;
    for (const std::string& word : alternative) phrase += (phrase.empty() ? "" : " ") + word;
    found.push_back(phrase);
  }
  return found;
}

}  // namespace

TEST_CASE("verbs have their forms, their own code or that of their block") {
  const auto [dictionary, faults] = verbs(
      "--- PRAISE [051] ---\n"
      "PRAISE  # a comment\n"
      "RELY [050]\n"
      "GIVE {GIVES GAVE} [070:080]\n"
      "+HAND_OVER {+HANDS_OVER +HANDED_OVER}\n"
      "= VISIT [042]\n");
  CHECK(faults.empty());
  for (const char* form :
       {"praise", "praises", "praised", "praising", "relies", "relied", "gave", "handed", "visits"}) {
    CHECK_MESSAGE(dictionary.forms.count(form) == 1, form);
  }
  CHECK(dictionary.forms.count("gived") == 0);
  CHECK(dictionary.verbs[0].code == EventCode{"051", ""});
  CHECK(dictionary.verbs[1].code == EventCode{"050", ""});
  CHECK(dictionary.verbs[2].code == EventCode{"070", "080"});
  const VerbForm& handed = dictionary.forms.at("handed").front();
  CHECK(handed.words == std::vector<std::string>{"handed", "over"});
  CHECK(handed.at == 0);
  CHECK(dictionary.verbs[4].noun);
}

TEST_CASE("patterns: the longest first, sets with plurals and sets within them") {
  const auto [dictionary, faults] = verbs(
      "&METAL_\n+GOLD\n+STEEL\n"
      "&GOOD\n+COIN\n+&METAL\n+OLD RING\n+GRAIN_\n"
      "--- SELL [061] ---\nSELL\n"
      "- * &GOOD [062]\n"
      "- WILL_NOT * {&METAL} (TO +) [---]\n");
  CHECK(faults.empty());
  const auto& patterns = dictionary.blocks[0].patterns;
  REQUIRE(patterns.size() == 2);
  CHECK(patterns[0].text == "WILL_NOT * {&METAL} (TO +)");
  CHECK(patterns[0].code.none());
  REQUIRE(patterns[0].parts.size() == 6);
  CHECK(patterns[0].verb == 2);
  CHECK(patterns[0].parts[1].adjacent);
  CHECK_FALSE(patterns[0].parts[3].adjacent);
  CHECK(patterns[0].parts[5].kind == PatternPart::Kind::target);
  CHECK(words(dictionary, patterns[1], 1) ==
        std::vector<std::string>{"old ring", "old rings", "coin", "coins", "gold", "grain", "steel"});
}

TEST_CASE("tabs, Windows line ends and XML comments change nothing") {
  const auto [dictionary, faults] = verbs(
      "<!-- a\r\nremark -->\r\n--- SELL\t[061]\t---\r\nSELL\t{SELLS\tSOLD}\r\n"
      "-\t*\tGRAIN\t[062]\t# why\r\n");
  CHECK(faults.empty());
  REQUIRE(dictionary.blocks.size() == 1);
  CHECK(dictionary.blocks[0].code.forward == "061");
  REQUIRE(dictionary.blocks[0].patterns.size() == 1);
  CHECK(dictionary.blocks[0].patterns[0].origin.line == 5);
  CHECK(dictionary.forms.count("sold") == 1);
}

TEST_CASE("what is wrong has its line, and the rest is used") {
  const auto [dictionary, faults] = verbs(
      "- * LOST [010]\n"
      "&RING\n+&CHAIN\n&CHAIN\n+&RING\n+LINK\n"
      "--- SELL [999] ---\nSELL\n"
      "- * NOTHING\n"
      "- NO VERB [061]\n"
      "- * (OPEN [061]\n"
      "- * &UNKNOWN [061]\n"
      "- * &RING [061]\n"
      "- * CUT [061\n"
      "~ a (a b SELL) SAY = a b 015\n"
      "- * GRAIN [062]\n");
  const std::vector<std::string> beginnings{
      "SAY050 test.verbs.txt:1:",  "SAY051 test.verbs.txt:7:",  "SAY050 test.verbs.txt:9:",
      "SAY050 test.verbs.txt:14:", "SAY050 test.verbs.txt:14:", "SAY050 test.verbs.txt:15:",
      "SAY050 test.verbs.txt:10:", "SAY050 test.verbs.txt:11:", "SAY052 test.verbs.txt:12:",
      "SAY053 test.verbs.txt:5:"};
  REQUIRE(faults.size() == beginnings.size());
  for (std::size_t i = 0; i < faults.size(); ++i) CHECK(faults[i].substr(0, beginnings[i].size()) == beginnings[i]);
  // The set that holds itself keeps its other words; the code that is none of CAMEO's is used as it stands.
  REQUIRE(dictionary.blocks[0].patterns.size() == 2);
  CHECK(dictionary.blocks[0].code.forward == "999");
}

TEST_CASE("discards and names of PLOVER") {
  Draft draft;
  draft.files.emplace_back("test");
  EventDictionary dictionary;
  read_discards("+WORLD CUP  # story\nLAST_CENTURY\n", 0, draft, dictionary);
  read_plover("05\tSUPPORT\n0811\tCONCEDE\t\tdemocracy,legal\n05\tAID\nnothing\n", 0, draft, dictionary);
  REQUIRE(dictionary.discards.at("world").size() == 1);
  CHECK(dictionary.discards.at("world")[0].story);
  CHECK_FALSE(dictionary.discards.at("last")[0].story);
  REQUIRE(dictionary.plover_of("0521") != nullptr);
  CHECK(dictionary.plover_of("0521")->type == "SUPPORT");
  CHECK(dictionary.plover_of("0811")->contexts == std::vector<std::string>{"democracy", "legal"});
  CHECK(dictionary.plover_of("19") == nullptr);
  const auto faults = texts(draft.faults);
  REQUIRE(faults.size() == 2);
  CHECK(faults[0].starts_with("SAY054 test:3:"));
  CHECK(faults[1].starts_with("SAY050 test:4:"));
}
