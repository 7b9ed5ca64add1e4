#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sayso::ingest {

/// An attribute as written; `value` is without its quotes and still has its entities.
struct HtmlAttribute {
  std::string_view name;
  std::string_view value;
};

struct HtmlToken {
  enum class Kind { text, start_tag, end_tag, end };
  Kind kind = Kind::end;
  std::string_view text;  ///< of a text token, as written
  std::string name;       ///< of a tag, in lower case
  std::vector<HtmlAttribute> attributes;
};

/// Splits HTML into text and tags as the HTML standard's tokenizer does; comments, declarations and processing
/// instructions are passed over. Views point into the page, which must outlive the tokens. Linear in the page,
/// whatever it holds. An unclosed comment ends at the next `>` or before the next `<`, so that it does not swallow the
/// article.
class HtmlScanner {
 public:
  explicit HtmlScanner(std::string_view page) : page_(page) {}

  /// The next token, in `token` (reused to save memory); false at the end of the page.
  bool next(HtmlToken& token);

  /// After the start tag of script, style, title and so on: takes everything up to its end tag, which is consumed too.
  /// Without an end tag a script or style sheet takes the rest of the page, any other element nothing.
  [[nodiscard]] std::string_view raw_text(std::string_view name);

 private:
  void read_tag(HtmlToken& token);
  void read_attributes(HtmlToken& token);
  void skip_declaration();
  [[nodiscard]] std::size_t raw_end(std::string_view name, bool nested_scripts) const;

  std::string_view page_;
  std::size_t at_ = 0;
  bool comments_close_ = true;        // false once no "-->" is left ahead
  bool scripts_escape_ = true;        // false once a script's <!-- <script> had no end
  std::vector<std::string> endless_;  // raw elements without an end tag ahead
};

}  // namespace sayso::ingest
