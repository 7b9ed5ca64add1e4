#include <doctest/doctest.h>

#include "extract/chain/chain.h"
#include "extract_support.h"
#include "lexicon_support.h"

using namespace sayso;

namespace {

const lexicon::Lexicon& world() {
  static const lexicon::Lexicon lexicon = lexicon::lexicon_of(
      "entry|media/fjord|Fjord Wire|media\n"
      "entry|media/chatter|Chatter|media\n"
      "entry|media/kystradio|Kystradio|media\n"
      "entry|org/pilots|Pilots' Union|organization\n"
      "entry|role/ministry|ministry|role|implies=government\n"
      "entry|role/engineer|engineer|role|implies=person\n");
  return lexicon;
}

std::string name_of(Relation relation) {
  constexpr const char* names[] = {"said-on", "reported-by", "citing", "confirmed-by", "published-by"};
  return names[static_cast<int>(relation)];
}

// "s1 the source: hop said-on, hop reported-by" for each statement, joined by "; ".
std::string chains(std::string_view markup, const lexicon::Lexicon* lexicon = &world(), bool relayed = false) {
  Marked page = marked(markup);
  const auto tokens = text::tokens(page.text);
  const auto names = lexicon == nullptr ? std::vector<lexicon::Match>{} : lexicon->find(page.text, tokens);
  extract::find_chains(page.text, tokens, names, lexicon, relayed, page.statements);
  std::string out;
  for (const Statement& statement : page.statements) {
    out += (out.empty() ? "" : "; ") + statement.id;
    if (statement.source) out += " " + std::string(statement.source->of(page.text));
    char before = ':';
    for (const Hop& hop : statement.chain) {
      out += before + (" " + std::string(hop.span.of(page.text))) + " " + name_of(hop.relation);
      before = ',';
      CHECK(hop.actor.empty());
    }
  }
  return out;
}

// Whom the statements are said to, "-" for nobody, joined by "; ".
std::string addressees(std::string_view markup) {
  Marked page = marked(markup);
  const auto tokens = text::tokens(page.text);
  extract::find_chains(page.text, tokens, world().find(page.text, tokens), &world(), false, page.statements);
  std::string out;
  for (const Statement& statement : page.statements) {
    out += out.empty() ? "" : "; ";
    out += statement.addressee ? statement.addressee->of(page.text) : std::string_view("-");
  }
  return out;
}

}  // namespace

TEST_CASE("whom a statement is said to") {
  CHECK(addressees("{s1 Ek} {c1 told} the engineers on Monday that {t1 rain comes}.") == "the engineers");
  CHECK(addressees("{s1 Ek} {c1 told} Bo Holm {t1 rain comes}.") == "Bo Holm");
  CHECK(addressees("{t1 \"Rain comes,\"} {s1 Ek} {c1 told} her.") == "her");
  CHECK(addressees("{s1 Ek} {c1 has assured} reporters that {t1 rain comes}.") == "reporters");
  CHECK(addressees("{s1 Ek} {c1 told} Fjord Wire {t1 rain comes}.") == "-");
  CHECK(addressees("{s1 Ek} {c1 said} {t1 rain comes}.") == "-");
  CHECK(addressees("{s1 Ek} {c1 warned} {t1 the engineers of rain}.") == "-");
  CHECK(addressees("{s1 Ek} {c1 told}") == "-");
}

TEST_CASE("the agency of a dateline or byline relays all") {
  const auto relayed = [](std::string_view markup) { return chains(markup, &world(), true); };
  CHECK(relayed("OSLO, March 3 (Fjord Wire) - {s1 Ek} {c1 said} {t1 rain comes}.") == "s1 Ek: Fjord Wire reported-by");
  CHECK(relayed("Rain ahead\n\nOSLO (Fjord Wire) — {s1 Ek} {c1 told} Kystradio {t1 rain comes}.") ==
        "s1 Ek: Kystradio said-on, Fjord Wire reported-by");
  CHECK(relayed("By Ada Lund and Bo Moe, Fjord Wire\n{s1 Ek} {c1 said} {t1 rain comes}.") ==
        "s1 Ek: Fjord Wire reported-by");
  CHECK(relayed("By the pier (Fjord Wire) stood Ek. {s1 He} {c1 said} {t1 rain comes}.") == "s1 He");
  CHECK(relayed("OSLO (Holm) - {s1 Ek} {c1 said} {t1 rain comes}.") == "s1 Ek");
  CHECK(chains("OSLO (Fjord Wire) - {s1 Ek} {c1 said} {t1 rain comes}.") == "s1 Ek");
}

TEST_CASE("what an outlet reports that somebody said, read as one") {
  CHECK(chains("{s1 Fjord Wire} {c1 reported} {t1 that Ada Ek, the mayor, said rain comes}.") ==
        "s1 Ada Ek, the mayor: Fjord Wire reported-by");
  CHECK(chains("{s1 Fjord Wire} {c1 reported} {t1 Ek had promised rain}.") == "s1 Ek: Fjord Wire reported-by");
  CHECK(chains("{s1 Fjord Wire} {c1 reported} {t1 that rain comes}.") == "s1 Fjord Wire");
  CHECK(chains("{s1 Fjord Wire} {c1 reported} {t1 Ek slept}.") == "s1 Fjord Wire");
  CHECK(chains("{s1 Holm} {c1 reported} {t1 Ek said rain comes}.") == "s1 Holm");
}

TEST_CASE("media and occasions that carry words") {
  CHECK(chains("{s1 Ek} {c1 said} in an interview that {t1 rain comes}.") == "s1 Ek: an interview said-on");
  CHECK(chains("{t1 \"Rain comes,\"} {s1 Ek} {c1 said} in a statement on Monday.") == "s1 Ek: a statement said-on");
  CHECK(chains("In an emailed statement late on Friday, {s1 Ek} {c1 said} {t1 rain comes}.") ==
        "s1 Ek: an emailed statement said-on");
  CHECK(chains("{s1 Ek} {c1 said} at a press conference {t1 rain comes}.") == "s1 Ek: a press conference said-on");
  CHECK(chains("{s1 Ek} {c1 said} on live television {t1 rain comes}.") == "s1 Ek: live television said-on");
  CHECK(chains("{s1 Ek} {c1 announced} {t1 the plan} by radio and again in a rally.") ==
        "s1 Ek: radio said-on, a rally said-on");
  CHECK(chains("{s1 Ek} {c1 said in a letter} {t1 rain comes}.") == "s1 Ek: a letter said-on");
  CHECK(chains("{s1 Ek} {c1 wrote} on Chatter, {t1 rain comes}.") == "s1 Ek: Chatter said-on");
  CHECK(chains("{s1 Ek} told the public via Chatter, {c1 saying} {t1 rain comes}.") == "s1 Ek: Chatter said-on");
}

TEST_CASE("the medium behind an occasion names it") {
  CHECK(chains("{s1 Ek} {c1 said} in an interview with Fjord Wire {t1 rain comes}.") == "s1 Ek: Fjord Wire said-on");
  CHECK(chains("{s1 Ek} {c1 said} in an interview aired on Monday on Kystradio {t1 rain comes}.") ==
        "s1 Ek: Kystradio said-on");
  CHECK(chains("{t1 \"Rain comes,\"} {s1 Ek} {c1 said} in an interview during the telethon.") ==
        "s1 Ek: the telethon said-on");
  CHECK(chains("{s1 Ek} {c1 said} in a speech to the General Assembly in Oslo {t1 rain comes}.") ==
        "s1 Ek: the General Assembly said-on");
  CHECK(chains("{s1 Ek} {c1 said} in a Kystradio interview {t1 rain comes}.") == "s1 Ek: Kystradio said-on");
  CHECK(chains("{s1 Ek} {c1 said} in a post on Chatter {t1 rain comes}.") == "s1 Ek: Chatter said-on");
  CHECK(chains("{s1 Ek} {c1 said} in an interview with his old friend {t1 Bo}.") == "s1 Ek: an interview said-on");
}

TEST_CASE("who is told") {
  CHECK(chains("{s1 Ek} {c1 told} Fjord Wire {t1 rain comes}.") == "s1 Ek: Fjord Wire said-on");
  CHECK(chains("{s1 Ek} {c1 told} the Daily Gazette: {t1 'Rain comes'}.") == "s1 Ek: the Daily Gazette said-on");
  CHECK(chains("{t1 \"Rain comes,\"} {s1 he} {c1 told} the assembly.") == "s1 he: the assembly said-on");
  CHECK(chains("{t1 \"Rain comes,\"} {s1 he} {c1 told} Kystradio's Morning programme.") ==
        "s1 he: Kystradio's Morning programme said-on");
  CHECK(chains("{s1 Ek} {c1 told} reporters {t1 rain comes}.") == "s1 Ek");
  CHECK(chains("{s1 Ek} {c1 told} me {t1 rain comes}.") == "s1 Ek");
  CHECK(chains("{s1 Ek} {c1 told} Mrs Holm {t1 rain comes}.") == "s1 Ek");
}

TEST_CASE("long ways into a sentence") {
  CHECK(chains("In a letter filed with the harbour court on Monday, {s1 Ek} {c1 said} {t1 rain comes}.") ==
        "s1 Ek: a letter said-on");
  CHECK(chains("In a letter Bo asked for an end of the strike, {s1 Ek} {c1 said}.") == "s1 Ek");
  CHECK(chains("{s1 Ek} took to Chatter on Monday, {c1 writing} {t1 \"rain comes\"}.") == "s1 Ek: Chatter said-on");
  CHECK(chains("At a town hall in Bergen last week, {s1 Ek} {c1 said} {t1 rain comes}.") ==
        "s1 Ek: a town hall said-on");
  CHECK(chains("{s1 Ek} {c1 told} Fjord Wire's night editor {t1 rain comes}.") == "s1 Ek: Fjord Wire said-on");
  CHECK(chains("{t1 \"Rain\"}, {c1 said} {s1 Ek}, who will address the Pilots' Convention.") == "s1 Ek");
  CHECK(chains("Shaking his fist in a show of anger, {s1 Ek} {c1 yelled}: {t1 \"Rain!\"}") == "s1 Ek");
}

TEST_CASE("an interview with whom is told is the same hop") {
  CHECK(chains("{s1 Ek} {c1 told} Fjord Wire in an interview that {t1 rain comes}.") == "s1 Ek: Fjord Wire said-on");
  CHECK(chains("{s1 Ek} {c1 told} reporters in an interview that {t1 rain comes}.") == "s1 Ek: an interview said-on");
}

TEST_CASE("a phrase stands with the nearer cue") {
  CHECK(chains("{t1 \"Rain comes,\"} {s1 Ek} {c1 said} in an interview, {c2 adding} {t2 it will last}.") ==
        "s1 Ek: an interview said-on; s2");
  CHECK(chains("In May {s1 Ek} {c1 said} {t1 rain comes}, at a rally this week {s2 he} {c2 said} {t2 it does not}.") ==
        "s1 Ek; s2 he: a rally said-on");
  CHECK(chains("As part of a rally, {s1 Ek} {c1 said} {t1 rain comes}.") == "s1 Ek: a rally said-on");
}

TEST_CASE("a phrase behind a quotation of several sentences") {
  CHECK(chains("{s1 Ek} {c1 said} {t1 \"Rain comes. It will last\"}, as quoted by Fjord Wire.") ==
        "s1 Ek: Fjord Wire reported-by");
}

TEST_CASE("words about the way are cut off contents") {
  CHECK(chains("{s1 Ek} {c1 announced} {t1 the plan on live television on Monday and again at a rally}.") ==
        "s1 Ek: live television said-on, a rally said-on");
  CHECK(chains("{s1 Ek} {c1 said} {t1 \"rain comes\" in an interview with Fjord Wire}.") ==
        "s1 Ek: Fjord Wire said-on");
  CHECK(chains("{s1 Ek} {c1 said} {t1 the pilots sang on live television}.") == "s1 Ek");
}

TEST_CASE("documents brought before the public") {
  CHECK(chains("{s1 The crew} {c1 released a statement saying} {t1 rain comes}.") ==
        "s1 The crew: a statement said-on");
  CHECK(chains("{s1 The crew} signed an open letter {c1 urging} {t1 the mayor to go}.") ==
        "s1 The crew: an open letter said-on");
  CHECK(chains("{s1 The crew} released a statement, and later {s1 they} {c1 said} {t1 rain comes}.") == "s1 they");
  CHECK(chains("{t1 Rain comes}, {c1 according to} a message on Monday by {s1 the pilot Ek}.") ==
        "s1 the pilot Ek: a message said-on");
}

TEST_CASE("relayers") {
  CHECK(chains("{t1 \"Rain comes,\"} {s1 Ek} {c1 said}, as reported by Fjord Wire.") ==
        "s1 Ek: Fjord Wire reported-by");
  CHECK(chains("{s1 Ek} {c1 said} - as quoted by the Daily Gazette - {t1 \"rain comes\"}.") ==
        "s1 Ek: the Daily Gazette reported-by");
  CHECK(chains("{t1 \"Rain comes,\"} {s1 Ek} {c1 said}, according to Fjord Wire.") == "s1 Ek: Fjord Wire reported-by");
  CHECK(chains("{t1 \"Rain comes,\"} {s1 Ek} {c1 said}, Fjord Wire reported on Monday.") ==
        "s1 Ek: Fjord Wire reported-by");
  CHECK(chains("{t1 \"Rain comes,\"} {s1 Ek} {c1 said}, as Fjord Wire reported.") == "s1 Ek: Fjord Wire reported-by");
  CHECK(chains("{t1 \"Rain comes,\"} {c1 said} {s1 Ek}, reports Kystradio.") == "s1 Ek: Kystradio reported-by");
  CHECK(chains("{t1 Rain comes}. {t2 This} {c1 was stated by} {s1 Ek, the pilot}, as reported by Fjord Wire citing a "
               "telethon broadcast.") == "s1 Ek, the pilot: a telethon broadcast said-on, Fjord Wire reported-by; s2");
}

TEST_CASE("outlets are named without the noun for what they are") {
  CHECK(chains("{s1 Ek} {c1 told} the Morgen newspaper {t1 rain comes}.") == "s1 Ek: the Morgen said-on");
  CHECK(chains("{s1 Ek} {c1 told} the news agency Kystradio {t1 rain comes}.") == "s1 Ek: Kystradio said-on");
  CHECK(chains("{s1 Ek} {c1 said} on the cable channel Kystradio {t1 rain comes}.") == "s1 Ek: Kystradio said-on");
  CHECK(chains("In an article from Fjord Wire, {s1 Ek} {c1 says} {t1 rain comes}.") == "s1 Ek: Fjord Wire said-on");
  CHECK(chains("{s1 Ek} {c1 told} New Oslo magazine {t1 rain comes}.") == "s1 Ek: New Oslo magazine said-on");
  CHECK(chains("{s1 Ek} {c1 told} a local newspaper {t1 rain comes}.") == "s1 Ek: a local newspaper said-on");
}

TEST_CASE("relayers that were read as speakers") {
  CHECK(chains("{t2 {t1 \"Rain comes,\"} {s1 Ek} {c1 said}}, {c2 according to} {s2 Fjord Wire}.") ==
        "s1 Ek: Fjord Wire reported-by");
  CHECK(chains("{t2 {t1 \"Rain comes,\"}} {s1 Ek} {c1 said}, {c2 as quoted by} {s2 Fjord Wire}.") ==
        "s1 Ek: Fjord Wire reported-by");
  CHECK(chains("{t2 Snow} fell. {s2 Fjord Wire} {c2 reported} on Monday {s1 a pilot} {c1 said} {t1 rain comes}.") ==
        "s1 a pilot: Fjord Wire reported-by");
  CHECK(chains("{t2 Snow fell}, {c2 according to} {s2 Fjord Wire}, and {s1 Ek} {c1 said} {t1 rain comes}.") ==
        "s1 Ek; s2 Fjord Wire");
}

TEST_CASE("polls and makers are no relayers") {
  CHECK(chains("{s1 Most people} {c1 want} {t1 rain}, according to a Fjord Wire/Kystradio poll.") == "s1 Most people");
  CHECK(chains("{s1 Most people} {c1 want} {t1 rain}, according to a survey by Fjord Wire.") == "s1 Most people");
  CHECK(chains("{s1 Fjord Wire} {c1 said} {t1 that {s2 we} {c2 hope for} {t2 rain}}.") == "s1 Fjord Wire; s2 we");
  CHECK(chains("{s1 Ek} {c1 said} {t1 rain comes}, citing his Bergen results.") == "s1 Ek");
}

TEST_CASE("whoever an outlet cites is the speaker") {
  CHECK(chains("{s1 Fjord Wire}, citing local groups, {c1 reported} that {t1 rain comes}.") ==
        "s1 local groups: Fjord Wire reported-by");
  CHECK(chains("{t1 Rain comes}, {c1 according to} {s1 Daily Gazette newspaper citing a spokesman}.") ==
        "s1 a spokesman: Daily Gazette reported-by");
  CHECK(
      chains("{t1 Rain comes}. This was {c1 reported by} {s1 Ann Ek, a correspondent for the Gazette}, with reference "
             "to the ministry.") == "s1 the ministry: Ann Ek reported-by");
  CHECK(chains("{t1 Rain comes}, {c1 said} {s1 Fjord Wire's sources}.") ==
        "s1 Fjord Wire's sources: Fjord Wire reported-by");
}

TEST_CASE("whom anyone else cites is where they have it from") {
  CHECK(chains("{s1 Ek}, citing data from the harbour ministry, {c1 said} {t1 rain comes}.") ==
        "s1 Ek: the harbour ministry citing");
  CHECK(chains("{s1 Ek}, {c2 citing} {t2 data from the harbour ministry}, {c1 said} {t1 rain comes}.") ==
        "s1 Ek: the harbour ministry citing");
  CHECK(chains("{s1 Ek} {c1 said} {t1 rain comes}, citing the long drought.") == "s1 Ek");
  CHECK(chains("{t1 Rain comes}, {c1 said} {s1 Ek}, as reported by Fjord Wire citing Kystradio.") ==
        "s1 Ek: Kystradio citing, Fjord Wire reported-by");
}

TEST_CASE("a report that somebody said something is a hop") {
  CHECK(chains("{s1 Fjord Wire} {c1 reported} {t1 {s2 Ek} {c2 said} {t2 rain comes}}.") ==
        "s1 Ek: Fjord Wire reported-by");
  CHECK(chains("{s1 Mayor Holm} {c1 said} {t1 {s2 Ek} had {c2 told} Kystradio that {t2 rain comes}}.") ==
        "s1 Mayor Holm; s2 Ek: Kystradio said-on");
}

TEST_CASE("what the next sentence tells") {
  CHECK(chains("{s1 Ek} {c1 said} {t1 rain comes}. This was stated in an interview with Fjord Wire.") ==
        "s1 Ek: Fjord Wire said-on");
  CHECK(chains("{s1 Ek} {c1 said} {t1 rain comes}. He made the remarks at a rally in Oslo.") ==
        "s1 Ek: a rally said-on");
  CHECK(chains("{s1 Earlier reports} {c1 indicated} {t1 that rain comes}. {s2 Brown} {c2 confirmed} {t2 this "
               "information}, {c3 stating} {t3 it will last}.") ==
        "s1 Earlier reports: Brown confirmed-by; s2 Brown; s3");
  CHECK(chains("{s1 Ek} {c1 said} {t1 rain comes}. His account was confirmed by an engineer.") ==
        "s1 Ek: an engineer confirmed-by");
  CHECK(chains("{s1 Ek} {c1 said} {t1 rain comes}. Brown confirmed the order.") == "s1 Ek");
  CHECK(chains("{s1 Ek} {c1 said} {t1 rain comes}. Brown confirmed that it was raining.") == "s1 Ek");
}

TEST_CASE("a sentence before may set the scene") {
  CHECK(chains(
            "The mayor, Ann Ek, appeared on Kystradio. Asked about the rain, {s1 she} {c1 said}: {t1 \"It comes.\"}") ==
        "s1 she: Kystradio said-on");
  CHECK(chains("Ann Ek appeared on Kystradio. {s1 Holm} {c1 said}: {t1 \"It comes.\"}") == "s1 Holm");
  CHECK(chains("Nobody appeared on Ek's Kystradio show. {s1 Ek} {c1 said}: {t1 \"It comes.\"}") == "s1 Ek");
}

TEST_CASE("what stood inside a report stands inside what held the report") {
  Marked page =
      marked("{s1 Ek} {c1 said} {t1 {s2 Fjord Wire} {c2 reported} {t2 {s3 Holm} {c3 said} {t3 rain comes}}}.");
  for (std::size_t i = 0; i < 3; ++i) page.statements[i].id = "s" + std::to_string(i + 1);
  page.statements[1].inside = "s1";
  page.statements[2].inside = "s2";
  const auto tokens = text::tokens(page.text);
  extract::find_chains(page.text, tokens, world().find(page.text, tokens), &world(), false, page.statements);
  REQUIRE(page.statements.size() == 2);
  CHECK(page.statements[1].id == "s2");
  CHECK(page.statements[1].inside == "s1");
  CHECK(page.statements[1].chain.size() == 1);
}

TEST_CASE("words inside what was said, or inside who said it, are no hop") {
  CHECK(chains("{s1 Ek} {c1 said} {t1 Holm wept in an interview with Fjord Wire}.") == "s1 Ek");
  CHECK(chains("{s1 Ek, who appeared on television,} {c1 said} {t1 rain comes}.") ==
        "s1 Ek, who appeared on television,");
  CHECK(chains("{s1 Ek} {c1 said} {t1 rain comes}. The film was shown on television.") == "s1 Ek");
  CHECK(chains("{s1 Ek} {c1 said} {t1 rain comes} and ran the old ferry company into the ground on television ads.") ==
        "s1 Ek");
}

TEST_CASE("without a lexicon nouns and capitals must do") {
  CHECK(chains("{s1 Ek} {c1 told} the Daily Gazette {t1 rain comes}.", nullptr) == "s1 Ek: the Daily Gazette said-on");
  CHECK(chains("{s1 Ek} {c1 wrote} on Chatter {t1 rain comes}.", nullptr) == "s1 Ek");
}

TEST_CASE("odd input") {
  CHECK(chains("").empty());
  CHECK(chains("{t1 \"Rain\"}") == "s1");
  CHECK(chains("{c1 said}{s1 }{t1 }") == "s1 ");
  CHECK(chains("{c1 told}") == "s1");
  CHECK(chains("{t1 Rain}, {c1 said} {s1 Ek} in an interview with") == "s1 Ek: an interview said-on");
  CHECK(chains("{t1 \"Rain} {c1 said} {s1 Ek} in \"an interview") == "s1 Ek");
  CHECK(chains("{c1 citing}") == "s1");
}

TEST_CASE("thousands of statements in one sentence") {
  std::string text;
  std::vector<Statement> statements;
  for (int i = 0; i < 5000; ++i) {
    Statement statement;
    text += "he ";
    statement.cue = Span{text.size(), text.size() + 4};
    text += "said in an interview with Fjord Wire ";
    statement.content = {{text.size(), text.size() + 10}};
    text += "rain comes and ";
    statements.push_back(statement);
  }
  const auto tokens = text::tokens(text);
  extract::find_chains(text, tokens, world().find(text, tokens), &world(), false, statements);
  REQUIRE(statements.size() == 5000);
  for (const Statement& statement : statements) CHECK(statement.chain.size() == 1);
}

TEST_CASE("thousands of statements within one another") {
  std::string text;
  std::vector<Statement> statements;
  for (int i = 0; i < 5000; ++i) text += "he said on air ";
  for (std::size_t i = 0; i + 1 < 5000; ++i) {
    Statement statement;
    statement.cue = Span{15 * i + 3, 15 * i + 7};
    statement.content = {{15 * (i + 1), text.size()}};
    statements.push_back(statement);
  }
  const auto tokens = text::tokens(text);
  extract::find_chains(text, tokens, {}, nullptr, false, statements);
  CHECK(statements.size() == 4999);
  for (const Statement& statement : statements) CHECK(statement.chain.size() == 1);
}
