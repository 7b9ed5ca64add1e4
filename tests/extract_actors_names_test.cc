#include <doctest/doctest.h>

#include "actors_support.h"

using namespace sayso;
using extract::Story;
using model::MentionKind;

namespace {

/// The speakers of a text whose sources, in their order, are these and are people for the model.
std::string speakers(const std::string& text, std::initializer_list<std::string_view> sources) {
  Story story(text);
  for (const std::string_view source : sources) story.said(source).mention(source);
  return story.read().speakers();
}

}  // namespace

TEST_CASE("titles and demonyms before a name are not part of it") {
  Story story("Norwegian Foreign Minister Ada Holm said it rains. Mr. Holm of Bergen slept. Dr Ada Holm agreed.");
  story.said("Norwegian Foreign Minister Ada Holm").mention("Norwegian Foreign Minister Ada Holm");
  story.said("Dr Ada Holm").read();
  CHECK(story.speakers() == "Ada Holm, Ada Holm");
  CHECK(story.named("Ada Holm").kind == ActorKind::person);
  CHECK(story.named("Ada Holm").country == "NOR");
  CHECK(story.roles("Ada Holm") == "Norwegian Foreign Minister");
}

TEST_CASE("a name after a name in part, and the other way round") {
  CHECK(speakers("Ada Holm said so. Holm said more.", {"Ada Holm", "Holm"}) == "Ada Holm, Ada Holm");
  CHECK(speakers("Holm said so. Ada Holm said more.", {"Holm", "Ada Holm"}) == "Ada Holm, Ada Holm");
  CHECK(speakers("Ada Holm said so. Ada said more.", {"Ada Holm", "Ada"}) == "Ada Holm, Ada Holm");
  CHECK(speakers("Ada R. Holm said so. Ada Holm said more.", {"Ada R. Holm", "Ada Holm"}) ==
        "Ada R. Holm, Ada R. Holm");
  CHECK(speakers("A. Holm said so. Ada Holm said more.", {"A. Holm", "Ada Holm"}) == "Ada Holm, Ada Holm");
  CHECK(speakers("Bo Lund Jr. said so. Lund said more.", {"Bo Lund Jr.", "Lund"}) == "Bo Lund Jr., Bo Lund Jr.");
  CHECK(speakers("Bo Lund said so. Bo Lund III said more.", {"Bo Lund", "Bo Lund III"}) == "Bo Lund III, Bo Lund III");
  CHECK(speakers("Ada Holm said so. Mrs Holm said more.", {"Ada Holm", "Mrs Holm"}) == "Ada Holm, Ada Holm");
}

TEST_CASE("two people of one surname are told apart or left open") {
  CHECK(speakers("Ada Holm said so. Bo Holm said more.", {"Ada Holm", "Bo Holm"}) == "Ada Holm, Bo Holm");
  CHECK(speakers("Ada Holm said so. Bo Holm agreed. Holm said more.", {"Ada Holm", "Bo Holm", "Holm"}) ==
        "Ada Holm, Bo Holm, -");
  CHECK(speakers("Ada Holm said so. Bo Holm agreed. Bo Holm said more.", {"Ada Holm", "Bo Holm", "Bo Holm"}) ==
        "Ada Holm, Bo Holm, Bo Holm");
  CHECK(speakers("Anna Holm said so. Erik Holm agreed. Mrs Holm said more.", {"Anna Holm", "Erik Holm", "Mrs Holm"}) ==
        "Anna Holm, Erik Holm, Anna Holm");
  CHECK(speakers("Anna Holm said so. Erik Holm agreed. Mr Holm said more.", {"Anna Holm", "Erik Holm", "Mr Holm"}) ==
        "Anna Holm, Erik Holm, Erik Holm");
}

TEST_CASE("hyphens, particles and accents") {
  CHECK(speakers("Tarek al-Moran said so. Al-Moran said more.", {"Tarek al-Moran", "Al-Moran"}) ==
        "Tarek al-Moran, Tarek al-Moran");
  CHECK(speakers("Jan de Veer said so. De Veer said more.", {"Jan de Veer", "De Veer"}) == "Jan de Veer, Jan de Veer");
  CHECK(speakers("Jan de Veer said so. Veer said more.", {"Jan de Veer", "Veer"}) == "Jan de Veer, Jan de Veer");
  CHECK(speakers("Lena van der Molk said so. Van der Molk said more.", {"Lena van der Molk", "Van der Molk"}) ==
        "Lena van der Molk, Lena van der Molk");
  CHECK(speakers("Ri Dong-su said so. Ri Dong-su said more.", {"Ri Dong-su", "Ri Dong-su"}) ==
        "Ri Dong-su, Ri Dong-su");
  CHECK(speakers("Anne Weil-Marten said so. Weil-Marten said more.", {"Anne Weil-Marten", "Weil-Marten"}) ==
        "Anne Weil-Marten, Anne Weil-Marten");
  CHECK(speakers("Jörg Bräm said so. Bram said more.", {"Jörg Bräm", "Bram"}) == "Jörg Bräm, Jörg Bräm");
  CHECK(speakers("Bram said so. Jörg Bräm said more.", {"Bram", "Jörg Bräm"}) == "Jörg Bräm, Jörg Bräm");
  CHECK(speakers("Seán O'Darragh said so. O'Darragh said more.", {"Seán O'Darragh", "O'Darragh"}) ==
        "Seán O'Darragh, Seán O'Darragh");
}

TEST_CASE("a person whose name is a place's too") {
  CHECK(speakers("Paris Lunde said so. Lunde said more.", {"Paris Lunde", "Lunde"}) == "Paris Lunde, Paris Lunde");
  CHECK(speakers("Chad Orvik said so. Chad said more.", {"Chad Orvik", "Chad"}) == "Chad Orvik, Chad Orvik");
  CHECK(speakers("Nils Jordan said so. Jordan said more.", {"Nils Jordan", "Jordan"}) == "Nils Jordan, Nils Jordan");
  CHECK(speakers("Georgia Bask said so. Bask said more.", {"Georgia Bask", "Bask"}) == "Georgia Bask, Georgia Bask");
  CHECK(speakers("Ole Washington said so. Mr Washington said more.", {"Ole Washington", "Mr Washington"}) ==
        "Ole Washington, Ole Washington");
  Story story("Nils Jordan said so. Jordan slept. He flew to Jordan.");
  story.said("Nils Jordan")
      .mention("Nils Jordan")
      .mention("Jordan")
      .mention("He")
      .mention("Jordan", MentionKind::place);
  CHECK(story.read().mentions("Nils Jordan") == "Nils Jordan|Jordan");
}

TEST_CASE("states, and capitals that speak for them") {
  Story story("Georgia said it rains. Paris replied. France agreed, and Kyiv said no. Rain fell in Paris.");
  story.said("Georgia").said("Paris").said("France").said("Kyiv");
  for (const char* place : {"Georgia", "Paris", "France", "Kyiv", "Paris"}) story.mention(place, MentionKind::place);
  story.read();
  CHECK(story.speakers() == "Georgia, France, France, Ukraine");
  CHECK(story.named("France").kind == ActorKind::government);
  CHECK(story.named("France").country == "FRA");
  CHECK(story.mentions("France") == "Paris|France");
  CHECK(story.named("France").mentions.front().form == MentionForm::metonym);
}

TEST_CASE("an abbreviation in brackets, before and behind") {
  Story story("The Northern Fishing Board (NFB) said so. NFB said more. The board slept.");
  story.said("The Northern Fishing Board").said("NFB").mention("The Northern Fishing Board", MentionKind::organization);
  story.mention("NFB", MentionKind::organization).mention("NFB", MentionKind::organization);
  CHECK(story.read().speakers() == "Northern Fishing Board, Northern Fishing Board");
}

TEST_CASE("organisations by parts of their names") {
  Story story("The Bask Shipping Company said so. Bask Shipping said more. Lund Shipping said no.");
  for (const char* name : {"The Bask Shipping Company", "Bask Shipping", "Lund Shipping"}) {
    story.said(name).mention(name, MentionKind::organization);
  }
  CHECK(story.read().speakers() == "Bask Shipping Company, Bask Shipping Company, Lund Shipping");
}

TEST_CASE("names that the model leaves out") {
  Story story("The warnings came from Anna Holm's secretary, Emma W. Lund. Mr. Moe and the FBI office slept.");
  story.said("Anna Holm's secretary").mention("Anna Holm's secretary").mention("Lund").read();
  CHECK(story.speakers() == "Emma W. Lund");
  CHECK(story.mentions("Anna Holm") == "Anna Holm");
  CHECK(story.mentions("Moe") == "Mr. Moe");
  CHECK(story.mentions("FBI") == "FBI");
}

TEST_CASE("organisations whose names hold a title or a preposition") {
  Story story("The Northern General Services Council said so. The Northern Commission on Coastal Waters said no.");
  for (const char* name : {"The Northern General Services Council", "The Northern Commission on Coastal Waters"}) {
    story.said(name).mention(name, MentionKind::organization);
  }
  CHECK(story.read().speakers() == "Northern General Services Council, Northern Commission on Coastal Waters");
}

TEST_CASE("an abbreviation before the long name") {
  Story story("The NFB said so. The Northern Fishing Board said more.");
  for (const char* name : {"The NFB", "The Northern Fishing Board"}) {
    story.said(name).mention(name, MentionKind::organization);
  }
  CHECK(story.read().speakers() == "Northern Fishing Board, Northern Fishing Board");
}

TEST_CASE("two people under one name") {
  Story story("Mr. and Mrs. Holm said so. Mr. Holm said more. Mrs. Holm said no.");
  story.said("Mr. and Mrs. Holm").said("Mr. Holm").said("Mrs. Holm").read();
  REQUIRE(story.statements.size() == 3);
  CHECK(story.statements[0].actor == story.statements[1].actor);
  CHECK(story.statements[1].actor != story.statements[2].actor);
  Story both("Not only Ada Holm but Bo Lund said so.");
  CHECK(both.said("Not only Ada Holm but Bo Lund").mention("Ada Holm").read().speakers() == "Ada Holm");
}

TEST_CASE("a name is a person's where most of its mentions are") {
  Story story("Lunde said so. Mayor Kari Lunde agreed. Lunde said more. The Lunde plan failed.");
  story.said("Lunde").said("Mayor Kari Lunde").said("Lunde");
  story.mention("Lunde", MentionKind::organization).mention("Mayor Kari Lunde").mention("Lunde");
  story.mention("Lunde", MentionKind::organization).read();
  CHECK(story.speakers() == "Kari Lunde, Kari Lunde, Kari Lunde");
  CHECK(story.named("Kari Lunde").kind == ActorKind::person);
}

TEST_CASE("a demonym alone is nobody") {
  Story story("Ada Holm said the Norwegian slept.");
  story.said("Ada Holm").mention("Ada Holm").mention("Norwegian").read();
  CHECK(story.actors.size() == 1);
}
