#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "text/sentences.h"

using namespace sayso::text;

namespace {

// '|' marks where a sentence ends; the text is the same without the marks.
void check(const std::string& marked) {
  std::string text;
  for (const char c : marked) {
    if (c != '|') text += c;
  }
  std::string got;
  std::size_t at = 0;
  for (const sayso::Span& s : sentences(text)) {
    got += text.substr(at, s.end - at) + "|";
    at = s.end;
  }
  CHECK(got == marked);
}

}  // namespace

TEST_CASE("initials, titles and other abbreviations") {
  check("Gov. J. R. Holm met Mr. Vane.| Sen. Ada M. Kowal left.|");
  check("The plan of George W. Marlow failed.|");
  check("Lt. Gen. Orr and Rep. Tam Lee spoke at Ft. Dane on Jan. 5.| It rained.|");
  check("Holm Inc. posted gains.| Vane Corp. Chief Ada Orr did not.|");
  check("See No. 5 of the list.| The answer was no.| Nobody spoke.|");
  check("It is Plan B.| The other failed.|");
  check("Ann Lee, D-Mass., and Bob Roe, R-Ore., objected.|");
}

TEST_CASE("abbreviations that may end a sentence") {
  check("He works in the U.S. Senate.| She left the U.S.| The visit ended.|");
  check("The U.N. Security Council met at 5 p.m. Monday.| It rose at 9 p.m.| Nobody spoke.|");
  check("It closed at 9 a.m. on Friday.|");
  check("They sold arms, grain, etc.| Prices fell.|");
  check("Tom Orr Jr. was here.| So was Ed Vane Sr.| He smiled.|");
  check("She joined Orr Inc.| They sell steel.|");
}

TEST_CASE("numbers and dates") {
  check("Growth of 3.5 percent cost $1.2 billion.| 2024 was better.|");
  check("He came on Sept. 11.| Others came in Oct. and Nov. of that year.|");
  check("1. Talks begin.|\n2. Talks end.|");
}

TEST_CASE("ellipses") {
  check("We waited ... and waited.|");
  check("We waited… and then left.|");
  check("We waited...| Then we left.|");
  check("“Well … I never knew,” he said.|");
}

TEST_CASE("quotations") {
  check("“We go.| We do not stay,” Ms. Orr said.| “Never.”| He left.|");
  check("\"Stop!\" he shouted.| \"Why?\" she asked.|");
  check("“Is it over?” Senator Ann Vane asked.| Nobody knew.|");
  check("“Is it over?”| The hall was silent.|");
  check("She said, “He told me ‘Go.’”| Then she went.|");
  check("He called it “a farce.”| “Not so,” said Orr.|");
  check("«On y va.»| «Non.»|");
  check("\"It is a pact.\" - Commissioner Vane|");
  check("\"He left . \"| She stayed .|");
}

TEST_CASE("a quotation of several paragraphs and one that never closes") {
  check("“We go.| We win.|\n\n“We stay.”|\n\nEnd.|");
  check("\"We go.| He never closed it.| So what.|");
}

TEST_CASE("brackets and footnotes") {
  check("He left (he said so.)| She stayed.|");
  check("He left (see Fig. 3).| She stayed.|");
  check("He left.[12]| She stayed. [4]| The end.|");
}

TEST_CASE("a headline has no full stop, a dateline is no sentence") {
  check("Leaders agree on grain|\n\nKYIV (Wire) - The two sides agreed.| More soon.|");
}

TEST_CASE("paragraphs end sentences") {
  check("Leaders agree on grain|\nKYIV, Jan. 5 (Wire) — They did.|\n\nBy Ann Orr|");
  check("FAIRHAM, W.Va. - The mine closed.|");
  check("- First point|\n- second point|\n- third point|");
  check("a line that breaks and\ngoes on here.|\nA new one|");
}

TEST_CASE("hard-wrapped text is read through its line ends") {
  check(
      "The minister said on Friday that the two sides\n"
      "would meet again in the capital, and that Mr.\n"
      "Vane had agreed to come.| The talks are to last\n"
      "two days.|\n"
      "A second paragraph stands here and it is also\n"
      "wrapped at the same width.| Nobody spoke of The\n"
      "Hague.|");
}

TEST_CASE("a space is missing") {
  check("So he said.|The talks go on.| See amazon.com or U.S.A. today.|");
  check("Was it over?|Nobody knew.|");
}

TEST_CASE("small letters go on, or begin a careless sentence") {
  check("Yahoo! said so.| The iPhone sold.| iPhone sales fell.|");
  check("they went at ca. noon.|");
  check("they went home to sleep.| nobody cared.|");
}

TEST_CASE("nothing to split") {
  CHECK(sentences("").empty());
  CHECK(sentences(" \n\t\n ").empty());
  check("...|");
  check("One|");
}
