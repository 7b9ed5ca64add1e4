#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "sayso/span.h"
#include "text/tokens.h"

namespace sayso::extract {

/// The tokens of a text as words in small letters. Views the text and the tokens. Past the end stand empty words.
class LowerWords {
 public:
  LowerWords(std::string_view text, const std::vector<text::Token>& tokens);

  [[nodiscard]] std::size_t size() const { return tokens_->size(); }
  /// As it is written.
  [[nodiscard]] std::string_view at(std::size_t token) const {
    return token < size() ? span(token).of(text_) : std::string_view();
  }
  /// In small letters (ASCII), without a final full stop.
  [[nodiscard]] std::string_view lower(std::size_t token) const {
    if (token >= size()) return {};
    return std::string_view(lower_).substr(lower_begin_[token], lower_begin_[token + 1] - lower_begin_[token]);
  }
  /// Whether it begins with a letter.
  [[nodiscard]] bool is_letters(std::size_t token) const;
  [[nodiscard]] bool is_capital(std::size_t token) const;
  /// Whether nothing, not even white space, stands between a token and the one before it.
  [[nodiscard]] bool is_glued(std::size_t token) const {
    return token > 0 && token < size() && span(token - 1).end == span(token).begin;
  }
  [[nodiscard]] Span span(std::size_t token) const { return (*tokens_)[token].span; }
  /// Of tokens [first, last), which are not none.
  [[nodiscard]] Span span(std::size_t first, std::size_t last) const { return {span(first).begin, span(last - 1).end}; }

 private:
  std::string_view text_;
  const std::vector<text::Token>* tokens_;
  std::string lower_;
  std::vector<std::size_t> lower_begin_;
};

}  // namespace sayso::extract
