#include "text/language.h"

#include <cstddef>

#include "text/lexicon.h"
#include "text/unicode.h"

namespace sayso::text {
namespace {

constexpr std::size_t kWords = 2000;
constexpr std::size_t kBytes = 65536;  // a text without spaces is not read to its end
constexpr std::size_t kTooShort = 20;

constexpr bool is_latin(char32_t c) { return c < 0x250 || (c >= 0x1E00 && c < 0x1F00); }

}  // namespace

bool looks_english(std::string_view text) {
  std::size_t words = 0, function_words = 0, letters = 0, foreign = 0;
  std::size_t begin = 0;
  bool inside = false;
  const auto end_word = [&](std::size_t end) {
    if (!inside) return;
    inside = false;
    ++words;
    function_words += is_function_word(text.substr(begin, end - begin)) ? 1 : 0;
  };
  std::size_t at = 0;
  while (at < text.size() && at < kBytes && words < kWords) {
    const CodePoint c = decode(text, at);
    const Kind kind = kind_of(c.value);
    if (is_letter(kind)) {
      if (!inside) begin = at;
      inside = true;
      ++letters;
      foreign += is_latin(c.value) ? 0 : 1;
    } else {
      end_word(at);
    }
    at += c.size;
  }
  end_word(at);
  // A script without spaces has long words only, so letters count too.
  if (foreign * 4 > letters && letters >= kTooShort) return false;
  return words < kTooShort || function_words * 7 >= words;
}

}  // namespace sayso::text
