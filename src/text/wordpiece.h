#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sayso/result.h"
#include "sayso/span.h"

namespace sayso::text {

/// The pieces that a model knows, by number. Holds views into the bytes it was made from, which must outlive it; const
/// and safe to read from several threads.
class Vocabulary {
 public:
  /// One piece a line, '\n' between lines, as in BERT's vocab.txt: the line's number from 0 is the id, "##" begins a
  /// piece that goes on a word. A repeated piece keeps its last id. Error model_incomplete when [UNK], [CLS] or [SEP]
  /// is missing.
  [[nodiscard]] static Result<Vocabulary> from_lines(std::string_view blob);

  [[nodiscard]] std::size_t size() const { return pieces_.size(); }
  [[nodiscard]] std::uint32_t unknown() const { return unknown_; }
  [[nodiscard]] std::uint32_t first() const { return first_; }  ///< [CLS]
  [[nodiscard]] std::uint32_t last() const { return last_; }    ///< [SEP]
  [[nodiscard]] std::string_view piece(std::uint32_t id) const { return pieces_[id]; }

  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  /// The id of a piece as it is spelled in the vocabulary, or kNone.
  [[nodiscard]] std::uint32_t find(std::string_view piece) const;

  struct Cut {
    std::uint32_t id = 0;
    std::uint32_t begin = 0;  ///< byte of the word
  };
  /// Cuts a folded word greedily into the longest pieces; the word is unknown() as a whole when it has more than 100
  /// characters or cannot be cut. Clears `out` first.
  void cut(std::string_view word, std::vector<Cut>& out) const;

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t id = kNone;
  };
  void insert(std::uint32_t id);
  [[nodiscard]] std::uint32_t find_hashed(std::uint32_t hash, bool continues, std::string_view rest) const;

  std::vector<std::string_view> pieces_;
  std::vector<Slot> slots_;  // open addressing, a power of two, at most half full
  std::size_t longest_ = 0;  // bytes of the longest piece, without "##"
  std::uint32_t unknown_ = 0, first_ = 0, last_ = 0;
};

/// The rows of the feature tables.
enum class Case : std::uint8_t { none, lower, capitalised, capitals, mixed };
enum class Gap : std::uint8_t { inside_word, glued, space, line_break, paragraph };
enum class Quote : std::uint8_t { outside, inside, opening, closing, inside_open, stray };

/// One input position of the encoder. Offsets are bytes of the text, which must be shorter than 4 GiB.
struct Piece {
  std::uint32_t id = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  Case letter_case = Case::none;  ///< of its word: one capital alone is `capitalised`
  Gap gap = Gap::inside_word;     ///< what stands before it; `paragraph` also at the start
  Quote quote =
      Quote::outside;  ///< `inside_open`: its paragraph leaves the quotation open; `stray`: a lone double mark

  [[nodiscard]] Span span() const { return {begin, end}; }
};

/// Cuts a text into WordPieces as BERT's uncased tokenizer does (Devlin et al. 2019), after making all double marks '"'
/// and all single ones "'", with the features that lower case and white space leave behind. training/pieces.py is the
/// specification and gives the same pieces.
///
/// Pieces ascend and do not overlap; one may be empty where a character folds to several pieces (Hangul). Linear.
[[nodiscard]] std::vector<Piece> pieces(std::string_view text, const Vocabulary& vocabulary);

}  // namespace sayso::text
