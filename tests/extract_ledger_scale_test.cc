#include <doctest/doctest.h>

#include <ctime>

#include "extract_ledger_support.h"

using namespace sayso;

TEST_CASE("broken trees are read as far as they go") {
  Parsed parsed = sayso::parsed("Holm/PROPN/2/nsubj plans/VERB/0/root to/PART/4/mark leave/VERB/2/xcomp");
  for (model::Word& word : parsed.words) word.head = 99;
  const extract::Tree strange(parsed.text, parsed.words);
  CHECK(extract::find_ledger(strange, extract::draft_ledger(strange), {{}, {}, {}, {}, ""}).empty());
  const extract::Tree none("", {});
  CHECK(extract::draft_ledger(none).empty());
  CHECK(extract::find_ledger(none, {}, {{}, {}, {}, {}, ""}).empty());
}

TEST_CASE("the time grows with the text alone") {
  const std::string sentence =
      "Holm/PROPN/2/nsubj urged/VERB/0/root Norland/PROPN/2/obj to/PART/5/mark pay/VERB/2/xcomp soon/ADV/5/advmod\n";
  std::string markup;
  for (int i = 0; i < 20000; ++i) markup += sentence;
  LedgerText text(markup);
  text.actor("Holm").actor("Norland");
  const std::clock_t begin = std::clock();  // processor time: other programs do not count
  const auto entries = text.ledger();
  CHECK(std::clock() - begin < 60 * CLOCKS_PER_SEC);
  CHECK(entries.size() == 1);
}
