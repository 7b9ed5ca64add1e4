#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "text/utf8.h"
#include "text/wordpiece.h"

using namespace sayso::text;

namespace {

std::string unescape(std::string_view escaped) {
  std::string out;
  for (std::size_t i = 0; i < escaped.size(); ++i) {
    if (escaped[i] != '\\') {
      out += escaped[i];
    } else if (escaped[++i] == 'u') {
      append_utf8(out, static_cast<char32_t>(std::stoul(std::string(escaped.substr(i + 1, 4)), nullptr, 16)));
      i += 4;
    } else {
      out += escaped[i] == 'n' ? '\n' : escaped[i];
    }
  }
  return out;
}

std::string show(const Piece& piece) {
  std::ostringstream out;
  out << piece.id << ' ' << piece.begin << ' ' << piece.end << ' ' << static_cast<int>(piece.letter_case) << ' '
      << static_cast<int>(piece.gap) << ' ' << static_cast<int>(piece.quote);
  return out.str();
}

constexpr std::string_view kTiny = "[PAD]\n[UNK]\n[CLS]\n[SEP]\nun\n##want\n##ed\nwant\n##ant\nw\n\"";

}  // namespace

TEST_CASE("pieces are those of training/pieces.py") {
  std::ifstream file(SAYSO_SOURCE_DIR "/tests/data/pieces.txt");
  REQUIRE(file);
  std::string blob, text, line;
  std::vector<std::string> want;
  std::size_t texts = 0;
  const auto compare = [&] {
    if (texts == 0) return;
    const auto vocabulary = Vocabulary::from_lines(blob);
    REQUIRE(vocabulary.ok());
    std::vector<std::string> got;
    for (const Piece& piece : pieces(text, *vocabulary)) got.push_back(show(piece));
    INFO(text);
    CHECK(got == want);
  };
  while (std::getline(file, line)) {
    if (line.starts_with("vocabulary ")) {
      blob = line.substr(11);
      for (char& c : blob) c = c == ' ' ? '\n' : c;
    } else if (line.starts_with("text ")) {
      compare();
      text = unescape(std::string_view(line).substr(5));
      want.clear();
      ++texts;
    } else if (!line.starts_with('#')) {
      want.push_back(line);
    }
  }
  compare();
  CHECK(texts == 14);
}

TEST_CASE("the longest piece comes first") {
  const auto vocabulary = Vocabulary::from_lines(kTiny);
  REQUIRE(vocabulary.ok());
  const auto spelled = [&](std::string_view word) {
    std::vector<Vocabulary::Cut> cut;
    vocabulary->cut(word, cut);
    std::string out;
    for (const auto& c : cut) out += std::string(vocabulary->piece(c.id)) + "@" + std::to_string(c.begin) + " ";
    return out;
  };
  CHECK(spelled("unwanted") == "un@0 ##want@2 ##ed@6 ");
  CHECK(spelled("wanted") == "want@0 ##ed@4 ");
  CHECK(spelled("unwant") == "un@0 ##want@2 ");
  CHECK(spelled("wax") == "[UNK]@0 ");
  CHECK(spelled("ed") == "[UNK]@0 ");  // only within a word
  CHECK(spelled("##ed") == "[UNK]@0 ");
}

TEST_CASE("a vocabulary is checked") {
  const auto tiny = Vocabulary::from_lines(kTiny);
  REQUIRE(tiny.ok());
  CHECK(tiny->size() == 11);
  CHECK(tiny->first() == 2);
  CHECK(tiny->last() == 3);
  CHECK(tiny->find("##ed") == 6);
  CHECK(tiny->find("ed") == Vocabulary::kNone);
  CHECK(Vocabulary::from_lines(std::string(kTiny) + "\n")->size() == 11);
  CHECK(Vocabulary::from_lines(std::string(kTiny) + "\nun\n")->find("un") == 11);
  for (const std::string_view bad : {"", "\n\n", "[UNK]\n[CLS]", "a\nb"}) {
    const auto result = Vocabulary::from_lines(bad);
    REQUIRE_FALSE(result.ok());
    CHECK(result.error().code == sayso::Code::model_incomplete);
  }
}
