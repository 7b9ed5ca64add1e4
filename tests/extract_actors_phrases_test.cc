#include <doctest/doctest.h>

#include "actors_support.h"

using namespace sayso;
using extract::Story;
using model::MentionKind;

namespace {

/// The name of who is the source of "... said so."
std::string speaker(const std::string& source) {
  Story story(source + " said so.");
  return story.said(source).read().speakers();
}

}  // namespace

TEST_CASE("the part of a source that names") {
  CHECK(speaker("Ada Holm") == "Ada Holm");
  CHECK(speaker("Ada Holm of the port authority") == "Ada Holm");
  CHECK(speaker("Ada Holm, who runs the port,") == "Ada Holm");
  CHECK(speaker("the 44-year-old Ada Holm") == "Ada Holm");
  CHECK(speaker("\"Ada Holm\"") == "Ada Holm");
  CHECK(speaker("U.S. Ambassador to Germany Bo Grell") == "Bo Grell");
  CHECK(speaker("President of Kenya Ada Holm") == "Ada Holm");
  CHECK(speaker("the port's director Ada Holm") == "Ada Holm");
  CHECK(speaker("Member of Parliament (MP) Ada Holm") == "Ada Holm");
  CHECK(speaker("Bergen's mayor") == "Bergen's mayor");
  CHECK(speaker("the mayor of Bergen") == "mayor of Bergen");
  CHECK(speaker("a senior official") == "senior official");
  CHECK(speaker("some residents") == "some residents");
  CHECK(speaker("more than 40 residents") == "40 residents");
  CHECK(speaker("at least two officials") == "two officials");
}

TEST_CASE("of coordinated sources the first") {
  CHECK(speaker("Ada Holm and Bo Lund") == "Ada Holm");
  CHECK(speaker("Ada Holm, Bo Lund and Karl Berg") == "Ada Holm");
  CHECK(speaker("both Ada Holm and Bo Lund") == "Ada Holm");
  CHECK(speaker("neither Ada Holm nor Bo Lund") == "Ada Holm");
  CHECK(speaker("France and Germany") == "France");
  CHECK(speaker("the Ministry of Trade and Industry") == "Ministry of Trade and Industry");
  Story story("Ada Holm and Bo Lund said so.");
  story.said("Ada Holm and Bo Lund").mention("Ada Holm").mention("Bo Lund").read();
  CHECK(story.actors.size() == 2);
}

TEST_CASE("a common noun that begins a sentence is no name") {
  CHECK(speaker("Critics") == "Critics");
  Story story("Critics said so. Residents agreed.");
  story.said("Critics").said("Residents").read();
  for (const Actor& actor : story.actors) CHECK(actor.mentions.front().form == MentionForm::nominal);
}

TEST_CASE("sources that name nobody") {
  CHECK(speaker("the") == "-");
  CHECK(speaker("this") == "-");
  CHECK(speaker("some") == "-");
  CHECK(speaker("that") == "-");
  CHECK(speaker("who") == "-");
  CHECK(speaker("you") == "-");
  CHECK(speaker("I") == "-");
  CHECK(speaker(",") == "-");
  CHECK(speaker("\"") == "-");
}

TEST_CASE("odd sources leave the others alone") {
  Story story("Ada Holm said so.  Then rain.");
  for (const Span& span : {Span{0, 0}, Span{9, 9}, Span{17, 19}, Span{2, 5}, Span{0, 29}, Span{29, 29}, Span{16, 17}}) {
    story.said("");
    story.statements.back().source = span;
  }
  story.said("Ada Holm").read();
  CHECK(story.statements.back().actor == "a1");
  for (const std::size_t empty : {0, 1, 2, 5}) CHECK(story.statements[empty].actor.empty());
  for (const Actor& actor : story.actors) CHECK(!actor.mentions.empty());
}

TEST_CASE("nothing to read") {
  Story empty("");
  CHECK(empty.read().actors.empty());
  Story blank(" \n ");
  CHECK(blank.read().actors.empty());
  Story silent("Rain fell on the pier.");
  CHECK(silent.read().actors.empty());
}

TEST_CASE("actors are numbered in the order of their first mentions") {
  Story story("Rain fell, said Ada Holm. Bo Lund agreed with Karl Berg.");
  story.said("Bo Lund").mention("Ada Holm").mention("Bo Lund").mention("Karl Berg").read();
  REQUIRE(story.actors.size() == 3);
  CHECK(story.actors[0].id == "a1");
  CHECK(story.actors[0].name == "Ada Holm");
  CHECK(story.actors[2].name == "Karl Berg");
  CHECK(story.statements[0].actor == "a2");
}

TEST_CASE("hops have actors of their own") {
  Story story("Rain fell, Ada Holm told the BBC.");
  story.said("Ada Holm").mention("Ada Holm");
  story.statements[0].chain.push_back({Relation::said_on, {25, 32}, {}});
  story.read();
  const Actor* medium = story.with_id(story.statements[0].chain[0].actor);
  REQUIRE(medium != nullptr);
  CHECK(medium->name == "BBC");
  CHECK(medium->kind == ActorKind::media);
}

TEST_CASE("capitals throughout") {
  Story story("ADA HOLM SAID SO. SHE SAID MORE. MRS HOLM LEFT FRANCE.");
  story.said("ADA HOLM").said("SHE").mention("ADA HOLM").mention("SHE").mention("MRS HOLM");
  story.read();
  CHECK(story.statements[0].actor == "a1");
  CHECK(story.statements[1].actor == "a1");
}
