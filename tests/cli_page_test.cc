#include <doctest/doctest.h>

#include <string>

#include "page.h"
#include "select.h"
#include "wrap.h"

namespace sayso::cli {
namespace {

const std::string kText = "“We stay,” said Ada Holm. She hopes “to win.” It was said that it rains.";

Span find(std::string_view words) {
  const auto begin = kText.find(words);
  return {begin, begin + words.size()};
}

Statement statement(const std::string& id, Mode mode, std::vector<Span> content, double confidence = 0.9) {
  Statement out;
  out.id = id;
  out.mode = mode;
  out.content = std::move(content);
  out.confidence = confidence;
  return out;
}

Record example() {
  Record record;
  record.document.uri = "news/stay.txt";
  record.document.outlet = "The Quay";
  record.document.published = "2024-05-03";
  record.document.text = kText;
  record.statements = {statement("s1", Mode::direct, {find("“We stay,”"), find("“to win.”")}),
                       statement("s2", Mode::mixed, {find("“to win.”")}),
                       statement("s3", Mode::indirect, {find("it rains")}, 0.3)};
  record.statements[0].source = find("Ada Holm");
  record.statements[0].cue = find("said");
  record.statements[1].source = find("She");
  record.statements[1].inside = "s1";
  record.notes = {{Code::note_no_date, "no date"}};
  return record;
}

std::string wrapped(std::string_view text, std::size_t width, std::size_t indent = 0) {
  Paragraph paragraph;
  paragraph.add(text);
  return paragraph.lines(width, indent, false);
}

/// `n` letters with an accent of their own character.
std::string accented(int n) {
  std::string out;
  for (int i = 0; i < n; ++i) out += "e\xCC\x81";
  return out;
}

TEST_CASE("a page has a header, statements with those inside them, and notes") {
  CHECK(page(example(), {}) ==
        "news/stay.txt\n"
        "The Quay · 2024-05-03\n"
        "3 statements · 1 direct · 1 mixed · 1 indirect · 1 without a named source\n"
        "\n"
        "Ada Holm · said · direct\n"
        "    “We stay,” … “to win.”\n"
        "\n"
        "    She · mixed\n"
        "        “to win.”\n"
        "\n"
        "no named source · indirect ?\n"
        "    it rains\n"
        "\n"
        "note SAY031: no date\n");
}

TEST_CASE("a page is coloured only when asked, and no colour crosses a line end") {
  CHECK(page(example(), {}).find('\x1b') == std::string::npos);
  const std::string coloured = page(example(), {40, true});
  CHECK(coloured.find("\x1b[1;36mAda Holm\x1b[0m") != std::string::npos);
  bool open = false;
  for (std::size_t i = 0; i < coloured.size(); ++i) {
    if (coloured[i] == '\x1b') open = coloured.compare(i, 4, "\x1b[0m") != 0;
    if (coloured[i] == '\n') CHECK_FALSE(open);
  }
}

TEST_CASE("statements inside each other in a circle do not hang the page") {
  Record record = example();
  record.statements[0].inside = "s2";
  CHECK(page(record, {}).find("it rains") != std::string::npos);
}

TEST_CASE("words are wrapped by the columns that they take") {
  CHECK(wrapped("one two three", 8, 0) == "one two\nthree\n");
  CHECK(wrapped("  one\n\n two\tthree ", 80, 2) == "  one two three\n");
  CHECK(wrapped("", 80) == "");
  CHECK(display_width("e\xCC\x81t\xC3\xA9") == 3);
  CHECK(display_width("選挙") == 4);
  CHECK(wrapped(accented(3) + " " + accented(3) + " aa", 8) == accented(3) + " " + accented(3) + "\naa\n");
  CHECK(wrapped("選挙 選挙 選", 9) == "選挙 選挙\n選\n");
}

TEST_CASE("a word longer than the line is cut between characters") {
  CHECK(wrapped(std::string(20, 'x'), 12, 4) == "    xxxxxxxx\n    xxxxxxxx\n    xxxx\n");
  CHECK(wrapped("選挙選挙選挙", 9) == "選挙選挙\n選挙\n");
  CHECK(wrapped(accented(8) + "x", 8) == accented(8) + "\nx\n");
}

TEST_CASE("text cannot steer the terminal") {
  CHECK(wrapped("a\x1b[2Jb\x07", 80) == "a\xEF\xBF\xBD[2Jb\xEF\xBF\xBD\n");
  CHECK(wrapped("x\xE2\x80\xAEy", 80) == "xy\n");
  CHECK(wrapped("\xC2\x9Bq", 80) == "\xEF\xBF\xBDq\n");
}

TEST_CASE("a statement of a million words, or of one word with a million letters, is shown in full") {
  std::string words, word(1000000, 'x');
  for (int i = 0; i < 1000000; ++i) words += "ab ";
  CHECK(wrapped(words, 80).size() == words.size());
  CHECK(wrapped(word, 80).size() == word.size() + 12500);
}

TEST_CASE("leaving out unsure statements keeps ids and what holds what") {
  Record record;
  record.statements = {statement("s1", Mode::direct, {}, 0.9), statement("s2", Mode::direct, {}, 0.2),
                       statement("s3", Mode::direct, {}, 0.1), statement("s4", Mode::direct, {}, 0.8),
                       statement("s5", Mode::direct, {}, 0.8)};
  record.statements[1].inside = "s1";
  record.statements[2].inside = "s2";
  record.statements[3].inside = "s3";
  record.statements[4].inside = "s4";
  keep_confident(record, 0.5);
  REQUIRE(record.statements.size() == 3);
  CHECK(record.statements[1].id == "s4");
  CHECK(record.statements[1].inside == "s1");
  CHECK(record.statements[2].inside == "s4");
}

}  // namespace
}  // namespace sayso::cli
