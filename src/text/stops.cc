#include "text/stops.h"

#include <algorithm>

#include "text/lexicon.h"
#include "text/unicode.h"

namespace sayso::text {
namespace {

constexpr std::size_t kWordLimit = 64;

bool in(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }

// The first character after the white space at `at`, and whether a line break stands before it.
struct Following {
  char32_t c = 0;
  std::size_t at = 0;
  bool same_line = true;
};

Following following(std::string_view text, std::size_t at) {
  const std::size_t begin = skip_space(text, at);
  const bool same_line =
      text.substr(at, std::min<std::size_t>(begin - at, kWordLimit)).find('\n') == std::string_view::npos;
  return {decode(text, begin).value, begin, same_line};
}

char32_t preceding(std::string_view text, std::size_t at) {
  if (at > 0 && text[at - 1] == ' ') --at;
  return decode_before(text, at).value;
}

// Sat. and Jan. are words or names as well.
bool is_plain_word_too(std::string_view date) {
  return date == "Sat" || date == "Sun" || date == "Mar" || date == "Jan" || date == "Jun" || date == "Mon" ||
         date == "Wed";
}

}  // namespace

bool is_closer(char32_t c) { return in(U"\"”’'»)]}", c); }
bool is_dash(char32_t c) { return in(U"-–—―", c); }
bool is_opener(char32_t c) { return is_dash(c) || in(U"\"“„‟‘'`«([{*•¿¡", c); }

std::string_view word_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && end - at < kWordLimit) {
    const CodePoint c = decode(text, end);
    const bool inner = (c.value == '.' || c.value == '\'' || c.value == U'’') && end > at &&
                       is_word(kind_of(decode(text, end + c.size).value));
    if (!inner && !is_word(kind_of(c.value))) break;
    end += c.size;
  }
  return text.substr(at, end - at);
}

std::size_t skip_closers(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const CodePoint c = decode(text, at);
    if (!is_closer(c.value)) break;
    at += c.size;
  }
  return at;
}

bool stop_belongs_to_word(std::string_view text, Span word) {
  const std::size_t after = word.end + 1;
  if (after < text.size() && text[after] == '.') return false;  // an ellipsis
  const std::string_view spelled = word.of(text);
  const Following next = following(text, after);
  const Kind kind = kind_of(next.c);
  const bool goes_on = kind == Kind::digit || kind == Kind::lower || next.c == ',' || next.c == ')';
  switch (abbreviation(spelled)) {
    case Abbreviation::title:
    case Abbreviation::end:
    case Abbreviation::inner:
      return true;
    case Abbreviation::number:
      return kind == Kind::digit;
    case Abbreviation::date:
      return goes_on || !is_plain_word_too(spelled);
    case Abbreviation::place: {
      const char32_t before = preceding(text, word.begin);
      return goes_on || before == ',' || before == '-';
    }
    case Abbreviation::none:
      break;
  }
  if (!is_initial(spelled)) return false;
  if (kind == Kind::upper) return next.same_line && !starts_sentences(word_at(text, next.at));
  return kind == Kind::lower && next.same_line && spelled != "I";
}

bool is_glued_end(std::string_view text, std::size_t at) {
  // Three small letters before it, a Capitalised word after it: not U.S., not 3.5, not amazon.com.
  std::size_t letters = 0;
  for (std::size_t i = at; i > 0 && letters < 3; ++letters) {
    if (ascii_lower(text[i - 1]) != text[i - 1] || !ascii_alpha(text[i - 1])) return false;
    --i;
  }
  if (letters < 3) return false;
  const std::size_t begin = skip_closers(text, at + 1);
  const std::string_view word = word_at(text, begin);
  if (word.size() < 2 || kind_of(decode(word, 0).value) != Kind::upper ||
      kind_of(decode(word, 1).value) != Kind::lower) {
    return false;
  }
  return !is_domain(word);
}

}  // namespace sayso::text
