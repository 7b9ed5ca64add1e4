#pragma once
#include <cstddef>
#include <string_view>

namespace sayso::text {

/// The width to which a plain text was wrapped by hand or by a mail program, in bytes, or 0 when its lines are
/// paragraphs. Wrapped means: no line is longer than 132 bytes, and of the line breaks between two lines that are not
/// blank, a quarter or more (and at least 2) stand in mid-sentence.
[[nodiscard]] std::size_t wrap_width(std::string_view text);

/// Decides whether a stretch of white space is the end of a paragraph.
class Paragraphs {
 public:
  explicit Paragraphs(std::string_view text) : text_(text), width_(wrap_width(text)) {}

  /// Whether the paragraph ends with the word that ends at `end`, when the next one begins at `next`. `finished`: that
  /// the words before could end a sentence. Calls must come in the order of the text.
  [[nodiscard]] bool ends(std::size_t end, std::size_t next, bool finished);

 private:
  std::string_view text_;
  std::size_t width_;
  std::size_t line_ = 0;  // where the line of the last word begins
};

}  // namespace sayso::text
