#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sayso::cli {

enum class Style : std::uint8_t { plain, title, speaker, relay, cue, direct, mixed, indirect, faint, warning, amount };

/// Columns that a terminal gives to some UTF-8: none for a combining mark, two for a wide character.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// A paragraph of words in several styles, broken into lines that fit.
class Paragraph {
 public:
  /// Adds the words of `text`, parted from the words before by a space. Control characters, which a terminal would
  /// obey, become U+FFFD, and marks that turn the direction of writing are left out.
  void add(std::string_view text, Style style = Style::plain);

  /// Adds a faint mark, one word, that begins a new line rather than end one.
  void mark(std::string_view mark);

  /// Adds `text` as the next item of a list: after a dot, unless it is the first. Nothing for an empty one.
  void next(std::string_view text, Style style = Style::plain);

  /// The same with the words of another.
  void next(const Paragraph& other);

  /// Columns that it takes on one line.
  [[nodiscard]] std::size_t width() const;

  /// Lines of at most `width` columns, each after `indent` spaces and with a line end. A word longer than a line is cut
  /// between characters. Colours as ANSI codes, if wanted, none of which crosses a line end.
  [[nodiscard]] std::string lines(std::size_t width, std::size_t indent, bool colour) const;

 private:
  struct Word {
    std::string text;
    Style style;
    bool keeps_next = false;  ///< stands on one line with the word after it
  };
  std::vector<Word> words_;
};

}  // namespace sayso::cli
