#include <doctest/doctest.h>

#include "extract_ledger_support.h"
#include "linear_support.h"

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
  const auto text_of = [&](std::size_t sentences) {
    std::string markup;
    for (std::size_t i = 0; i < sentences; ++i) markup += sentence;
    LedgerText text(markup);
    text.actor("Holm").actor("Norland");
    return text;
  };
  check_linear(1000, text_of, [](const LedgerText& text) { CHECK(text.ledger().size() == 1); });
}
