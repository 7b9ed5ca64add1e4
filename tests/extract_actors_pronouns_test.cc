#include <doctest/doctest.h>

#include "actors_support.h"

using namespace sayso;
using extract::Story;
using model::MentionKind;

namespace {

/// The speakers of a text whose sources, in their order, are these.
std::string speakers(const std::string& text, std::initializer_list<std::string_view> sources) {
  Story story(text);
  for (const std::string_view source : sources) story.said(source).mention(source);
  return story.read().speakers();
}

}  // namespace

TEST_CASE("he and she are the last speaker who can be meant") {
  CHECK(speakers("Anna Holm said so. She said more.", {"Anna Holm", "She"}) == "Anna Holm, Anna Holm");
  CHECK(speakers("Anna Holm said so. Erik Lund agreed. She said more. He said no.",
                 {"Anna Holm", "Erik Lund", "She", "He"}) == "Anna Holm, Erik Lund, Anna Holm, Erik Lund");
  CHECK(speakers("Mr Zed said so. Mrs Ode agreed. He said more.", {"Mr Zed", "Mrs Ode", "He"}) == "Zed, Ode, Zed");
  CHECK(speakers("Anna Holm said so. He said more.", {"Anna Holm", "He"}) == "Anna Holm, -");
  CHECK(speakers("A spokeswoman said so. She said more.", {"A spokeswoman", "She"}) == "spokeswoman, spokeswoman");
  CHECK(speakers("He said so. Erik Lund agreed.", {"He", "Erik Lund"}) == "-, Erik Lund");
}

TEST_CASE("a pronoun later tells who is he") {
  CHECK(speakers("Ode Zed said so. Uwa Brin agreed. She said more. Zed said no. He slept, he said.",
                 {"Ode Zed", "Uwa Brin", "She"}) == "Ode Zed, Uwa Brin, Uwa Brin");
}

TEST_CASE("they are many, or an organisation") {
  CHECK(speakers("Anna Holm said so. They said more.", {"Anna Holm", "They"}) == "Anna Holm, -");
  Story story("Two analysts said so. Anna Holm agreed. They said more.");
  story.said("Two analysts").said("Anna Holm").said("They").mention("Anna Holm");
  CHECK(story.read().speakers() == "Two analysts, Anna Holm, Two analysts");
}

TEST_CASE("the model's antecedent goes before the last speaker") {
  Story story("Anna Holm met Erik Lund and Karl Berg. He said so.");
  story.said("He").mention("Anna Holm", MentionKind::person, 1).mention("Erik Lund", MentionKind::person, 2);
  story.mention("Karl Berg", MentionKind::person, 3).mention("He", MentionKind::person, 2);
  CHECK(story.read().speakers() == "Erik Lund");
  CHECK(story.mentions("Erik Lund") == "Erik Lund|He");
}

TEST_CASE("an antecedent that the pronoun does not fit is none") {
  Story story("Anna Holm met Erik Lund. He said so.");
  story.said("He").mention("Anna Holm", MentionKind::person, 1).mention("Erik Lund", MentionKind::person, 2);
  story.mention("He", MentionKind::person, 1);
  CHECK(story.read().speakers() == "Erik Lund");
}

TEST_CASE("I and we inside a quotation are who speaks") {
  Story story("\"I like my rain,\" Anna Holm said. \"We will stay,\" said a spokesman for Bask Shipping. I doubt it.");
  story.said("Anna Holm", "\"I like my rain,\"").said("a spokesman for Bask Shipping", "\"We will stay,\"");
  for (const char* pronoun : {"I", "my", "We"}) story.mention(pronoun);
  story.mention("Bask Shipping", MentionKind::organization).mention("I");
  story.read();
  CHECK(story.mentions("Anna Holm") == "I|my|Anna Holm");
  CHECK(story.mentions("Bask Shipping") == "We|Bask Shipping");
  CHECK(story.named("Anna Holm").mentions.front().form == MentionForm::pronoun);
}

TEST_CASE("we are whom the speaker speaks for") {
  Story story("\"We will stay with our ships,\" said Anna Holm, a spokeswoman for Bask Shipping.");
  story.said("Anna Holm, a spokeswoman for Bask Shipping", "\"We will stay with our ships,\"");
  story.mention("We").mention("our").mention("Anna Holm").mention("Bask Shipping", MentionKind::organization).read();
  CHECK(story.mentions("Bask Shipping") == "We|our|Bask Shipping");
  CHECK(story.mentions("Anna Holm") == "Anna Holm|a spokeswoman");
}

TEST_CASE("I within a quotation within a quotation is the inner speaker") {
  Story story("\"My son told me: 'I want rain, only rain'\", Anna Holm said.");
  story.said("Anna Holm", "\"My son told me: 'I want rain, only rain'\"");
  story.said("", "'I want rain, only rain'", "s1");
  story.statements[1].source = Span{1, 7};
  story.statements[1].mode = Mode::direct;
  story.mention("My", MentionKind::person).mention("me").mention("I").mention("Anna Holm").read();
  CHECK(story.mentions("Anna Holm") == "My|me|Anna Holm");
  CHECK(story.mentions("My son") == "My son|I");
}

TEST_CASE("who is whom it follows") {
  Story story("Anna Holm, who said so, slept. Officials who saw it said more.");
  story.said("who").said("Officials who saw it").mention("Anna Holm").mention("who").mention("Officials");
  CHECK(story.read().speakers() == "Anna Holm, Officials");
  CHECK(story.mentions("Anna Holm") == "Anna Holm|who");
}

TEST_CASE("who reports that she had asked speaks of herself") {
  Story story("Erik Lund agreed. Anna Holm told Lisa Berg that she had asked for rain.");
  story.said("Erik Lund").said("Anna Holm", "she had asked for rain").said("she", "for rain", "s2");
  for (const char* name : {"Erik Lund", "Anna Holm", "Lisa Berg", "she"}) story.mention(name);
  CHECK(story.read().speakers() == "Erik Lund, Anna Holm, Anna Holm");
}

TEST_CASE("you are whom it is said to") {
  Story story("Ada Holm told Bo Lund: \"You are late.\"");
  story.said("Ada Holm", "\"You are late.\"").to(0, "Bo Lund").mention("Ada Holm").mention("Bo Lund").mention("You");
  story.read();
  CHECK(story.mentions("Bo Lund") == "Bo Lund|You");
  CHECK(story.with_id(story.statements.front().addressee_actor)->name == "Bo Lund");
}

TEST_CASE("who is told something is an actor") {
  Story story("Ada Holm told the dockers it rains.");
  story.said("Ada Holm", "it rains").to(0, "the dockers").mention("Ada Holm").read();
  REQUIRE(story.with_id(story.statements.front().addressee_actor) != nullptr);
  CHECK(story.with_id(story.statements.front().addressee_actor)->name == "dockers");
}

TEST_CASE("she is rather who is known for a woman than whom the model guesses") {
  Story story("Tarn said so. Mrs. Holm said more. She went on.");
  story.said("Tarn").said("Mrs. Holm").said("She");
  story.mention("Tarn", MentionKind::person, 1).mention("Mrs. Holm").mention("She", MentionKind::person, 1);
  CHECK(story.read().speakers() == "Tarn, Holm, Holm");
}
