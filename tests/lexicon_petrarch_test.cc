#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "lexicon/petrarch.h"
#include "lexicon_support.h"

using namespace sayso;
using namespace sayso::lexicon;

namespace {

Lexicon actors(const std::string& text, Draft draft = {}) {
  draft.files.emplace_back("test.actors.txt");
  read_petrarch_actors(text, static_cast<std::uint32_t>(draft.files.size() - 1), draft);
  auto lexicon = Lexicon::from_draft(std::move(draft));
  return std::move(lexicon).value();
}

Lexicon agents(const std::string& text) {
  Draft draft;
  draft.files.emplace_back("test.agents.txt");
  read_petrarch_agents(text, 0, draft);
  auto lexicon = Lexicon::from_draft(std::move(draft));
  return std::move(lexicon).value();
}

EntryView with_id(const Lexicon& lexicon, std::string_view id) {
  const auto index = lexicon.entry_with_id(id);
  REQUIRE(index);
  return lexicon.entry(*index);
}

}  // namespace

TEST_CASE("actors with synonyms, comments and codes on lines of their own") {
  const Lexicon lexicon = actors(
      "# a comment\n"
      "<!-- another\n over two lines -->\n"
      "MERIDIAN_ISLANDS_ [UKR] # with a comment\n"
      "+THE_MERIDIAN_ARCHIPELAGO_\n"
      "\n"
      "MERIDIAN_RIVER_GUARD\n"
      "+MRG_\n"
      "\t[UKRMIL]\n");
  CHECK(lexicon.faults().empty());
  CHECK(found(lexicon, "the Meridian Archipelago") == "Meridian Archipelago=petrarch/meridian-islands:name");
  CHECK(found(lexicon, "the Meridian river guard, MRG") ==
        "Meridian river guard=petrarch/meridian-river-guard:name MRG=petrarch/meridian-river-guard:name");
  CHECK(found(lexicon, "a meridian islands mrg") == "");
  const EntryView islands = with_id(lexicon, "petrarch/meridian-islands");
  CHECK(islands.name == "Meridian Islands");
  CHECK(islands.kind == Kind::government);
  CHECK(islands.country == "UKR");
  CHECK(with_id(lexicon, "petrarch/meridian-river-guard").kind == Kind::group);
}

TEST_CASE("codes with dates") {
  const Lexicon lexicon = actors(
      "ADA_HOLM_  # CountryInfo.txt\n"
      "\t[NORELI 320101-700331]\n"
      "\t[NORGOV 19700401-001231]\n"
      "\t[NOROPP >20010101]\n"
      "\t[--- <19311231]\n"
      "\t[NOR]\n"
      "BO_RENN [SWEGOV > 990101] [SWEELI <981231]\n");
  CHECK(texts(lexicon.faults()).empty());
  const std::uint32_t holm = *lexicon.entry_with_id("petrarch/ada-holm");
  CHECK(lexicon.entry(holm).kind == Kind::person);
  CHECK(lexicon.cameo(holm, 19320101) == "NORELI");
  CHECK(lexicon.cameo(holm, 20001231) == "NORGOV");
  CHECK(lexicon.cameo(holm, 20240101) == "NOROPP");
  CHECK(lexicon.cameo(holm, 19000101) == "NOR");
  const std::uint32_t renn = *lexicon.entry_with_id("petrarch/bo-renn");
  CHECK(lexicon.cameo(renn, 19990101) == "SWEGOV");
  CHECK(lexicon.cameo(renn, 19981231) == "SWEELI");
}

TEST_CASE("faults of actor files") {
  const auto faults = texts(actors("+NOBODY_\n"
                                   "[USA]\n"
                                   "NO_CODE_AT_ALL\n"
                                   "ODD_DAY_ [USA 990231]\n"
                                   "ODD_ORDER_ [USA 20200101-20190101]\n"
                                   "ODD_CODE_ [QQQ]\n"
                                   "NO_END_ [USA\n"
                                   "INDIAN_OCEAN [---]\n"
                                   "COTE_D\xFFIVOIRE [CIV]\n")
                                .faults());
  const std::vector<std::string> beginnings{
      "SAY050 test.actors.txt:1: a name that belongs",
      "SAY050 test.actors.txt:2: a code that belongs",
      "SAY050 test.actors.txt:3: 'No Code at All'",
      "SAY005 test.actors.txt:4:",
      "SAY005 test.actors.txt:5:",
      "SAY051 test.actors.txt:6: 'QQQ'",
      "SAY050 test.actors.txt:7: expected a code",
      "SAY050 test.actors.txt:7: 'No End'",
      "SAY050 test.actors.txt:9: invalid UTF-8",
  };
  REQUIRE(faults.size() == beginnings.size());
  for (std::size_t i = 0; i < faults.size(); ++i) CHECK(faults[i].substr(0, beginnings[i].size()) == beginnings[i]);
}

TEST_CASE("an actor that the lexicon below knows adds to its entry") {
  Draft below = draft_of("entry|UKR|Ukraine|government|country=UKR\nentry|place/x|Kharkiv|place\n");
  below.files_below = 1;
  below.by_name.emplace("ukraine", 0);
  const Lexicon lexicon = actors("UKRAINE_ [UKR]\n+UKRAYINA_\nKHARKIV_ [UKR]\n", std::move(below));
  CHECK(found(lexicon, "Ukrayina") == "Ukrayina=UKR:name");
  CHECK(found(lexicon, "Kharkiv") == "Kharkiv=petrarch/kharkiv:name,place/x:place");
  CHECK(lexicon.size() == 3);
}

TEST_CASE("agents") {
  const Lexicon lexicon = agents(
      "!PERSON! = MAN, MEN, WOMAN\n"
      "THIEF {THIEVES} [~CRM]\n"
      "POLICE {} [~COP]\n"
      "DEPUTY [~GOV]\n"
      "SPOKES!PERSON! [~MED]\n"
      "CONVOY_WATCH  {} [ NGO~]\n");
  CHECK(texts(lexicon.faults()).empty());
  CHECK(found(lexicon, "Thieves and police") == "Thieves=petrarch/role/thief:title police=petrarch/role/police:title");
  CHECK(found(lexicon, "the deputies, a deputy") ==
        "deputies=petrarch/role/deputy:title deputy=petrarch/role/deputy:title");
  CHECK(found(lexicon, "a spokeswoman, two spokesmen") ==
        "spokeswoman=petrarch/role/spokesman:title spokesmen=petrarch/role/spokesman:title");
  CHECK(lexicon.cameo(*lexicon.entry_with_id("petrarch/role/convoy-watch"), 0) == "NGO~");
  CHECK(found(lexicon, "polices") == "");
}

TEST_CASE("faults of agent files") {
  std::string wide = "!A! = a, b, c, d, e, f, g\n!A!_!A!_!A!_!A! [~GOV]\n";
  const auto faults = texts(agents(wide + "SPOKES!NOBODY! [~GOV]\n"
                                          "NO_CODE\n"
                                          "ODD [~ENV}\n"
                                          "ODD_CODE [~E]\n"
                                          "!A\n")
                                .faults());
  REQUIRE(faults.size() == 6);
  CHECK(faults[0].starts_with("SAY055 test.agents.txt:2:"));
  CHECK(faults[1].starts_with("SAY050 test.agents.txt:3:"));
  CHECK(faults[2].starts_with("SAY050 test.agents.txt:4:"));
  CHECK(faults[3].starts_with("SAY050 test.agents.txt:5:"));
  CHECK(faults[4].starts_with("SAY051 test.agents.txt:6:"));
  CHECK(faults[5].starts_with("SAY050 test.agents.txt:7:"));
}

TEST_CASE("names out of capitals") {
  CHECK(petrarch_name("AFGHAN_NATIONAL_ARMY_") == "Afghan National Army");
  CHECK(petrarch_name("THE_UNITED_NATIONS_") == "United Nations");
  CHECK(petrarch_name("SECRETARY-GENERAL_OF_THE_UN") == "Secretary-General of the UN");
  CHECK(petrarch_name("U.N._ ") == "U.N.");
  CHECK(petrarch_name("SPD") == "SPD");
  CHECK(petrarch_name("_") == "");
}
