#include "extract/lower_words.h"

#include "text/unicode.h"
#include "text/utf8.h"

namespace sayso::extract {

LowerWords::LowerWords(std::string_view text, const std::vector<text::Token>& tokens) : text_(text), tokens_(&tokens) {
  lower_.reserve(text.size());
  lower_begin_.reserve(tokens.size() + 1);
  for (const text::Token& token : tokens) {
    lower_begin_.push_back(lower_.size());
    std::string_view word = token.span.of(text);
    if (word.size() > 1 && word.ends_with('.')) word.remove_suffix(1);
    for (const char c : word) lower_ += text::ascii_lower(c);
  }
  lower_begin_.push_back(lower_.size());
}

bool LowerWords::is_letters(std::size_t token) const {
  const std::string_view word = at(token);
  return !word.empty() && text::is_letter(text::kind_of(text::decode(word, 0).value));
}

bool LowerWords::is_capital(std::size_t token) const {
  const std::string_view word = at(token);
  return !word.empty() && text::kind_of(text::decode(word, 0).value) == text::Kind::upper;
}

}  // namespace sayso::extract
