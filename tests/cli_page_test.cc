#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <vector>

#include "ledger_support.h"
#include "page.h"
#include "select.h"
#include "speakers.h"
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

/// A report whose speakers are known, told through others.
Record relayed() {
  Record record;
  record.document.uri = "news/treaty.txt";
  record.document.text =
      "Ilse Varga, the spokeswoman of the Varland Foreign Ministry, said on a morning programme, as Skerry Courier put "
      "it, that Tarn agrees. She hopes so. The Varland representative denied it, the Ledger wrote citing diplomats; "
      "the paper quoted Varga. Tarn’s envoy and\nmother of two was glad. Holt confirmed it.";
  const auto at = [&](std::string_view words) {
    const auto begin = record.document.text.find(words);
    return Span{begin, begin + words.size()};
  };
  record.actors = {
      {"a1", "Ilse Varga", ActorKind::person, {at("spokeswoman")}, "a2", {}, {}, {}, {}},
      {"a2", "Varland Foreign Ministry", ActorKind::government, {}, {}, {}, {}, {}, {}},
      {"a3", "morning programme", ActorKind::media, {}, {}, {}, {}, {}, {}},
      {"a4", "Skerry Courier", ActorKind::media, {}, {}, {}, {}, {}, {}},
      {"a5", "The Evening Ledger", ActorKind::media, {}, {}, {}, {}, {}, {}},
      {"a6", "diplomats", ActorKind::group, {at("diplomats")}, {}, {}, {}, {}, {}},
      {"a7", "Anders Holt", ActorKind::person, {}, {}, {}, {}, {}, {}},
      {"a8", "Quay", ActorKind::media, {}, {}, {}, {}, {}, {}},
  };
  const auto say = [&](std::string_view source, const std::string& actor, std::string_view content,
                       std::vector<Hop> chain) {
    Statement& added = record.statements.emplace_back(
        statement("s" + std::to_string(record.statements.size() + 1), Mode::indirect, {at(content)}));
    if (!source.empty()) added.source = at(source);
    added.actor = actor;
    added.chain = std::move(chain);
  };
  say("Ilse Varga, the spokeswoman of the Varland Foreign Ministry,", "a1", "Tarn agrees",
      {{Relation::said_on, at("a morning programme"), "a3"},
       {Relation::reported_by, at("Skerry Courier"), "a4"},
       {Relation::published_by, {}, "a8"}});
  say("She", "a1", "so", {});
  say("The Varland representative", "a1", "it",
      {{Relation::citing, at("diplomats"), "a6"},
       {Relation::reported_by, at("Ledger"), "a5"},
       {Relation::confirmed_by, at("Holt"), "a7"}});
  say("Varga", "a1", "it", {{Relation::reported_by, at("the paper"), "a5"}});
  say("Tarn’s envoy and\nmother of two", "", "was glad", {});
  say("", "", "it", {{Relation::reported_by, at("Skerry Courier"), "missing"}});
  return record;
}

TEST_CASE("a head names the speaker and those who pass it on, and the words where they differ") {
  CHECK(page(relayed(), {}) ==
        "news/treaty.txt\n"
        "6 statements · 6 indirect · 1 without a named source\n"
        "4 Ilse Varga, spokeswoman for Varland Foreign Ministry\n"
        "\n"
        "Ilse Varga, the spokeswoman of the Varland Foreign Ministry ← a morning\n"
        "programme ← Skerry Courier · indirect\n"
        "    Tarn agrees\n"
        "\n"
        "Ilse Varga (“She”) · indirect\n"
        "    so\n"
        "\n"
        "Ilse Varga (“The Varland representative”) ← citing diplomats ← The Evening\n"
        "Ledger ← confirmed by Anders Holt · indirect\n"
        "    it\n"
        "\n"
        "Ilse Varga ← The Evening Ledger (“the paper”) · indirect\n"
        "    it\n"
        "\n"
        "Tarn’s envoy and mother of two · indirect\n"
        "    was glad\n"
        "\n"
        "no named source ← Skerry Courier · indirect\n"
        "    it\n");
}

std::vector<std::string> lines_of(const std::string& page) {
  std::vector<std::string> lines;
  std::istringstream in(page);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

/// The words of a page, one space between them.
std::string words_of_page(const std::string& page) {
  std::istringstream in(page);
  std::string out;
  for (std::string word; in >> word;) out += word + " ";
  return out;
}

TEST_CASE("a page of any width has the same words, and no line ends with a mark") {
  const std::string words = words_of_page(page(relayed(), {}));
  for (std::size_t width = 30; width < 120; ++width) {
    const std::string narrow = page(relayed(), {width});
    CHECK(words_of_page(narrow) == words);
    for (const std::string& line : lines_of(narrow)) {
      CHECK(display_width(line) <= width);
      CHECK_FALSE(line.ends_with("←"));
      CHECK_FALSE(line.ends_with("·"));
    }
  }
}

TEST_CASE("speakers and those who pass it on have colours of their own, other words are faint") {
  const std::string coloured = page(relayed(), {200, true});
  CHECK(coloured.find("\x1b[1;36mIlse Varga,\x1b[0m \x1b[2mthe spokeswoman of the Varland Foreign Ministry ← a\x1b[0m "
                      "\x1b[36mmorning programme\x1b[0m") != std::string::npos);
  CHECK(coloured.find("\x1b[1;36mIlse Varga\x1b[0m \x1b[2m(“She”) ·\x1b[0m") != std::string::npos);
  CHECK(coloured.find("\x1b[1;36mTarn’s envoy and mother of two\x1b[0m") != std::string::npos);
}

/// The head of a statement whose source are these words and whose speaker has this name.
std::string head(const std::string& words, const std::string& name) {
  Record record;
  record.document.text = words;
  record.actors = {{"a1", name, ActorKind::person, {}, {}, {}, {}, {}, {}}};
  record.statements = {statement("s1", Mode::indirect, {})};
  record.statements[0].source = Span{0, words.size()};
  record.statements[0].actor = "a1";
  Paragraph line;
  Speakers(record).add_source(line, record.statements[0]);
  return line.lines(80, 0, false);
}

TEST_CASE("words that say no more than the name are not shown, those around it are") {
  CHECK(head("Kirby", "John Kirby") == "John Kirby\n");
  CHECK(head("john  KIRBY –", "John Kirby") == "john KIRBY –\n");
  CHECK(head("John Kirby, who leads,", "John Kirby") == "John Kirby, who leads\n");
  CHECK(head("John Kirby’s", "John Kirby") == "John Kirby’s\n");
  CHECK(head("John\nKirby's aide -", "John Kirby") == "John Kirby's aide\n");
  CHECK(head("he", "The man") == "The man (“he”)\n");
  CHECK(head("Anna", "Ann") == "Ann (“Anna”)\n");
  CHECK(head("Ann", "Joann Ann") == "Joann Ann\n");
  CHECK(head("Zoë", "Zo") == "Zo (“Zoë”)\n");
  CHECK(head("somebody", "") == "somebody\n");
}

TEST_CASE("odd names and spans do no harm to a page") {
  Record record = relayed();
  record.actors[0].name = "a\x1b[2J\xC3";
  record.actors[0].roles = {{9000, 9001}};
  record.actors[0].represents = "a1";
  record.statements[1].source = Span{7, 3};
  record.statements[0].chain = {{Relation::said_on, {9000, 9002}, "a3"}};
  const std::string shown = page(record, {200});
  CHECK(shown.find('\x1b') == std::string::npos);
  CHECK(shown.find("← morning programme · indirect\n") != std::string::npos);
  CHECK(head("\xA9 x", "\xC3\xA9") == "\xC3\xA9 (“\xEF\xBF\xBD x”)\n");
}

TEST_CASE("the header has the speakers with the most statements, each with its role") {
  const auto most = [](const Record& record) { return Speakers(record).most().lines(200, 0, false); };
  Record record = relayed();
  record.statements[1].actor = "a6";
  record.statements[4].actor = "a7";
  CHECK(most(record) == "3 Ilse Varga, spokeswoman for Varland Foreign Ministry · 1 diplomats · 1 Anders Holt\n");
  record.actors[0].represents = "nobody";
  record.actors[6].represents = "a2";
  CHECK(most(record) == "3 Ilse Varga, spokeswoman · 1 diplomats · 1 Anders Holt, for Varland Foreign Ministry\n");
  record.statements.resize(1);
  CHECK(most(record) == "");
  for (int i = 10; i < 25; ++i) {
    record.actors.push_back(
        {"b" + std::to_string(i), "Actor " + std::to_string(i), ActorKind::person, {}, {}, {}, {}, {}, {}});
    record.statements.push_back(statement("", Mode::indirect, {}));
    record.statements.back().actor = record.actors.back().id;
  }
  record.statements.push_back(record.statements.back());
  CHECK(most(record) ==
        "2 Actor 24 · 1 Ilse Varga, spokeswoman · 1 Actor 10 · 1 Actor 11 · 1 Actor 12 · 1 Actor 13 · 1 Actor 14 · "
        "1 Actor 15 · and 8 more\n");
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
  record.actors.resize(1);
  keep_confident(record, 0.5);
  REQUIRE(record.statements.size() == 3);
  CHECK(record.statements[1].id == "s4");
  CHECK(record.statements[1].inside == "s1");
  CHECK(record.statements[2].inside == "s4");
  CHECK(record.actors.size() == 1);
}

TEST_CASE("entries of the ledger go with their confidence and with the statement that carries them") {
  Record record = ferry_record();
  keep_confident(record, 0.5);
  REQUIRE(record.ledger.size() == 2);
  CHECK(record.ledger[1].id == "l2");
  record.statements[0].confidence = 0.4;
  keep_confident(record, 0.5);
  REQUIRE(record.ledger.size() == 1);
  CHECK(record.ledger[0].id == "l1");
}

}  // namespace
}  // namespace sayso::cli
