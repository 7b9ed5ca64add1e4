#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "text/quotes.h"

using namespace sayso::text;

namespace {

// The quotations, those left open with a trailing ~.
std::vector<std::string> quoted(std::string_view text) {
  std::vector<std::string> out;
  for (const QuoteRegion& region : quote_regions(text)) {
    out.push_back(std::string(region.span.of(text)) + (region.closed ? "" : "~"));
  }
  return out;
}

using List = std::vector<std::string>;

}  // namespace

TEST_CASE("straight, curly, angle, low and TeX marks") {
  CHECK(quoted("He said \"no\" and \"yes\".") == List{"\"no\"", "\"yes\""});
  CHECK(quoted("“We go,” she said, “now.”") == List{"“We go,”", "“now.”"});
  CHECK(quoted("«Oui», dit-il; „ja“, sagte er; »nein« auch") == List{"«Oui»", "„ja“", "»nein«"});
  CHECK(quoted("``We go,'' he said.") == List{"``We go,''"});
  CHECK(quoted("''We go,'' he said.") == List{"''We go,''"});
}

TEST_CASE("marks next to brackets, dashes and punctuation") {
  CHECK(quoted("(\"so-called\") —\"this\"— [\"that\"]") == List{"\"so-called\"", "\"this\"", "\"that\""});
  CHECK(quoted("the \"plan\"; the \"deal\"?") == List{"\"plan\"", "\"deal\""});
  CHECK(quoted("\"\"") == List{"\"\""});
}

TEST_CASE("a quotation within one does not open another") {
  CHECK(quoted("“He told me “go” and I went,” she said.") == List{"“He told me “go”"});
  CHECK(quoted("\"He told me 'go' and I went,\" she said.") == List{"\"He told me 'go' and I went,\""});
}

TEST_CASE("a quotation left open ends with its paragraph") {
  CHECK(quoted("“First.\n“Second.\n\n“Third.” End") == List{"“First.~", "“Second.~", "“Third.”"});
  CHECK(quoted("He said \"no") == List{"\"no~"});
  CHECK(quoted("a closing mark” alone, 5\" too") == List{});
}

TEST_CASE("apostrophes and single marks are none") {
  CHECK(quoted("It's the 'minister' of '90s' fame; rock`n`roll") == List{});
  CHECK(quoted("") == List{});
}

TEST_CASE("balanced") {
  CHECK(balanced("No marks at all."));
  CHECK(balanced("“One.” and \"two\""));
  CHECK(balanced("“First.\n\n“Second.\n“Third,” he said."));
  CHECK(balanced("a 5\" pipe"));
  CHECK_FALSE(balanced("“First.\n\nNo mark here.”"));
  CHECK_FALSE(balanced("“First.\n\nNo mark here."));
  CHECK_FALSE(balanced("lost” mark"));
  CHECK_FALSE(balanced("He said \"no"));
}
