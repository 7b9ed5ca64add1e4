#include <doctest/doctest.h>

#include "extract_ledger_support.h"

using namespace sayso;

TEST_CASE("nouns act for who owns them") {
  CHECK(LedgerText("Holm/PROPN/3/nmod 's/PART/1/case plans/NOUN/6/nsubj for/ADP/5/case tolls/NOUN/3/nmod "
                   "failed/VERB/0/root")
            .actor("Holm")
            .lines() == Lines{"Holm intend planned: tolls"});
  CHECK(LedgerText("Holm/PROPN/2/nsubj announced/VERB/0/root plans/NOUN/2/obj to/PART/5/mark resign/VERB/3/acl")
            .actor("Holm")
            .lines() == Lines{"Holm intend planned: resign"});
  CHECK(LedgerText("Holm/PROPN/2/nsubj has/VERB/0/root no/DET/4/det plans/NOUN/2/obj to/PART/6/mark resign/VERB/4/acl")
            .actor("Holm")
            .lines() == Lines{"Holm pledge pledged: no plans to resign"});
  CHECK(LedgerText("Holm/PROPN/2/nsubj criticised/VERB/0/root plans/NOUN/2/obj to/PART/5/mark build/VERB/3/acl")
            .actor("Holm")
            .lines()
            .empty());
}

TEST_CASE("each party of a deal agrees with the other") {
  CHECK(LedgerText("A/DET/2/det deal/NOUN/9/nsubj between/ADP/4/case Norland/PROPN/2/nmod and/CCONJ/6/cc "
                   "Sudmark/PROPN/4/conj to/PART/8/mark disarm/VERB/2/acl helped/VERB/0/root")
            .actor("Norland")
            .actor("Sudmark")
            .lines() ==
        Lines{"Norland agree agreed: disarm | to Sudmark", "Sudmark agree agreed: disarm | to Norland"});
}

TEST_CASE("what demands consist of") {
  CHECK(LedgerText("Their/PRON/2/nmod demands/NOUN/3/nsubj include/VERB/0/root closing/VERB/3/xcomp the/DET/6/det "
                   "pier/NOUN/4/obj and/CCONJ/9/cc lower/ADJ/9/amod rents/NOUN/4/conj")
            .actor("Their")
            .lines() == Lines{"Their demand: closing the pier", "Their demand: lower rents"});
  CHECK(LedgerText("Holm/PROPN/3/nmod 's/PART/1/case goal/NOUN/6/nsubj is/AUX/6/cop to/PART/6/mark "
                   "disarm/VERB/0/root")
            .actor("Holm")
            .lines() == Lines{"Holm intend planned: disarm"});
}

TEST_CASE("what came of a request") {
  const char* const failed =
      "Holm/PROPN/2/nsubj asked/VERB/0/root Norland/PROPN/2/obj to/PART/5/mark pay/VERB/2/xcomp ./PUNCT/2/punct\n"
      "This/DET/2/det issue/NOUN/4/nsubj was/AUX/4/aux raised/VERB/0/root often/ADV/4/advmod ,/PUNCT/4/punct "
      "so/ADV/8/advmod far/ADV/10/advmod without/ADP/10/case success/NOUN/4/obl ./PUNCT/4/punct";
  CHECK(LedgerText(failed).actor("Holm").actor("Norland").lines() ==
        Lines{"Holm request failed: pay | to Norland | outcome so far without success"});
  const char* const declined =
      "Holm/PROPN/2/nsubj asked/VERB/0/root Norland/PROPN/2/obj to/PART/5/mark pay/VERB/2/xcomp ./PUNCT/2/punct\n"
      "Norland/PROPN/2/nsubj declined/VERB/0/root the/DET/4/det request/NOUN/2/obj ./PUNCT/2/punct";
  CHECK(LedgerText(declined).actor("Holm").actor("Norland").lines() ==
        Lines{"Holm request failed: pay | to Norland | outcome the request", "Norland refuse: pay | to Holm"});
}

TEST_CASE("a headline yields to the text below") {
  CHECK(LedgerText("Norland/PROPN/3/nsubj to/PART/3/mark close/VERB/0/root pier/NOUN/3/obj\n"
                   "Norland/PROPN/3/nsubj is/AUX/3/aux expected/VERB/0/root to/PART/5/mark close/VERB/3/xcomp "
                   "the/DET/8/det old/ADJ/8/amod pier/NOUN/5/obj ./PUNCT/3/punct")
            .actor("Norland")
            .lines() == Lines{"Norland expect planned: close the old pier"});
}
