#include <doctest/doctest.h>

#include <string>

#include "text/utf8.h"

using namespace sayso::text;
using namespace std::string_literals;
using namespace std::string_view_literals;

TEST_CASE("each maximal subpart of an invalid sequence becomes one U+FFFD") {
  struct Case {
    std::string bytes, text;
    std::size_t replaced;
  };
  // The rows of Unicode 3.9, tables 3-8 to 3-11.
  const Case cases[] = {
      {"ok é € 😀", "ok é € 😀", 0},
      {"\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41",
       "���"
       "���"
       "��"
       "A",
       8},
      {"\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41",
       "���"
       "���"
       "��"
       "A",
       8},
      {"\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42",
       "����"
       "�"
       "A"
       "��"
       "B",
       7},
      {"\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41",
       "�"
       "�"
       "�"
       "�"
       "A",
       4},
      {"cut \xE2\x82", "cut �", 1},
      {"cut \xF0\x9F\x98", "cut �", 1},
      {"a\0b"s, "a�b", 1},
  };
  for (const Case& c : cases) {
    const CleanText clean = clean_utf8(c.bytes);
    CHECK(clean.text == c.text);
    CHECK(clean.replaced == c.replaced);
    CHECK(is_valid_utf8(clean.text));
  }
}

TEST_CASE("line ends and a leading byte-order mark") {
  CHECK(clean_utf8("a\r\nb\rc\nd\r\r\ne\r").text == "a\nb\nc\nd\n\ne\n");
  CHECK(clean_utf8("\xEF\xBB\xBFhead\xEF\xBB\xBF").text == "head\xEF\xBB\xBF");
  CHECK(clean_utf8("").text.empty());
}

TEST_CASE("decode walks both ways and never past the end") {
  const std::string_view text = "aé€😀";
  std::size_t at = 0;
  for (const char32_t want : U"aé€😀"sv) {
    const CodePoint c = decode(text, at);
    CHECK(c.value == want);
    at += c.size;
    CHECK(decode_before(text, at).value == want);
    CHECK(is_boundary(text, at));
  }
  CHECK(at == text.size());
  CHECK(decode(text, at).size == 0);
  CHECK(decode_before(text, 0).size == 0);
  CHECK_FALSE(is_boundary(text, 2));
  CHECK(decode("\x80\x80", 0).value == kReplacement);
  CHECK(decode_before("\x80\x80\x80\x80\x80", 5).size == 1);
}

TEST_CASE("append_utf8 writes scalar values only") {
  std::string out;
  for (const char32_t c : {U'a', U'é', U'€', U'😀', char32_t{0xD800}, char32_t{0x110000}}) append_utf8(out, c);
  CHECK(out == "aé€😀��");
}

TEST_CASE("UTF-16 is known by its mark") {
  const CleanText little = decode_text("\xFF\xFEH\0i\0\r\0\n\0=\xD8\0\xDE"sv);
  CHECK(little.encoding == Encoding::utf16le);
  CHECK(little.text == "Hi\n😀");
  CHECK(little.replaced == 0);
  const CleanText big = decode_text("\xFE\xFF\0H\xD8=\0x\0\0\0"sv);  // an unpaired surrogate, a NUL, half a unit
  CHECK(big.encoding == Encoding::utf16be);
  CHECK(big.text == "H�x��");
  CHECK(big.replaced == 3);
}

TEST_CASE("Windows-1252 is guessed where UTF-8 fails") {
  const CleanText smart = decode_text(
      "The minister said \x93we\x92ll sign\x94 \x96 for \x80"
      "5 \xE0 la carte.");
  CHECK(smart.encoding == Encoding::windows_1252);
  CHECK(smart.text == "The minister said “we’ll sign” – for €5 à la carte.");
  CHECK(smart.replaced == 6);
  SUBCASE("not for one bad byte among good ones") {
    std::string text = "caf\xE9 ";
    for (int i = 0; i < 20; ++i) text += "“é” ";
    CHECK(decode_text(text).encoding == Encoding::utf8);
    CHECK(decode_text(text).replaced == 1);
  }
  SUBCASE("not where a byte has no meaning there") {
    CHECK(decode_text("caf\xE9 and \x81 more words in plain letters").encoding == Encoding::utf8);
  }
  SUBCASE("not for a genuine U+FFFD") { CHECK(decode_text("lost � in good UTF-8 text").encoding == Encoding::utf8); }
}

TEST_CASE("binary formats are no text") {
  for (const std::string_view magic : {"%PDF-1.7\n"sv, "PK\x03\x04rest"sv, "\x89PNG\r\n\x1A\n"sv, "\x7F\x45LF\x02"sv,
                                       "\x1F\x8B\x08"sv, "SQLite format 3\0"sv}) {
    CHECK(is_binary(magic));
  }
  CHECK(is_binary(std::string(100, '\0')));
  std::string noise;
  for (int i = 0; i < 4000; ++i) noise += static_cast<char>(i * 7919 % 256);
  CHECK(is_binary(noise));
  CHECK_FALSE(is_binary(""));
  CHECK_FALSE(is_binary("One stray \0 and a bell \a do not matter in a text."sv));
  CHECK_FALSE(is_binary("\xFF\xFEH\0e\0l\0l\0o\0"sv));
  CHECK_FALSE(is_binary("Київ: мова інша, та все ж текст"));
}
