#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "extract/events/events.h"
#include "lexicon/event_dictionary.h"
#include "lexicon/lexicon.h"
#include "lexicon/petrarch.h"
#include "text/tokens.h"
#include "text/unicode.h"
#include "tree_support.h"

using namespace sayso;

namespace {

/// A tree with a word a line, "form pos relation head", and an empty line between sentences.
Parsed tree_of(const std::string& lines) {
  std::string markup;
  std::size_t at = 0;
  while (at < lines.size()) {
    const std::size_t end = std::min(lines.find('\n', at), lines.size());
    const std::string_view line = std::string_view(lines).substr(at, end - at);
    at = end + 1;
    if (line.empty()) {
      markup += '\n';
      continue;
    }
    const auto fields = split_at(line, ' ');
    std::string pos(fields[1]);
    std::transform(pos.begin(), pos.end(), pos.begin(), [](char c) { return static_cast<char>(c - 'a' + 'A'); });
    markup += std::string(fields[0]) + "/" + pos + "/" + std::string(fields[3]) + "/" + std::string(fields[2]) + " ";
  }
  return parsed(markup);
}

constexpr const char* kActors =
    "NORLAND [NOR]\n+NORSE\nSOUTHMARK [SOU]\nEASTERLAND [EAS]\n"
    "TWIN_ISLES [TWA/TWB]\nADA_HOLM [NORGOV <20150101]\n\t[NORELI >20150101]\n";
constexpr const char* kAgents = "SOLDIER [~MIL]\nMINISTER [~GOV]\nREFUGEE [~REF]\nAID_WORKER [NGO~]\n";
constexpr const char* kVerbs =
    "--- ATTACK [190] ---\nATTACK\nSHELL [194]\n- * FERRIES [171]\n- BRUTALLY_* [200]\n"
    "--- MEET [040:040] ---\nMEET {MEETS MET MEETING}\n- % HAVE * [046]\n"
    "--- WIN [---] ---\nWIN {WINS WON}\n- + * LOAN FROM $ [071]\n"
    "--- HELP [070] ---\nHELP\n- * ^ AGAINST + [190]\n"
    "--- SAY [---] ---\nSAY {SAYS SAID}\n"
    "= VISIT [042:043]\n";

lexicon::Lexicon actors() {
  lexicon::Draft draft;
  draft.files.emplace_back("test.actors.txt");
  lexicon::read_petrarch_actors(kActors, 0, draft);
  lexicon::read_petrarch_agents(kAgents, 0, draft);
  auto made = lexicon::Lexicon::from_draft(std::move(draft));
  return std::move(made).value();
}

lexicon::EventDictionary verbs() {
  lexicon::Draft draft;
  draft.files.emplace_back("test.verbs.txt");
  lexicon::EventDictionary dictionary;
  lexicon::read_verbs(kVerbs, 0, draft, dictionary);
  lexicon::read_discards("CHESS\n+HOCKEY\n", 0, draft, dictionary);
  dictionary.plover = {{"04", {"CONSULT", "", {}}}, {"07", {"AID", "", {}}}, {"19", {"ASSAULT", "", {"military"}}}};
  dictionary.files = draft.files;
  return dictionary;
}

struct Given {
  std::vector<Actor> actors;
  std::vector<Statement> statements;
  std::vector<Time> times;
};

std::vector<Event> events(const Parsed& tree, const Given& given = {}, lexicon::Day day = 20100101,
                          extract::EventCoders coders = {}) {
  static const lexicon::Lexicon lexicon = actors();
  static const lexicon::EventDictionary dictionary = verbs();
  const auto names = lexicon.find(tree.text, text::tokens(tree.text), day);
  return extract::find_events(extract::Tree(tree.text, tree.words),
                              {lexicon, names, day, given.actors, given.statements, given.times, {}, coders},
                              dictionary);
}

std::string codes(const std::vector<Party>& parties) {
  std::string out;
  for (const Party& party : parties) out += (out.empty() ? "" : "+") + (party.code.empty() ? "?" : party.code);
  return out.empty() ? "-" : out;
}

/// "NOR 190 SOU; ..."
std::string coded(const std::string& tree, lexicon::Day day = 20100101) {
  std::string out;
  for (const Event& event : events(tree_of(tree), {}, day)) {
    out += (out.empty() ? "" : "; ") + codes(event.actors) + " " + event.cameo + " " + codes(event.recipients);
    if (!event.reverse.empty()) out += "/" + event.reverse;
  }
  return out;
}

/// "Norland <verb> Southmark", where the model takes the verb for one of its second type, CONSULT.
Parsed seen_by_model(const std::string& verb, float score) {
  Parsed tree = tree_of("Norland propn nsubj 2\n" + verb + " verb root 0\nSouthmark propn obj 2\n");
  tree.words[1].event = 2;
  tree.words[1].event_score = score;
  return tree;
}

}  // namespace

TEST_CASE("the model codes what the dictionary does not know, if it is sure and both sides are told") {
  const auto found = events(seen_by_model("buttonholed", 0.9F));
  REQUIRE(found.size() == 1);
  CHECK(found[0].type == "CONSULT");
  CHECK(found[0].cameo == "04");
  CHECK(found[0].rule == "model CONSULT 90 %");
  CHECK(codes(found[0].actors) + codes(found[0].recipients) == "NORSOU");
  CHECK(events(seen_by_model("buttonholed", 0.4F)).empty());
  Parsed alone = tree_of("Norland propn nsubj 2\nconferred verb root 0\n");
  alone.words[1].event = 2;
  alone.words[1].event_score = 0.9F;
  CHECK(events(alone).empty());
}

TEST_CASE("the dictionary has the first word, unless it is not asked") {
  CHECK(events(seen_by_model("attacked", 0.9F))[0].type == "ASSAULT");
  CHECK(events(seen_by_model("won", 0.9F)).empty());  // to be passed over
  CHECK(events(seen_by_model("attacked", 0.9F), {}, 20100101, {false, true})[0].type == "CONSULT");
  CHECK(events(seen_by_model("buttonholed", 0.9F), {}, 20100101, {true, false}).empty());
}

TEST_CASE("the subject acts upon the object") {
  CHECK(coded("Norland propn nsubj 2\nattacked verb root 0\nSouthmark propn obj 2\n. punct punct 2\n") ==
        "NOR 190 SOU");
}

TEST_CASE("a passive turns source and target") {
  CHECK(coded("Norland propn nsubj 3\nwas aux aux 3\nattacked verb root 0\nby adp case 5\nSouthmark propn obl 3\n") ==
        "SOU 190 NOR");
  CHECK(coded("Norland propn nsubj 3\nwas aux aux 3\nattacked verb root 0\n") == "- 190 NOR");
}

TEST_CASE("an actor with its agents is one code, however they are joined") {
  // Norse soldiers, soldiers of Norland, Norland soldiers
  CHECK(coded("Norse adj amod 2\nsoldiers noun nsubj 3\nattacked verb root 0\nSouthmark propn obj 3\n") ==
        "NORMIL 190 SOU");
  CHECK(coded("Soldiers noun nsubj 4\nof adp case 3\nNorland propn nmod 1\nattacked verb root 0\nSouthmark propn obj "
              "4\n") == "NORMIL 190 SOU");
  CHECK(coded("Norland propn compound 2\nsoldiers noun nsubj 3\nattacked verb root 0\nrefugees noun obj 3\n") ==
        "NORMIL 190 ---REF");
  CHECK(
      coded(
          "Norse adj amod 3\naid noun compound 3\nworkers noun nsubj 4\nhelped verb root 0\nSouthmark propn obj 4\n") ==
      "NGONOR 070 SOU");
}

TEST_CASE("coordinated actors are one event; a name with several codes is several") {
  CHECK(coded("Norland propn nsubj 4\nand cconj cc 3\nEasterland propn conj 1\nattacked verb root 0\nSouthmark propn "
              "obj 4\n") == "NOR+EAS 190 SOU");
  CHECK(coded("Ministers noun nsubj 6\nof adp case 3\nNorland propn nmod 1\nand cconj cc 5\nEasterland propn conj 3\n"
              "attacked verb root 0\nTwin propn obj 6\nIsles propn flat 7\n") == "NORGOV+EASGOV 190 TWA+TWB");
}

TEST_CASE("codes are those of the day") {
  const char* tree = "Ada propn nsubj 3\nHolm propn flat 1\nattacked verb root 0\nSouthmark propn obj 3\n";
  CHECK(coded(tree, 20140601) == "NORGOV 190 SOU");
  CHECK(coded(tree, 20160601) == "NORELI 190 SOU");
}

TEST_CASE("the most specific pattern counts") {
  CHECK(
      coded(
          "Norland propn nsubj 3\nbrutally adv advmod 3\nattacked verb root 0\nSouthmark propn nmod 6\n's part case 4\n"
          "ferries noun obj 3\n") == "NOR 200 SOU");
  CHECK(coded("Norland propn nsubj 2\nattacked verb root 0\nSouthmark propn nmod 5\n's part case 3\nferries noun obj "
              "2\n") == "NOR 171 SOU");
}

TEST_CASE("patterns name source, target and who is passed over") {
  CHECK(coded("Norland propn nsubj 2\nwon verb root 0\na det det 4\nloan noun obj 2\nfrom adp case 6\nSouthmark propn "
              "obl 2\n") == "SOU 071 NOR");
  CHECK(coded("Norland propn nsubj 2\nhelped verb root 0\nEasterland propn obj 2\nagainst adp case 5\nSouthmark propn "
              "obl 2\n") == "NOR 190 SOU");
}

TEST_CASE("those who meet each other are both sides") {
  CHECK(coded("Norland propn nsubj 4\nand cconj cc 3\nSouthmark propn conj 1\nmet verb root 0\n") == "NOR 040 SOU/040");
  CHECK(coded("Norland propn nsubj 5\nand cconj cc 3\nSouthmark propn conj 1\nhave aux aux 5\nmet verb root 0\n") ==
        "NOR 046 SOU/046");
}

TEST_CASE("nouns may name a happening") {
  CHECK(coded("Norland propn nmod 3\n's part case 1\nvisit noun nsubj 6\nto adp case 5\nSouthmark propn nmod 3\nended "
              "verb root 0\n") == "NOR 042 SOU/043");
}

TEST_CASE("discards keep a sentence or a text from being coded") {
  const std::string attack = "Norland propn nsubj 2\nattacked verb root 0\nSouthmark propn obj 2\n";
  const std::string chess =
      "Norland propn nsubj 2\nshelled verb root 0\nSouthmark propn obj 2\nin adp case 5\nchess noun obl 2\n";
  const std::string hockey = "We pron nsubj 2\nlike verb root 0\nhockey noun obj 2\n";
  CHECK(coded(attack + "\n" + chess) == "NOR 190 SOU");
  CHECK(coded(attack + "\n" + hockey).empty());
}

TEST_CASE("one event for one happening, but not for two days") {
  const std::string once = "Norland propn nsubj 2\nattacked verb root 0\nSouthmark propn obj 2\n";
  CHECK(events(tree_of(once + "\n" + once)).size() == 1);
  const Parsed twice = tree_of(
      "Norland propn nsubj 2\nattacked verb root 0\nSouthmark propn obj 2\nyesterday noun obl 2\n\n"
      "Norland propn nsubj 2\nattacked verb root 0\nSouthmark propn obj 2\ntoday noun obl 2\n");
  Given given;
  for (const char* day : {"yesterday", "today"}) {
    Time time;
    time.id = day;
    const std::size_t at = twice.text.find(day);
    time.span = {at, at + std::string(day).size()};
    given.times.push_back(time);
  }
  const auto found = events(twice, given);
  REQUIRE(found.size() == 2);
  CHECK(found[0].time == "yesterday");
  CHECK(found[1].time == "today");
  CHECK(found[1].id == "e2");
}

TEST_CASE("how an event stands to the facts") {
  const auto realis = [](const std::string& tree) {
    const auto found = events(tree_of(tree));
    REQUIRE(found.size() == 1);
    return found[0].realis;
  };
  CHECK(realis("Norland propn nsubj 2\nattacked verb root 0\nSouthmark propn obj 2\n") == Realis::asserted);
  CHECK(realis("Norland propn nsubj 3\nwill aux aux 3\nattack verb root 0\nSouthmark propn obj 3\n") == Realis::future);
  CHECK(realis("Norland propn nsubj 3\nmay aux aux 3\nattack verb root 0\nSouthmark propn obj 3\n") ==
        Realis::hypothetical);
  CHECK(
      realis("Norland propn nsubj 4\ndid aux aux 4\nnot part advmod 4\nattack verb root 0\nSouthmark propn obj 4\n") ==
      Realis::negated);
  CHECK(realis(
            "Norland propn nsubj 2\nplans verb root 0\nto part mark 4\nattack verb xcomp 2\nSouthmark propn obj 4\n") ==
        Realis::future);
}

TEST_CASE("what a statement tells is reported and points to it") {
  const Parsed tree = tree_of(
      "Brown propn nsubj 2\nsaid verb root 0\nNorland propn nsubj 4\nattacked verb ccomp 2\nSouthmark propn obj 4\n");
  Given given;
  Statement statement;
  statement.id = "s1";
  statement.content = {{tree.text.find("Norland"), tree.text.size()}};
  given.statements.push_back(statement);
  const auto found = events(tree, given);
  REQUIRE(found.size() == 1);
  CHECK(found[0].statement == "s1");
  CHECK(found[0].realis == Realis::reported);
  CHECK(found[0].type == "ASSAULT");
  CHECK(found[0].rule.starts_with("test.verbs.txt:2 ATTACK"));
  CHECK(found[0].actors[0].origin == "NOR Norland");
}

TEST_CASE("actors of the record are parties without a code, too") {
  const Parsed tree = tree_of("Brown propn nsubj 2\nattacked verb root 0\nSouthmark propn obj 2\n");
  Given given;
  Actor brown;
  brown.id = "a1";
  brown.mentions = {{{0, 5}, MentionForm::name}};
  given.actors.push_back(brown);
  const auto found = events(tree, given);
  REQUIRE(found.size() == 1);
  CHECK(found[0].actors[0].actor == "a1");
  CHECK(found[0].actors[0].code.empty());
}

TEST_CASE("a row of names may go on with a noun that is no name itself") {
  CHECK(
      coded(
          "Easterland propn nsubj 2\nattacked verb root 0\nsoldiers noun obj 2\nfrom adp case 5\nNorland propn nmod 3\n"
          "and cconj cc 8\nSouthmark propn compound 8\nnetwork noun conj 5\n") == "EAS 190 NORMIL");
}

TEST_CASE("no tree, broken trees and a sentence without end") {
  CHECK(events({"Norland attacked Southmark", {}}).empty());
  Parsed circle = tree_of("Norland propn nsubj 2\nattacked verb obj 3\nSouthmark propn obj 2\n");
  events(circle);
  std::string lines = "Norland propn nsubj 2\nattacked verb root 0\n";
  for (int i = 0; i < 20000; ++i) lines += "Southmark propn obj 2\nattacked verb conj 2\n";
  CHECK(events(tree_of(lines)).size() >= 1);
}
