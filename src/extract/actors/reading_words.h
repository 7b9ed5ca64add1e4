#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"
#include "sayso/span.h"
#include "text/tokens.h"

namespace sayso::extract {

/// A text as tokens with the lexicon's names among them: what the other files of this room read. Views what it was made
/// from.
class ReadingWords {
 public:
  static constexpr std::size_t kNone = ~std::size_t{0};

  ReadingWords(std::string_view text, const std::vector<text::Token>& tokens, const lexicon::Lexicon& lexicon,
               const std::vector<lexicon::Match>& matches);

  [[nodiscard]] std::size_t size() const { return tokens_.size(); }
  [[nodiscard]] std::string_view word(std::size_t token) const { return tokens_[token].span.of(text_); }
  /// In small letters (ASCII), without a final full stop.
  [[nodiscard]] std::string_view lower(std::size_t token) const {
    return std::string_view(lower_).substr(lower_begin_[token], lower_begin_[token + 1] - lower_begin_[token]);
  }
  [[nodiscard]] bool capitalised(std::size_t token) const { return capitalised_[token]; }
  [[nodiscard]] Span span(std::size_t first, std::size_t last) const {
    return {tokens_[first].span.begin, tokens_[last - 1].span.end};
  }
  [[nodiscard]] std::string_view text(std::size_t first, std::size_t last) const { return span(first, last).of(text_); }
  /// First token that ends behind a byte; size() behind the last.
  [[nodiscard]] std::size_t token_at(std::size_t byte) const;

  /// The name of the lexicon that covers a token, or null.
  [[nodiscard]] const lexicon::Match* match(std::size_t token) const {
    return match_of_[token] == kNone ? nullptr : &matches_[match_of_[token]];
  }
  /// Whether a token belongs to a name of the lexicon that begins with a capital: "Biden administration", but not
  /// "Ukrainian side".
  [[nodiscard]] bool in_capitalised_name(std::size_t token) const;
  [[nodiscard]] const std::vector<lexicon::Match>& matches() const { return matches_; }
  [[nodiscard]] const lexicon::Lexicon& lexicon() const { return lexicon_; }
  /// Whether a token belongs to a person's office or calling: "Foreign Minister", "spokeswoman", "Mr."
  [[nodiscard]] bool is_title(std::size_t token) const;
  /// What the office or calling that ends with this token implies of its holder; unknown where it is none.
  [[nodiscard]] lexicon::Kind implied_by(std::size_t token) const;
  /// The state that a name or demonym stands for at this token, as an entry; lexicon::kNone if none.
  [[nodiscard]] std::uint32_t state_at(std::size_t token) const;
  /// Whether the name at this token is a place that stands for this entry: "Kyiv" for Ukraine.
  [[nodiscard]] bool is_metonym(std::size_t token, std::uint32_t entry) const;

 private:
  std::string_view text_;
  const std::vector<text::Token>& tokens_;
  const lexicon::Lexicon& lexicon_;
  const std::vector<lexicon::Match>& matches_;
  std::string lower_;
  std::vector<std::size_t> lower_begin_, match_of_;
  std::vector<bool> capitalised_;
};

/// The form in which names are compared: small letters, no accents, no article before it.
[[nodiscard]] std::string folded_name(std::string_view name);

/// The words of a folded name.
[[nodiscard]] std::vector<std::string_view> split_words(std::string_view folded);

}  // namespace sayso::extract
