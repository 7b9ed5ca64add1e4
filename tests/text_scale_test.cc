// Hostile sizes: every part must be linear. A quadratic one would take minutes here, not the second that this takes.
#include <doctest/doctest.h>

#include <string>

#include "text/quotes.h"
#include "text/sentences.h"
#include "text/tokens.h"
#include "text/wordpiece.h"

using namespace sayso::text;

namespace {

std::string repeat(std::string_view unit, std::size_t times) {
  std::string out;
  out.reserve(unit.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += unit;
  return out;
}

constexpr std::string_view kBlob = "[UNK]\n[CLS]\n[SEP]\nx\n##x\n\"\na\n.\n-";

}  // namespace

TEST_CASE("a million quotation marks") {
  const std::string text = repeat("\"", 1000000);
  CHECK(quote_regions(text).size() == 500000);
  CHECK(balanced(text));
  CHECK(tokens(text).size() == 1000000);
  CHECK(sentences(text).size() == 1);
  CHECK(pieces(text, *Vocabulary::from_lines(kBlob)).size() == 1000000);
  CHECK(quote_regions(repeat("“", 1000000)).size() == 1);
}

TEST_CASE("megabytes without a space or a line break") {
  const auto vocabulary = Vocabulary::from_lines(kBlob);
  for (const std::string_view unit : {"x", "a-", "a@", "www.(", "a.b.", "o'", "[1]", ".", "«", "said.The", "\"?\" A ",
                                      "\" ", "- ", ".\" ", " ", "\n", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxy "}) {
    const std::string text = repeat(unit, 1000000 / unit.size());
    const auto found = sentences(text);
    CHECK(found.size() <= text.size());
    CHECK(tokens(text).size() <= text.size());
    CHECK(pieces(text, *vocabulary).size() <= text.size());
  }
  CHECK(pieces(repeat("x", 2000000), *vocabulary).size() == 1);  // one word, too long
}
