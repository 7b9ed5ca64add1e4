#include <doctest/doctest.h>

#include "actors_support.h"

using namespace sayso;
using extract::Story;
using model::MentionKind;

namespace {

/// The speakers of a text whose sources, in their order, are these.
std::string speakers(const std::string& text, std::initializer_list<std::string_view> sources) {
  Story story(text);
  for (const std::string_view source : sources) story.said(source);
  return story.read().speakers();
}

}  // namespace

TEST_CASE("an apposition tells who someone is, both ways") {
  CHECK(speakers("The spokeswoman, Ada Holm, said so. Holm said more.", {"The spokeswoman, Ada Holm,", "Holm"}) ==
        "Ada Holm, Ada Holm");
  CHECK(speakers("Ada Holm, the spokeswoman of the port, said so. The spokeswoman said more.",
                 {"Ada Holm, the spokeswoman of the port,", "The spokeswoman"}) == "Ada Holm, Ada Holm");
  CHECK(speakers("Ada Holm, a nurse from Bergen, said so. The nurse said more.",
                 {"Ada Holm, a nurse from Bergen,", "The nurse"}) == "Ada Holm, Ada Holm");
  CHECK(speakers("Ada Holm, 44, said so. Holm said more.", {"Ada Holm, 44,", "Holm"}) == "Ada Holm, Ada Holm");
}

TEST_CASE("an apposition's words are an office") {
  Story story("Ada Holm, the deputy mayor, said so.");
  story.said("Ada Holm, the deputy mayor,").mention("Ada Holm").read();
  CHECK(story.roles("Ada Holm") == "deputy mayor");
  CHECK(story.mentions("Ada Holm") == "Ada Holm|the deputy mayor");
  CHECK(story.named("Ada Holm").mentions.back().form == MentionForm::nominal);
}

TEST_CASE("governments by their states") {
  CHECK(speakers("Kenya said so. The Kenyan government said more. The Kenyan side agreed.",
                 {"Kenya", "The Kenyan government", "The Kenyan side"}) == "Kenya, Kenya, Kenya");
  CHECK(speakers("The government of Iraq said so. Iraqi authorities said more.",
                 {"The government of Iraq", "Iraqi authorities"}) == "Iraq, Iraq");
  CHECK(speakers("Kyiv said so. The Ukrainian side agreed.", {"Kyiv", "The Ukrainian side"}) == "Ukraine, Ukraine");
  CHECK(speakers("Norway's government said so.", {"Norway's government"}) == "Norway");
}

TEST_CASE("an administration by its president") {
  CHECK(speakers("The Biden administration said so. The administration of President Joe Biden said more.",
                 {"The Biden administration", "The administration of President Joe Biden"}) ==
        "White House, White House");
  CHECK(speakers("The administration of the harbour said so.", {"The administration of the harbour"}) ==
        "administration of the harbour");
}

TEST_CASE("a ministry, a company and a board take up a name") {
  Story story("The Ministry of Fisheries said so. The ministry said more. Bask Shipping said no. The company slept.");
  story.said("The Ministry of Fisheries").said("The ministry").said("Bask Shipping").said("The company");
  story.mention("The Ministry of Fisheries", MentionKind::organization, 1);
  story.mention("The ministry", MentionKind::organization, 1, "ministry");
  story.mention("Bask Shipping", MentionKind::organization, 2);
  story.mention("The company", MentionKind::organization, 2);
  CHECK(story.read().speakers() == "Ministry of Fisheries, Ministry of Fisheries, Bask Shipping, Bask Shipping");
}

TEST_CASE("ministries of two states are two") {
  Story story("Georgia's Ministry of Fish said so. Kenya's Ministry of Fish said no. Kenya's Ministry of Fish slept.");
  story.said("Georgia's Ministry of Fish").said("Kenya's Ministry of Fish").said("Kenya's Ministry of Fish").read();
  REQUIRE(story.actors.size() == 2);
  CHECK(story.actors[0].country == "GEO");
  CHECK(story.actors[1].country == "KEN");
  CHECK(story.statements[2].actor == "a2");
}

TEST_CASE("descriptions take up those before by their words") {
  CHECK(speakers("A senior official said so. The official said more. Another official said no.",
                 {"A senior official", "The official", "Another official"}) ==
        "senior official, senior official, Another official");
  CHECK(speakers("A Dutch diplomat said so. A German diplomat said no. The Dutch diplomat said more.",
                 {"A Dutch diplomat", "A German diplomat", "The Dutch diplomat"}) ==
        "Dutch diplomat, German diplomat, Dutch diplomat");
}

TEST_CASE("an office without a rank is the one without") {
  CHECK(speakers("President Bo Lund said so. Former President Ada Holm agreed. The former president said more. The "
                 "president left. The president said no.",
                 {"President Bo Lund", "Former President Ada Holm", "The former president", "The president"}) ==
        "Bo Lund, Ada Holm, Ada Holm, Bo Lund");
  CHECK(speakers("Former Senator Ada Holm said so. The senator agreed.", {"Former Senator Ada Holm", "The senator"}) ==
        "Ada Holm, Ada Holm");
}

TEST_CASE("many are not one, nor one many") {
  CHECK(speakers("Two analysts said so. An analyst said more. The analysts said no.",
                 {"Two analysts", "An analyst", "The analysts"}) == "Two analysts, analyst, Two analysts");
  CHECK(speakers("Officials said so. The official said more.", {"Officials", "The official"}) == "Officials, official");
  Story story("Critics said so.");
  story.said("Critics").read();
  CHECK(story.named("Critics").kind == ActorKind::group);
  CHECK(story.named("Critics").mentions.front().form == MentionForm::nominal);
}

TEST_CASE("relatives are others") {
  Story story("Erik Dunn's mother, Charlotte Reed, said so. Reed said more. Dunn said no. His mother agreed.");
  story.said("Erik Dunn's mother, Charlotte Reed,").said("Reed").said("Dunn");
  for (const char* name : {"Erik Dunn", "Charlotte Reed", "Reed", "Dunn"}) story.mention(name);
  CHECK(story.read().speakers() == "Charlotte Reed, Charlotte Reed, Erik Dunn");
  CHECK(story.mentions("Charlotte Reed") == "Erik Dunn's mother|Charlotte Reed|Reed");
}

TEST_CASE("who speaks for whom") {
  Story story(
      "A spokesman for Bask Shipping said so. Kenya's envoy said more. NATO spokeswoman Ada Holm agreed. Kenya slept.");
  story.said("A spokesman for Bask Shipping").said("Kenya's envoy").said("NATO spokeswoman Ada Holm");
  story.mention("Bask Shipping", MentionKind::organization).mention("Kenya", MentionKind::place);
  story.mention("NATO", MentionKind::organization)
      .mention("Ada Holm")
      .mention("Kenya", MentionKind::organization)
      .read();
  CHECK(story.speakers() == "spokesman for Bask Shipping, Kenya's envoy, Ada Holm");
  CHECK(story.represented_by("spokesman for Bask Shipping") == "Bask Shipping");
  CHECK(story.represented_by("Kenya's envoy") == "Kenya");
  CHECK(story.represented_by("Ada Holm") == "NATO");
}

TEST_CASE("documents and media") {
  Story story("A report by the port said so. The newspaper said more. The statement said no.");
  story.said("A report by the port").said("The newspaper").said("The statement").read();
  CHECK(story.actors.at(0).kind == ActorKind::document);
  CHECK(story.actors.at(1).kind == ActorKind::media);
  CHECK(story.actors.at(2).kind == ActorKind::document);
}

TEST_CASE("who is described in the lead and named behind it") {
  Story story("Rain comes, a Norwegian lawmaker has said. Kari Lunde said more. Bo Holm slept.");
  story.said("a Norwegian lawmaker").said("Kari Lunde").mention("a Norwegian lawmaker").mention("Kari Lunde");
  CHECK(story.read().speakers() == "Kari Lunde, Kari Lunde");
  Story other("Rain comes, a lawmaker has said. Mayor Kari Lunde said more.");
  other.said("a lawmaker").said("Mayor Kari Lunde").mention("a lawmaker").mention("Mayor Kari Lunde");
  CHECK(other.read().speakers() == "lawmaker, Kari Lunde");
}

TEST_CASE("the unnamed are called by what tells most of them") {
  Story story("A spokesman for the harbour union said so. A witness from the ferry said no.");
  story.said("A spokesman for the harbour union").said("A witness from the ferry").read();
  CHECK(story.speakers() == "spokesman for the harbour union, witness");
  CHECK(story.represented_by("spokesman for the harbour union") == "harbour union");
}

TEST_CASE("figures speak for whoever they are from") {
  Story story("Figures from Bergen police show so. Reports from the Northern Fishing Board say no.");
  story.said("Figures from Bergen police").said("Reports from the Northern Fishing Board");
  CHECK(story.read().speakers() == "Bergen police, Northern Fishing Board");
}

TEST_CASE("the ministry of a state is not the state") {
  Story story("The ministry of inner affairs of Norway said so. The government of Norway said no.");
  story.said("The ministry of inner affairs of Norway").said("The government of Norway").read();
  REQUIRE(story.statements.size() == 2);
  CHECK(story.statements[0].actor != story.statements[1].actor);
  CHECK(story.with_id(story.statements[1].actor)->name == "Norway");
}

TEST_CASE("one occasion under two descriptions") {
  Story story("Ada Holm said so at a rally. Ada Holm said no at an election rally. Bo Lund said so at a rally.");
  story.said("Ada Holm").said("Ada Holm").said("Bo Lund").mention("Ada Holm").mention("Ada Holm").mention("Bo Lund");
  story.through(0, "a rally").through(1, "an election rally").through(2, "a rally").read();
  const auto occasion = [&](std::size_t i) { return story.statements[i].chain.front().actor; };
  CHECK(occasion(0) == occasion(1));
  CHECK(occasion(0) != occasion(2));
  CHECK(story.with_id(occasion(0))->name == "election rally");
}

TEST_CASE("a medium is no other body") {
  Story story("The Bergen Navy said so. The local media said no.");
  story.said("The Bergen Navy").said("The local media").mention("The Bergen Navy", MentionKind::organization, 1);
  story.mention("The local media", MentionKind::organization, 1);
  CHECK(story.read().speakers() == "Bergen Navy, local media");
  Story german("The German Navy said so. German media said no.");
  german.said("The German Navy").said("German media").mention("The German Navy", MentionKind::organization);
  CHECK(german.read().speakers() == "German Navy, German media");
}

TEST_CASE("a name behind words between it and the description") {
  Story story("His colleague at the treasury, Dr. Lena Brandt, said so. A nurse in Bergen, which is large, said no.");
  story.said("His colleague at the treasury, Dr. Lena Brandt,").said("A nurse in Bergen, which is large,");
  CHECK(story.read().speakers() == "Lena Brandt, nurse in Bergen");
}
