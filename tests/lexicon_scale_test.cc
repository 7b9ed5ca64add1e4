#include <doctest/doctest.h>

#include <string>

#include "lexicon_support.h"
#include "linear_support.h"

using namespace sayso::lexicon;

TEST_CASE("hostile texts and lexicons take linear time") {
  std::string rows = "entry|a|a a a a a a a a a a a a a a a b|person\n";
  for (int i = 0; i < 64; ++i) rows += "entry|k" + std::to_string(i) + "|Kim|person\n";
  const Lexicon lexicon = lexicon_of(rows);
  const auto text_of = [](std::size_t names) {
    std::string text;
    for (std::size_t i = 0; i < names; ++i) text += "a a Kim ";
    return text;
  };
  sayso::check_linear(5000, text_of, [&](const std::string& text) {
    const auto matches = lexicon.find(text, sayso::text::tokens(text));
    CHECK(matches.size() == text.size() / 8);
    CHECK(matches.back().candidates.size() == 64);
  });
}

TEST_CASE("a long chain of stands_for, and many rows of one name") {
  const auto rows_of = [](std::size_t entries) {
    std::string rows;
    for (std::size_t i = 0; i < entries; ++i) {
      const std::string id = std::to_string(100000 + i);
      rows += "entry|" + id + "|Place " + id + "|place|stands_for=" + std::to_string(100001 + i) + "\n";
      rows += "name|" + id + "|One Name\n";
    }
    return rows;
  };
  sayso::check_linear(2000, rows_of, [](const std::string& rows) {
    const Lexicon lexicon = lexicon_of(rows);
    CHECK(lexicon.size() >= 2000);
    CHECK(lexicon.meanings("One Name").size() == 64);
  });
}
