#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"
#include "sayso/span.h"
#include "text/tokens.h"

namespace sayso::extract {

/// A half-open range of a document's tokens.
struct Tokens {
  std::size_t first = 0, last = 0;

  [[nodiscard]] bool empty() const { return last <= first; }
  [[nodiscard]] bool contains(std::size_t token) const { return first <= token && token < last; }
};

/// What the lexicon makes of a name, as far as chains ask.
struct Name {
  Tokens tokens;
  bool outlet = false;  ///< may mean a medium
  bool actor = false;   ///< may mean somebody, by name or office
};

/// The tokens of a document and the names among them. Points into what it was made of. Past the end stand empty words.
class Words {
 public:
  /// `lexicon` may be null: then no name is known.
  Words(std::string_view text, const std::vector<text::Token>& tokens, const std::vector<lexicon::Match>& names,
        const lexicon::Lexicon* lexicon);

  [[nodiscard]] std::size_t size() const { return tokens_->size(); }
  [[nodiscard]] std::string_view at(std::size_t token) const;
  [[nodiscard]] std::string lower(std::size_t token) const;
  [[nodiscard]] bool is_word(std::size_t token) const;         ///< begins with a letter or digit
  [[nodiscard]] bool is_capital(std::size_t token) const;      ///< begins with a capital letter
  [[nodiscard]] bool is_possessive(std::size_t token) const;   ///< ends in 's, or is the mark behind an s
  [[nodiscard]] Span span(Tokens range) const;                 ///< of a range that is not empty
  [[nodiscard]] Tokens within(Span span) const;                ///< the tokens that touch a span
  [[nodiscard]] const Name* name_at(std::size_t token) const;  ///< that begins there, or null

 private:
  std::string_view text_;
  const std::vector<text::Token>* tokens_;
  std::vector<Name> names_;
};

}  // namespace sayso::extract
