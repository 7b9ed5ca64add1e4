#include <doctest/doctest.h>

#include "extract_ledger_support.h"

using namespace sayso;

TEST_CASE("one's own will is a pledge, its denial a refusal, another's an expectation where a day is given") {
  LedgerText own(
      "We/PRON/3/nsubj will/AUX/3/aux rebuild/VERB/7/ccomp the/DET/5/det pier/NOUN/3/obj ,/PUNCT/7/punct "
      "said/VERB/0/root Holm/PROPN/7/nsubj");
  CHECK(own.actor("Holm", {"We"}).statement("We will rebuild the pier", "Holm").lines() ==
        Lines{"Holm pledge pledged: rebuild the pier | s1"});
  LedgerText denied(
      "We/PRON/4/nsubj will/AUX/4/aux not/PART/4/advmod leave/VERB/6/ccomp ,/PUNCT/6/punct "
      "said/VERB/0/root Holm/PROPN/6/nsubj");
  CHECK(denied.actor("Holm", {"We"}).statement("We will not leave", "Holm").lines() ==
        Lines{"Holm refuse: leave | s1"});
  const char* const others =
      "Brown/PROPN/3/nsubj will/AUX/3/aux resign/VERB/7/ccomp on/ADP/5/case Friday/PROPN/3/obl ,/PUNCT/7/punct "
      "said/VERB/0/root Holm/PROPN/7/nsubj";
  CHECK(LedgerText(others)
            .actor("Holm")
            .actor("Brown")
            .time("Friday", "2031-03-14")
            .statement("Brown will resign on Friday", "Holm")
            .lines() == Lines{"Brown expect planned: resign | by t1 | s1"});
  CHECK(
      LedgerText(others).actor("Holm").actor("Brown").statement("Brown will resign on Friday", "Holm").lines().empty());
}

TEST_CASE("a spokesperson's will binds whom it speaks for") {
  LedgerText text(
      "Norland/PROPN/3/nsubj would/AUX/3/aux pay/VERB/5/ccomp ,/PUNCT/5/punct said/VERB/0/root "
      "Holm/PROPN/5/nsubj");
  text.actor("Holm").actor("Norland", {}, ActorKind::government);
  text.statement("Norland would pay", "Holm", Mode::indirect);
  CHECK(text.lines().empty());
  text.actors[0].represents = "a2";
  CHECK(text.lines() == Lines{"Norland pledge pledged: pay | s1"});
}

TEST_CASE("who holds an office that is told beside its body speaks for it") {
  LedgerText text(
      "Norbank/PROPN/3/nsubj will/AUX/3/aux pay/VERB/5/ccomp ,/PUNCT/5/punct said/VERB/0/root "
      "governor/NOUN/7/compound Holm/PROPN/5/nsubj");
  text.actor("Holm").actor("Norbank", {}, ActorKind::organization);
  text.statement("Norbank will pay", "Holm", Mode::indirect);
  CHECK(text.lines().empty());
  text.actors[0].roles = {span_in(text.parsed.text, "governor")};
  CHECK(text.lines() == Lines{"Norbank pledge pledged: pay | s1"});
  text.actors[0].represents = "a3";  // of another body
  CHECK(text.lines().empty());
}

TEST_CASE("a deed that hurts, under a condition, is a threat") {
  CHECK(LedgerText("If/SCONJ/3/mark Brown/PROPN/3/nsubj strikes/VERB/7/advcl ,/PUNCT/3/punct we/PRON/7/nsubj "
                   "will/AUX/7/aux retaliate/VERB/9/ccomp ,/PUNCT/9/punct said/VERB/0/root Holm/PROPN/9/nsubj")
            .actor("Holm", {"we"})
            .actor("Brown")
            .statement("If Brown strikes , we will retaliate", "Holm")
            .lines() == Lines{"Holm threaten pledged: retaliate | If Brown strikes | s1"});
}

TEST_CASE("must and should ask others, not oneself") {
  const char* const must =
      "They/PRON/3/nsubj must/AUX/3/aux leave/VERB/5/ccomp ,/PUNCT/5/punct said/VERB/0/root Holm/PROPN/5/nsubj";
  CHECK(LedgerText(must).actor("Holm").statement("They must leave", "Holm").lines() ==
        Lines{"Holm demand: leave | s1"});
  // Without a statement the verb of saying tells who speaks.
  CHECK(LedgerText(must).actor("Holm").lines() == Lines{"Holm demand: leave"});
  CHECK(LedgerText("We/PRON/3/nsubj must/AUX/3/aux leave/VERB/5/ccomp ,/PUNCT/5/punct said/VERB/0/root "
                   "Holm/PROPN/5/nsubj")
            .actor("Holm", {"We"})
            .statement("We must leave", "Holm")
            .lines()
            .empty());
  CHECK(LedgerText("Brown/PROPN/3/nsubj should/AUX/3/aux resign/VERB/5/ccomp ,/PUNCT/5/punct said/VERB/0/root "
                   "Holm/PROPN/5/nsubj")
            .actor("Holm")
            .actor("Brown")
            .statement("Brown should resign", "Holm")
            .lines() == Lines{"Holm request: resign | to Brown | s1"});
}

TEST_CASE("may leaves open what is the speaker's to do") {
  const char* const may =
      "Holm/PROPN/2/nsubj said/VERB/0/root she/PRON/5/nsubj might/AUX/5/aux close/VERB/2/ccomp the/DET/7/det "
      "pier/NOUN/5/obj";
  CHECK(LedgerText(may).actor("Holm", {"she"}).statement("she might close the pier", "Holm", Mode::indirect).lines() ==
        Lines{"Holm not-ruled-out floated: close the pier | s1"});
  CHECK(LedgerText("Holm/PROPN/2/nsubj said/VERB/0/root Brown/PROPN/5/nsubj might/AUX/5/aux lose/VERB/2/ccomp")
            .actor("Holm")
            .actor("Brown")
            .statement("Brown might lose", "Holm", Mode::indirect)
            .lines()
            .empty());
}

TEST_CASE("an entry points to the innermost statement that carries it") {
  LedgerText text(
      "Brown/PROPN/2/nsubj said/VERB/0/root Holm/PROPN/4/nsubj promised/VERB/2/ccomp to/PART/6/mark "
      "pay/VERB/4/xcomp");
  text.actor("Holm").actor("Brown");
  text.statement("Holm promised to pay", "Brown", Mode::indirect).statement("to pay", "Holm", Mode::indirect);
  CHECK(text.lines() == Lines{"Holm pledge pledged: pay | s2"});
}
