#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/times/vocabulary.h"
#include "sayso/span.h"
#include "text/tokens.h"

namespace sayso::extract {

/// A token as the time grammar reads it.
struct Term {
  Span span;
  std::string_view word;  ///< in lower case, without the full stop of an abbreviation
  std::span<const Word> meanings;
  bool capital = false;  ///< begins with a capital letter
  bool stopped = false;  ///< had a full stop
};

/// The terms of a text, with hyphens split off ("mid|-|September") and a date and clock of ISO 8601 kept whole. Past
/// the end stand empty words. `text` and `tokens` are read only here.
class Terms {
 public:
  Terms(std::string_view text, const std::vector<text::Token>& tokens);

  [[nodiscard]] std::size_t size() const { return terms_.size(); }
  [[nodiscard]] std::string_view word(std::size_t at) const {
    return at >= begin_ && at < end_ ? terms_[at].word : std::string_view();
  }
  [[nodiscard]] bool is(std::size_t at, std::string_view word) const { return this->word(at) == word; }
  /// What the word means as `kind`, or nothing where it has no such meaning.
  [[nodiscard]] std::optional<int> value(std::size_t at, WordClass kind) const;
  [[nodiscard]] bool has(std::size_t at, WordClass kind) const { return value(at, kind).has_value(); }
  /// How many terms from `at` on are the words of a phrase with one blank between them, or 0. A straight apostrophe
  /// stands for a curly one too.
  [[nodiscard]] std::size_t phrase(std::size_t at, std::string_view words) const;
  [[nodiscard]] const Term& at(std::size_t at) const { return terms_[at]; }
  /// True where no white space stands before the term.
  [[nodiscard]] bool glued(std::size_t at) const;

  /// From now on, only the terms [begin, end) have words: no expression goes over a sentence's end, nor looks beyond
  /// it.
  void limit(std::size_t begin, std::size_t end) { begin_ = begin, end_ = end; }

 private:
  std::string lower_;
  std::vector<Term> terms_;
  std::size_t begin_ = 0, end_ = 0;
};

}  // namespace sayso::extract
