#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

#include "sayso/record.h"
#include "sayso/span.h"

namespace sayso::evaluate {

/// The word tokens that some spans touch, or the punctuation where they touch nothing else. A token has its number
/// among the words (or among the punctuation) of the text, so a long passage is a single range.
struct TokenSet {
  bool words = true;         ///< the numbers are those of words, else of punctuation
  std::size_t first = 0;     ///< number of the first token among all tokens
  std::size_t size = 0;      ///< how many tokens
  std::vector<Span> ranges;  ///< [first, last) of numbers: ascending, disjoint, not adjacent; none in an empty set

  [[nodiscard]] bool empty() const { return ranges.empty(); }
  friend bool operator==(const TokenSet&, const TokenSet&) = default;
};

/// Orders sets as their ascending lists of tokens.
[[nodiscard]] bool before(const TokenSet& a, const TokenSet& b);

/// Size of the intersection over size of the union; 0 when either is empty.
[[nodiscard]] double jaccard(const TokenSet& a, const TokenSet& b);

/// How many numbers two lists of ranges share. The ranges are as in TokenSet.
[[nodiscard]] std::size_t shared(const std::vector<Span>& a, const std::vector<Span>& b);

/// Sorts ranges and joins those that overlap or touch.
void unite(std::vector<Span>& ranges);

/// The tokens of a text: runs of letters, digits and underscores are words, every other character but white space is
/// punctuation. The text must be valid UTF-8 and outlive the object.
class Words {
 public:
  explicit Words(std::string_view text);

  [[nodiscard]] TokenSet touched_by(const std::vector<Span>& spans) const;
  /// By the share of the tokens that begin inside quotation marks: direct from 0.8, indirect at 0.
  [[nodiscard]] Mode mode(const TokenSet& tokens) const;

 private:
  std::vector<Span> tokens_;
  std::vector<std::size_t> words_before_;                       ///< how many of the first i tokens are words
  std::vector<std::size_t> quoted_words_, quoted_punctuation_;  ///< how many of the first i stand in quotation marks
};

/// Trims white space (`lenient`: also quotation marks and punctuation) off spans, leaves out what is then empty, sorts,
/// and with `merge` joins neighbours that only such characters part.
[[nodiscard]] std::vector<Span> normal_spans(std::string_view text, const std::vector<Span>& spans, bool lenient,
                                             bool merge);

}  // namespace sayso::evaluate
