#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "lexicon_support.h"

using namespace sayso;
using namespace sayso::lexicon;

namespace {

std::vector<std::string> faults_of(const std::string& rows) { return texts(lexicon_of(rows).faults()); }

bool has(const std::vector<std::string>& faults, const std::string& beginning) {
  return std::any_of(faults.begin(), faults.end(),
                     [&](const std::string& fault) { return fault.starts_with(beginning); });
}

}  // namespace

TEST_CASE("an entry with all its fields") {
  const Lexicon lexicon = lexicon_of(
      "# a comment\n\n"
      "entry|x/seat|Hill House|place|stands_for=x/state\n"
      "entry|x/state|Meridia|government|country=UKR|wikidata=Q12|from=1990-01-02|until=2001-02-03\n"
      "code|x/state|UKRGOV|from=1990-01-02\n"
      "code|x/state|UKR\n"
      "entry|x/role|warden|role|implies=person|represents=government\n");
  CHECK(lexicon.faults().empty());
  const EntryView state = lexicon.entry(*lexicon.entry_with_id("x/state"));
  CHECK(state.name == "Meridia");
  CHECK(state.kind == Kind::government);
  CHECK(state.country == "UKR");
  CHECK(state.wikidata == "Q12");
  CHECK(state.valid == Period{19900102, 20010203});
  const std::uint32_t index = *lexicon.entry_with_id("x/state");
  CHECK(lexicon.cameo(index, 19950101) == "UKRGOV");
  CHECK(lexicon.cameo(index, 19850101) == "UKR");
  CHECK(lexicon.cameo(index, 0) == "UKR");
  CHECK(lexicon.entry(*lexicon.entry_with_id("x/seat")).stands_for == index);
  const EntryView role = lexicon.entry(*lexicon.entry_with_id("x/role"));
  CHECK(role.implies == Kind::person);
  CHECK(role.represents == Kind::government);
  CHECK(found(lexicon, "Hill House") == "Hill House=x/seat:place,x/state:metonym");
}

TEST_CASE("each fault has its file and line") {
  CHECK(faults_of("entry|a\n") ==
        std::vector<std::string>{"SAY050 test.tsv:1: expected TYPE, ID and NAME or CODE between tabs"});
  CHECK(has(faults_of("entry|a|A|person\nrumour|a|B\n"), "SAY050 test.tsv:2: a row of unknown type 'rumour'"));
  CHECK(has(faults_of("entry|a|A|ghost\n"), "SAY050 test.tsv:1: the fourth field"));
  CHECK(has(faults_of("entry|a|A|person|size=3\n"), "SAY050 test.tsv:1: unknown field 'size'"));
  CHECK(has(faults_of("entry|a|A|person|country=QQQ\n"), "SAY051 test.tsv:1: no country has the code 'QQQ'"));
  CHECK(has(faults_of("entry|a|A|person|wikidata=x\n"), "SAY051 test.tsv:1:"));
  CHECK(has(faults_of("entry|a|A|person\ncode|a|usagov\n"), "SAY051 test.tsv:2: 'usagov' is no CAMEO code"));
  CHECK(has(faults_of("entry|a|A|person|from=2020-13-01\n"), "SAY005 test.tsv:1:"));
  CHECK(has(faults_of("entry|a|A|person|from=2020-01-02|until=2020-01-01\n"), "SAY005 test.tsv:1: it ends before"));
  CHECK(has(faults_of("name|b|B\n"), "SAY052 test.tsv:1: there is no entry 'b'"));
  CHECK(has(faults_of("entry|a|A|place|stands_for=b\n"), "SAY052 test.tsv:1: there is no entry 'b'"));
  CHECK(
      has(faults_of("entry|a|A|person\nentry|a|B|person\n"), "SAY054 test.tsv:2: the entry 'a' stands in test.tsv:1"));
  CHECK(has(faults_of("entry|a|A|person\nname|a|A B\nname|a|A B\n"), "SAY054 test.tsv:3: the name 'A B' stands in"));
  CHECK(has(faults_of("entry|a|A|person\nname|a|...\n"), "SAY050 test.tsv:2: a name without a word"));
  CHECK(has(faults_of("entry|a|A|person\nname|a|" + std::string(2000, 'x') + "\n"), "SAY055 test.tsv:2:"));
  CHECK(has(faults_of("entry|a|a b c d e f g h i j k l m n o p q|person\n"), "SAY055 test.tsv:1:"));
  CHECK(has(faults_of("entry|a|A|person\nname|a|B \xFF\n"), "SAY050 test.tsv:2: invalid UTF-8"));
  CHECK(has(faults_of(std::string("entry|a|A\0|person\n", 18)), "SAY050 test.tsv:1: a control character"));
}

TEST_CASE("cycles are cut") {
  CHECK(faults_of("entry|a|A|place|stands_for=a\n") ==
        std::vector<std::string>{"SAY053 test.tsv:1: 'a' stands for 'a', which stands for it in turn"});
  const Lexicon lexicon = lexicon_of(
      "entry|a|A|place|stands_for=b\n"
      "entry|b|B|place|stands_for=c\n"
      "entry|c|C|place|stands_for=b\n");
  CHECK(lexicon.fault_count() == 1);
  CHECK(has(texts(lexicon.faults()), "SAY053 test.tsv:3: 'c' stands for 'b'"));
  CHECK(found(lexicon, "A") == "A=a:place,b:metonym,c:metonym");
}

TEST_CASE("line ends of all kinds, and a byte-order mark") {
  const Lexicon lexicon = lexicon_of(
      "\xEF\xBB\xBF"
      "entry|a|Alva|person\r\nname|a|Bela\rname|a|Cora\n\r\nname|a|Dora");
  CHECK(lexicon.faults().empty());
  CHECK(found(lexicon, "Alva, Bela, Cora, Dora") == "Alva=a:name Bela=a:name Cora=a:name Dora=a:name");
  CHECK(has(faults_of("entry|a|A|person\r\n\r\rname|b|B\n"), "SAY052 test.tsv:4:"));
}

TEST_CASE("a name with too many meanings keeps the first") {
  std::string rows;
  for (int i = 0; i < 100; ++i) rows += "entry|p" + std::to_string(1000 + i) + "|Kim|person\n";
  const Lexicon lexicon = lexicon_of(rows);
  CHECK(lexicon.fault_count() == 36);
  CHECK(lexicon.meanings("Kim").size() == 64);
}

TEST_CASE("faults beyond the limit are counted only") {
  std::string rows;
  for (int i = 0; i < 12000; ++i) rows += "x\n";
  const Lexicon lexicon = lexicon_of(rows);
  CHECK(lexicon.fault_count() == 12000);
  CHECK(lexicon.faults().size() == Draft::kMaxFaults);
}

TEST_CASE("periods") {
  CHECK(parse_day("2024-02-29") == 20240229);
  CHECK_FALSE(parse_day("2023-02-29"));
  CHECK(day_text(20240229) == "2024-02-29");
  CHECK(day_text(0) == "");
}
