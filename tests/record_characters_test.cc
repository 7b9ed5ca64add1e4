#include <doctest/doctest.h>

#include <string>

#include "record/characters.h"

namespace sayso {
namespace {

TEST_CASE("bytes and characters are translated into each other at every border") {
  std::string text;
  for (int i = 0; i < 300; ++i) text += "a\xC3\xAB\xE2\x80\x9C\xF0\x9F\x97\xB3\xCC\x81";  // 1, 2, 3, 4 and 2 bytes
  const Characters characters(text);
  CHECK(characters.count() == 1500);
  std::size_t character = 0, wrong = 0;
  for (std::size_t byte = 0; byte <= text.size(); ++byte) {
    const bool border = byte == text.size() || (static_cast<unsigned char>(text[byte]) & 0xC0) != 0x80;
    if (!border) {
      wrong += characters.at_byte(byte).has_value();
      continue;
    }
    wrong += characters.at_byte(byte) != character || characters.to_byte(character) != byte;
    ++character;
  }
  CHECK(wrong == 0);
  CHECK(character == 1501);
  CHECK_FALSE(characters.at_byte(text.size() + 1));
  CHECK_FALSE(characters.to_byte(1501));
}

TEST_CASE("a span with a border inside a character has no characters") {
  const Characters characters("\xC3\xAB-");
  CHECK(characters.from_bytes({0, 2}) == Span{0, 1});
  CHECK(characters.to_bytes({1, 2}) == Span{2, 3});
  CHECK_FALSE(characters.from_bytes({0, 1}));
  CHECK_FALSE(characters.to_bytes({0, 3}));
}

TEST_CASE("an empty text has one position") {
  const Characters characters("");
  CHECK(characters.at_byte(0) == 0);
  CHECK(characters.to_byte(0) == 0);
  CHECK_FALSE(characters.to_byte(1));
}

}  // namespace
}  // namespace sayso
