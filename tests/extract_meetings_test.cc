#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "extract/meetings/meetings.h"
#include "linear_support.h"
#include "record/enum_names.h"
#include "tree_support.h"

using namespace sayso;

namespace {

Span place_of(std::string_view text, std::string_view words) {
  const std::size_t at = text.find(words);
  REQUIRE(at != std::string_view::npos);
  return {at, at + words.size()};
}

struct Story {
  const char* tree;
  std::vector<const char*> actors;                         // each named once
  std::vector<std::pair<const char*, const char*>> times;  // words, value
};

// "pier summit: held 2024-05-03, Ada Holm + Bo Ek, on [wages]" for each meeting, joined by "; ".
std::string meetings(const Story& story) {
  const Parsed parsed = sayso::parsed(story.tree);
  std::vector<Actor> actors;
  for (const char* name : story.actors) {
    Actor actor;
    actor.id = actor.name = name;
    actor.kind = ActorKind::person;
    actor.mentions.push_back({place_of(parsed.text, name), MentionForm::name});
    actors.push_back(std::move(actor));
  }
  std::vector<Time> times;
  for (const auto& [words, value] : story.times) {
    Time time;
    time.id = time.value = value;
    time.span = place_of(parsed.text, words);
    times.push_back(std::move(time));
  }
  std::string out;
  for (const Meeting& meeting :
       extract::find_meetings(extract::Tree(parsed.text, parsed.words), actors, times, "2024-05-10")) {
    out += (out.empty() ? "" : "; ") + std::string(meeting.name.of(parsed.text)) + ": " +
           std::string(name_of(meeting.status));
    if (!meeting.time.empty()) out += " " + meeting.time;
    char before = ',';
    for (const std::string& id : meeting.participants) {
      out += before + (" " + id);
      before = '+';
    }
    for (const Span& topic : meeting.topics) out += ", on [" + std::string(topic.of(parsed.text)) + "]";
  }
  return out;
}

}  // namespace

TEST_CASE("what makes a meeting, and its status") {
  const std::vector<std::pair<Story, const char*>> cases{
      {{"Holm/PROPN/2/nsubj held/VERB/0/root a/DET/5/det warm/ADJ/5/amod meeting/NOUN/2/obj with/ADP/7/case "
        "Ek/PROPN/5/nmod "
        "on/ADP/9/case Friday/PROPN/2/obl about/ADP/11/case wages/NOUN/5/nmod ./PUNCT/2/punct",
        {"Holm", "Ek"},
        {{"Friday", "2024-05-03"}}},
       "warm meeting: held 2024-05-03, Ek+ Holm, on [wages]"},
      {{"The/DET/3/det Pier/PROPN/3/compound summit/NOUN/5/nsubj was/AUX/5/aux postponed/VERB/0/root ./PUNCT/5/punct",
        {},
        {}},
       "Pier summit: postponed"},
      {{"The/DET/3/det Pier/PROPN/3/compound summit/NOUN/5/nsubj was/AUX/5/aux called/VERB/0/root off/ADP/5/compound",
        {},
        {}},
       "Pier summit: cancelled"},
      {{"Talks/NOUN/5/nsubj with/ADP/3/case Ek/PROPN/1/nmod will/AUX/5/aux resume/VERB/0/root", {"Ek"}, {}},
       "Talks: expected, Ek"},
      {{"Holm/PROPN/2/nsubj met/VERB/0/root Ek/PROPN/2/obj ./PUNCT/2/punct", {"Holm", "Ek"}, {}},
       "met Ek: held, Holm+ Ek"},
      {{"The/DET/3/det harbour/NOUN/3/compound election/NOUN/6/nsubj is/AUX/6/aux not/PART/6/advmod near/ADJ/0/root",
        {},
        {}},
       ""},
      {{"The/DET/3/det Oslo/PROPN/3/compound election/NOUN/6/nsubj on/ADP/5/case Sunday/PROPN/3/nmod looms/VERB/0/root",
        {},
        {{"Sunday", "2024-05-12"}}},
       "Oslo election: expected 2024-05-12"},
      {{"The/DET/4/det 2024/NUM/4/nummod Oslo/PROPN/4/compound election/NOUN/7/nsubj on/ADP/6/case Sunday/PROPN/4/nmod "
        "looms/VERB/0/root",
        {},
        {{"2024", "2024"}, {"Sunday", "2024-05-12"}}},
       "2024 Oslo election: expected 2024-05-12"},
      {{"summits/NOUN/0/root in/ADP/3/case 2022/NUM/1/nmod and/CCONJ/5/cc 2023/NUM/3/conj",
        {},
        {{"2022", "2022"}, {"2023", "2023"}}},
       "summits: held 2022; summits: held 2023"},
  };
  for (const auto& [story, expected] : cases) {
    CAPTURE(story.tree);
    CHECK(meetings(story) == expected);
  }
}

TEST_CASE("what is no meeting") {
  for (const char* tree :
       {"Holm/PROPN/2/nsubj spoke/VERB/0/root at/ADP/6/case a/DET/6/det press/NOUN/6/compound conference/NOUN/2/obl",
        "Holm/PROPN/2/nsubj wants/VERB/0/root talks/NOUN/2/obj with/ADP/5/case Ek/PROPN/3/nmod",
        "Holm/PROPN/4/nsubj did/AUX/4/aux not/PART/4/advmod meet/VERB/0/root Ek/PROPN/4/obj",
        "Holm/PROPN/2/nsubj met/VERB/0/root the/DET/4/det deadline/NOUN/2/obj",
        "Meetings/NOUN/2/nsubj bore/VERB/0/root Holm/PROPN/2/obj"}) {
    CAPTURE(tree);
    CHECK(meetings({tree, {"Holm"}, {}}) == "");
  }
}

TEST_CASE("mentions of one meeting are one, and the last that tells has the status") {
  CHECK(meetings(
            {"Holm/PROPN/2/nsubj postponed/VERB/0/root a/DET/5/det large/ADJ/5/amod meeting/NOUN/2/obj with/ADP/7/case "
             "Ek/PROPN/5/nmod\n"
             "The/DET/2/det meeting/NOUN/5/nsubj is/AUX/5/aux now/ADV/5/advmod scheduled/VERB/0/root for/ADP/7/case "
             "Sunday/PROPN/5/obl",
             {"Holm", "Ek"},
             {{"Sunday", "2024-05-12"}}}) == "large meeting: expected 2024-05-12, Ek+ Holm");
  CHECK(meetings({"The/DET/2/det council/NOUN/3/nsubj voted/VERB/0/root on/ADP/5/case Friday/PROPN/3/obl\n"
                  "The/DET/2/det vote/NOUN/3/nsubj split/VERB/0/root it/PRON/3/obj",
                  {"council"},
                  {{"Friday", "2024-05-03"}}}) == "vote: held 2024-05-03, council");
}

TEST_CASE("without a tree, and in trees that are none") {
  CHECK(meetings({"", {}, {}}) == "");
  CHECK(extract::find_meetings(extract::Tree("The Pier summit was held.", {}), {}, {}, "").empty());
  // Heads at random: nothing is promised but an end.
  Parsed parsed =
      sayso::parsed("The/DET/3/det Pier/PROPN/3/compound summit/NOUN/5/nsubj was/AUX/5/aux held/VERB/0/root");
  for (std::uint32_t a = 0; a < 5; ++a) {
    for (std::uint32_t b = 0; b < 5; ++b) {
      parsed.words[a].head = b;
      for (const Meeting& meeting : extract::find_meetings(extract::Tree(parsed.text, parsed.words), {}, {}, "")) {
        CHECK(meeting.name.end <= parsed.text.size());
      }
    }
  }
}

TEST_CASE("a sentence of many thousand meetings takes linear time") {
  const auto page_of = [](std::size_t meetings) {
    Parsed page;
    for (std::uint32_t i = 0; i < 2 * meetings; ++i) {
      const std::string word = i % 2 == 0 ? "Pier" : "summit";
      page.words.push_back({{page.text.size(), page.text.size() + word.size()},
                            i % 2 == 0 ? i + 1 : 1,
                            0,
                            i % 2 == 0 ? model::PartOfSpeech::propn : model::PartOfSpeech::noun,
                            i % 2 == 0 ? model::Relation::compound : model::Relation::conj});
      page.text += word + " ";
    }
    return page;
  };
  check_linear(2000, page_of, [](const Parsed& page) {
    const extract::Tree tree(page.text, page.words);
    CHECK(extract::find_meetings(tree, {}, {}, "2024-05-10").size() <= page.words.size() / 2);
  });
}
