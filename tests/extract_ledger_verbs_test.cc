#include <doctest/doctest.h>

#include "extract_ledger_support.h"

using namespace sayso;

TEST_CASE("who plans or promises does it; what is coordinated are entries of their own") {
  CHECK(LedgerText("Norland/PROPN/2/nsubj plans/VERB/0/root to/PART/4/mark lower/VERB/2/xcomp tariffs/NOUN/4/obj "
                   "and/CCONJ/7/cc reopen/VERB/4/conj the/DET/9/det port/NOUN/7/obj")
            .actor("Norland")
            .lines() == Lines{"Norland intend planned: lower tariffs", "Norland intend planned: reopen the port"});
  CHECK(LedgerText("Brown/PROPN/3/nsubj has/AUX/3/aux vowed/VERB/0/root to/PART/5/mark build/VERB/3/xcomp "
                   "homes/NOUN/5/obj if/SCONJ/9/mark he/PRON/9/nsubj wins/VERB/5/advcl")
            .actor("Brown")
            .lines() == Lines{"Brown pledge pledged: build homes | if he wins"});
  CHECK(LedgerText("Brown/PROPN/3/nsubj is/AUX/3/cop ready/ADJ/0/root to/PART/5/mark talk/VERB/3/xcomp")
            .actor("Brown")
            .lines() == Lines{"Brown intend planned: talk"});
  CHECK(LedgerText("Brown/PROPN/3/nsubj is/AUX/3/aux committed/VERB/0/root to/SCONJ/5/mark rebuilding/VERB/3/advcl "
                   "the/DET/7/det pier/NOUN/5/obj")
            .actor("Brown")
            .lines() == Lines{"Brown pledge pledged: rebuilding the pier"});
}

TEST_CASE("each of several subjects acts") {
  CHECK(LedgerText("Holm/PROPN/4/nsubj and/CCONJ/3/cc Brown/PROPN/1/conj agreed/VERB/0/root to/PART/6/mark "
                   "share/VERB/4/xcomp the/DET/8/det dock/NOUN/6/obj")
            .actor("Holm")
            .actor("Brown")
            .lines() == Lines{"Holm agree agreed: share the dock", "Brown agree agreed: share the dock"});
}

TEST_CASE("who is asked is not who acts") {
  const char* const active =
      "Holm/PROPN/4/nsubj has/AUX/4/aux repeatedly/ADV/4/advmod urged/VERB/0/root Norland/PROPN/4/obj to/PART/7/mark "
      "close/VERB/4/xcomp the/DET/9/det pier/NOUN/7/obj";
  CHECK(LedgerText(active).actor("Holm").actor("Norland").lines() ==
        Lines{"Holm request: close the pier | to Norland | repeated"});
  CHECK(
      LedgerText("Norland/PROPN/3/nsubj was/AUX/3/aux urged/VERB/0/root by/ADP/5/case Holm/PROPN/3/obl to/PART/7/mark "
                 "close/VERB/3/xcomp the/DET/9/det pier/NOUN/7/obj")
          .actor("Holm")
          .actor("Norland")
          .lines() == Lines{"Holm request: close the pier | to Norland"});
  CHECK(LedgerText("Holm/PROPN/2/nsubj called/VERB/0/root on/ADP/4/case Norland/PROPN/2/obl to/PART/6/mark "
                   "leave/VERB/2/xcomp")
            .actor("Holm")
            .actor("Norland")
            .lines() == Lines{"Holm request: leave | to Norland"});
}

TEST_CASE("wanting somebody to act asks; wanting something to happen is an intention") {
  CHECK(LedgerText("Holm/PROPN/2/nsubj wants/VERB/0/root Norland/PROPN/2/obj to/PART/5/mark pay/VERB/2/xcomp")
            .actor("Holm")
            .actor("Norland")
            .lines() == Lines{"Holm request: pay | to Norland"});
  CHECK(LedgerText("Holm/PROPN/2/nsubj wanted/VERB/0/root the/DET/4/det fair/NOUN/2/obj to/PART/6/mark "
                   "reopen/VERB/2/xcomp")
            .actor("Holm")
            .lines() == Lines{"Holm intend planned: the fair to reopen"});
}

TEST_CASE("matters behind prepositions, gerunds and objects") {
  CHECK(LedgerText("Holm/PROPN/2/nsubj called/VERB/0/root for/ADP/5/case an/DET/5/det inquiry/NOUN/2/obl")
            .actor("Holm")
            .lines() == Lines{"Holm request: an inquiry"});
  CHECK(LedgerText("Holm/PROPN/2/nsubj considered/VERB/0/root closing/VERB/2/xcomp the/DET/5/det pier/NOUN/3/obj")
            .actor("Holm")
            .lines() == Lines{"Holm not-ruled-out floated: closing the pier"});
  CHECK(LedgerText("Holm/PROPN/2/nsubj demanded/VERB/0/root an/DET/4/det inquiry/NOUN/2/obj").actor("Holm").lines() ==
        Lines{"Holm demand: an inquiry"});
  CHECK(LedgerText("Holm/PROPN/2/nsubj confirmed/VERB/0/root the/DET/4/det report/NOUN/2/obj").actor("Holm").lines() ==
        Lines{"Holm confirm: the report"});
  CHECK(LedgerText("Holm/PROPN/2/nsubj signed/VERB/0/root the/DET/4/det treaty/NOUN/2/obj").actor("Holm").lines() ==
        Lines{"Holm agree agreed: the treaty"});
  CHECK(
      LedgerText("Holm/PROPN/2/nsubj signed/VERB/0/root a/DET/4/det letter/NOUN/2/obj").actor("Holm").lines().empty());
}

TEST_CASE("clauses with a subject of their own") {
  CHECK(LedgerText("Holm/PROPN/2/nsubj recommended/VERB/0/root that/SCONJ/5/mark Norland/PROPN/5/nsubj "
                   "withdraw/VERB/2/ccomp")
            .actor("Holm")
            .actor("Norland")
            .lines() == Lines{"Holm request: withdraw | to Norland"});
  CHECK(LedgerText("Holm/PROPN/2/nsubj demanded/VERB/0/root the/DET/4/det pier/NOUN/6/nsubj be/AUX/6/aux "
                   "closed/VERB/2/ccomp")
            .actor("Holm")
            .lines() == Lines{"Holm demand: the pier be closed"});
}

TEST_CASE("what denying an act makes of it") {
  CHECK(LedgerText("Holm/PROPN/4/nsubj did/AUX/4/aux not/PART/4/advmod rule/VERB/0/root out/ADP/4/compound "
                   "closing/VERB/4/xcomp the/DET/8/det pier/NOUN/6/obj")
            .actor("Holm")
            .lines() == Lines{"Holm not-ruled-out floated: closing the pier"});
  CHECK(LedgerText("Holm/PROPN/2/nsubj ruled/VERB/0/root out/ADP/2/compound closing/VERB/2/xcomp the/DET/6/det "
                   "pier/NOUN/4/obj")
            .actor("Holm")
            .lines() == Lines{"Holm refuse: closing the pier"});
  CHECK(LedgerText("Holm/PROPN/4/nsubj does/AUX/4/aux not/PART/4/advmod want/VERB/0/root to/PART/6/mark "
                   "leave/VERB/4/xcomp")
            .actor("Holm")
            .lines() == Lines{"Holm refuse: leave"});
  CHECK(LedgerText("Holm/PROPN/4/nsubj did/AUX/4/aux not/PART/4/advmod promise/VERB/0/root to/PART/6/mark "
                   "leave/VERB/4/xcomp")
            .actor("Holm")
            .lines()
            .empty());
}

TEST_CASE("what is expected of somebody") {
  CHECK(LedgerText("Holm/PROPN/3/nsubj is/AUX/3/aux expected/VERB/0/root to/PART/5/mark speak/VERB/3/xcomp "
                   "on/ADP/7/case Friday/PROPN/5/obl")
            .actor("Holm")
            .time("Friday", "2031-03-14")
            .lines() == Lines{"Holm expect planned: speak | by t1"});
  CHECK(LedgerText("Holm/PROPN/3/nsubj is/AUX/3/cop due/ADJ/0/root to/PART/5/mark speak/VERB/3/xcomp")
            .actor("Holm")
            .lines() == Lines{"Holm expect planned: speak"});
  CHECK(LedgerText("Brown/PROPN/2/nsubj expects/VERB/0/root Holm/PROPN/2/obj to/PART/5/mark resign/VERB/2/xcomp")
            .actor("Holm")
            .actor("Brown")
            .lines() == Lines{"Holm expect planned: resign"});
}

TEST_CASE("neither conditions nor questions nor unnamed doers make entries") {
  CHECK(LedgerText(
            "If/SCONJ/3/mark Holm/PROPN/3/nsubj agrees/VERB/8/advcl to/PART/5/mark leave/VERB/3/xcomp ,/PUNCT/3/punct "
            "prices/NOUN/8/nsubj fall/VERB/0/root")
            .actor("Holm")
            .lines()
            .empty());
  CHECK(
      LedgerText("Does/AUX/3/aux Holm/PROPN/3/nsubj plan/VERB/0/root to/PART/5/mark leave/VERB/3/xcomp ?/PUNCT/3/punct")
          .actor("Holm")
          .lines()
          .empty());
  CHECK(LedgerText("Prices/NOUN/3/nsubj are/AUX/3/aux expected/VERB/0/root to/PART/5/mark fall/VERB/3/xcomp")
            .actor("Holm")
            .lines()
            .empty());
}
