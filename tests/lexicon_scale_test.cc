#include <doctest/doctest.h>

#include <chrono>
#include <string>

#include "lexicon_support.h"

using namespace sayso::lexicon;

namespace {

double seconds(const std::chrono::steady_clock::time_point& begun) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
}

}  // namespace

// Limits are wide: the machine may be busy and the build may have sanitizers. What is quadratic passes them by far.
TEST_CASE("hostile texts and lexicons take linear time") {
  std::string rows = "entry|a|a a a a a a a a a a a a a a a b|person\n";
  for (int i = 0; i < 64; ++i) rows += "entry|k" + std::to_string(i) + "|Kim|person\n";
  const Lexicon lexicon = lexicon_of(rows);
  std::string text;
  for (int i = 0; i < 100000; ++i) text += "a a Kim ";
  const auto begun = std::chrono::steady_clock::now();
  const auto matches = lexicon.find(text, sayso::text::tokens(text));
  CHECK(matches.size() == 100000);
  CHECK(matches.back().candidates.size() == 64);
  CHECK(seconds(begun) < 20);
}

TEST_CASE("a long chain of stands_for, and many rows of one name") {
  std::string rows;
  for (int i = 0; i < 20000; ++i) {
    const std::string id = std::to_string(100000 + i);
    rows += "entry|" + id + "|Place " + id + "|place|stands_for=" + std::to_string(100001 + i) + "\n";
    rows += "name|" + id + "|One Name\n";
  }
  const auto begun = std::chrono::steady_clock::now();
  const Lexicon lexicon = lexicon_of(rows);
  CHECK(lexicon.size() == 20000);
  CHECK(lexicon.meanings("One Name").size() == 64);
  CHECK(seconds(begun) < 20);
}
