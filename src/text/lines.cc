#include "text/lines.h"

#include <algorithm>

#include "text/stops.h"
#include "text/unicode.h"

namespace sayso::text {
namespace {

constexpr std::size_t kWidest = 132;

// Ends like a sentence, a heading or a list's first line.
bool is_final(char32_t c) { return std::u32string_view(U".!?…:;\"”’»)]").find(c) != std::u32string_view::npos; }

bool begins_lower(std::string_view text, std::size_t at) {
  const CodePoint c = decode(text, at);
  // iPhone and eBay may begin a sentence.
  return kind_of(c.value) == Kind::lower && kind_of(decode(text, at + c.size).value) != Kind::upper;
}

bool is_byline(std::string_view text, std::size_t at) {
  return text.substr(at, 3) == "by " && kind_of(decode(text, at + 3).value) == Kind::upper;
}

bool is_bullet(std::string_view text, std::size_t at) {
  const CodePoint c = decode(text, at);
  const bool mark = is_dash(c.value) || std::u32string_view(U"•*·▪●■◦‣").find(c.value) != std::u32string_view::npos;
  return mark && is_space(decode(text, at + c.size).value);
}

std::string_view trimmed(std::string_view line) {
  while (!line.empty() && is_space(decode_before(line, line.size()).value)) {
    line.remove_suffix(decode_before(line, line.size()).size);
  }
  return line;
}

}  // namespace

std::size_t wrap_width(std::string_view text) {
  std::size_t width = 0, breaks = 0, inside = 0;
  std::string_view before;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = trimmed(text.substr(begin, end - begin));
    if (line.size() > kWidest) return 0;
    if (!line.empty() && !before.empty()) {
      ++breaks;
      if (begins_lower(line, 0) && !is_final(decode_before(before, before.size()).value)) {
        ++inside;
        width = std::max(width, before.size());
      }
    }
    before = line;
    begin = end + 1;
  }
  return inside >= 2 && inside * 4 >= breaks ? width : 0;
}

bool Paragraphs::ends(std::size_t end, std::size_t next, bool finished) {
  const std::string_view gap = text_.substr(end, next - end);
  const auto breaks = std::count(gap.begin(), gap.end(), '\n');
  if (breaks == 0) return false;
  const std::size_t line = line_;
  line_ = end + gap.rfind('\n') + 1;
  if (breaks > 1 || is_bullet(text_, next) || is_byline(text_, next)) return true;
  if (begins_lower(text_, next) && !finished) return false;
  if (width_ == 0 || next > line_) return true;  // an indented line begins a paragraph
  // A short line ends one: the next word would have fitted.
  return end - line + 1 + word_at(text_, next).size() + 2 < width_;
}

}  // namespace sayso::text
