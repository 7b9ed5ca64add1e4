#include "lexicon/words.h"

#include <utf8proc.h>

#include <algorithm>

#include "text/unicode.h"
#include "text/utf8.h"

namespace sayso::lexicon {
namespace {

using text::CodePoint;
using text::Kind;

// Letters that Unicode does not take apart, though news without accents writes them so.
std::string_view plain_letters(char32_t c) {
  switch (c) {
    case U'ø':
      return "o";
    case U'ł':
      return "l";
    case U'đ':
    case U'ð':
      return "d";
    case U'ħ':
      return "h";
    case U'ı':
      return "i";
    case U'æ':
      return "ae";
    case U'œ':
      return "oe";
    case U'þ':
      return "th";
    default:
      return {};
  }
}

void append_folded(std::string& out, char32_t c) {
  if (c < 128) {
    out += text::ascii_lower(static_cast<char>(c));
    return;
  }
  constexpr int kLongest = 24;  // no character becomes more than 18
  utf8proc_int32_t parts[kLongest];
  int last_class = 0;
  const auto options =
      static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK);
  const auto count = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c), parts, kLongest, options, &last_class);
  if (count < 0 || count > kLongest || (count == 0 && text::kind_of(c) != Kind::mark)) {
    text::append_utf8(out, c);
    return;
  }
  for (int i = 0; i < count; ++i) {
    const auto part = static_cast<char32_t>(parts[i]);
    if (const auto plain = plain_letters(part); !plain.empty()) {
      out += plain;
    } else {
      text::append_utf8(out, part);
    }
  }
}

bool is_apostrophe(char32_t c) { return c == '\'' || c == U'’' || c == U'‘' || c == U'ʼ' || c == U'`'; }
bool is_hyphen(char32_t c) { return c == '-' || (c >= U'‐' && c <= U'–'); }

// Takes characters one by one and makes words of them.
class Builder {
 public:
  explicit Builder(Words& out) : out_(out) {}

  void take(std::string_view text, std::uint32_t token) {
    const std::size_t first = out_.words.size();
    for (std::size_t at = 0; at < text.size();) {
      const CodePoint c = text::decode(text, at);
      at += c.size;
      const Kind kind = text::kind_of(c.value);
      if (text::is_word(kind)) {
        letter(c.value, kind, token);
      } else if (c.value != '.') {
        finish();
        if (kind != Kind::space && !is_apostrophe(c.value) && !is_hyphen(c.value)) mark(c.value, token);
      }
    }
    finish();
    if (out_.words.size() == first) return;
    out_.words[first].starts_token = true;
    out_.words.back().ends_token = true;
  }

  // A token that separates, as a word of its own.
  void separator(std::string_view text, std::uint32_t token) {
    mark(text::decode(text, 0).value, token);
    out_.words.back().starts_token = out_.words.back().ends_token = true;
  }

 private:
  void letter(char32_t c, Kind kind, std::uint32_t token) {
    if (!inside_ && kind == Kind::mark) return;  // an accent without its letter, of which nothing would be left
    if (!inside_) begin(token);
    inside_ = true;
    upper_ += kind == Kind::upper ? 1 : 0;
    lower_ += kind == Kind::lower ? 1 : 0;
    append_folded(out_.folded, c);
  }

  void mark(char32_t c, std::uint32_t token) {
    begin(token);
    append_folded(out_.folded, c);
    finish_as(Shape::lower);
  }

  void begin(std::uint32_t token) {
    if (!out_.folded.empty()) out_.folded += ' ';
    out_.words.push_back({out_.folded.size(), 0, token, Shape::lower, false, false});
    upper_ = lower_ = 0;
  }

  void finish() {
    if (!inside_) return;
    if (upper_ == 0) return finish_as(Shape::lower);
    if (lower_ > 0 || upper_ == 1) return finish_as(Shape::capital);
    finish_as(upper_ < 4 ? Shape::short_caps : Shape::long_caps);
  }

  void finish_as(Shape shape) {
    out_.words.back().end = out_.folded.size();
    out_.words.back().shape = shape;
    inside_ = false;
  }

  Words& out_;
  bool inside_ = false;
  std::size_t upper_ = 0, lower_ = 0;
};

bool between_paragraphs(std::string_view gap) { return std::count(gap.begin(), gap.end(), '\n') > 1; }

// Whether the token stands between two words: a full stop, a dash with white space around it, an opening apostrophe.
bool separates(std::string_view text, const std::vector<text::Token>& tokens, std::size_t i) {
  const Span span = tokens[i].span;
  const CodePoint c = text::decode(text, span.begin);
  if (c.value == '.')
    return std::all_of(text.begin() + static_cast<std::ptrdiff_t>(span.begin),
                       text.begin() + static_cast<std::ptrdiff_t>(span.end), [](char each) { return each == '.'; });
  if (c.size != span.size()) return false;
  const bool touches_left = i > 0 && tokens[i - 1].span.end == span.begin;
  const bool touches_right = i + 1 < tokens.size() && tokens[i + 1].span.begin == span.end;
  if (is_apostrophe(c.value)) return !touches_left;
  return is_hyphen(c.value) && !(touches_left && touches_right);
}

}  // namespace

bool fits(Shape of_name, Shape of_text) {
  if (of_name == Shape::lower || of_name == of_text) return true;
  const bool caps = of_text == Shape::short_caps || of_text == Shape::long_caps;
  if (of_name == Shape::long_caps) return of_text == Shape::capital || caps;
  return of_name == Shape::capital && caps;
}

Words words_of_name(std::string_view name) {
  Words out;
  Builder(out).take(name, 0);
  return out;
}

Words words_of_text(std::string_view text, const std::vector<text::Token>& tokens) {
  Words out;
  out.folded.reserve(text.size() + text.size() / 8);
  out.words.reserve(tokens.size());
  Builder builder(out);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::string_view bytes = tokens[i].span.of(text);
    if (i > 0 &&
        between_paragraphs(text.substr(tokens[i - 1].span.end, tokens[i].span.begin - tokens[i - 1].span.end))) {
      builder.separator("\n", static_cast<std::uint32_t>(i));
    }
    if (separates(text, tokens, i)) {
      builder.separator(bytes, static_cast<std::uint32_t>(i));
    } else {
      builder.take(bytes, static_cast<std::uint32_t>(i));
    }
  }
  return out;
}

std::uint32_t pack_shapes(const Words& name) {
  std::uint32_t packed = 0;
  for (std::size_t i = 0; i < std::min(name.words.size(), kMaxWords); ++i) {
    const Word& word = name.words[i];
    const bool article = i == 0 && std::string_view(name.folded).substr(word.begin, word.end - word.begin) == "the";
    if (!article) packed |= static_cast<std::uint32_t>(word.shape) << (2 * i);
  }
  return packed;
}

}  // namespace sayso::lexicon
