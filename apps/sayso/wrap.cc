#include "wrap.h"

#include <utf8proc.h>

#include <algorithm>

#include "text/unicode.h"
#include "text/utf8.h"

namespace sayso::cli {
namespace {

std::size_t columns(char32_t c) {
  if (c < 0x7F) return 1;
  return static_cast<std::size_t>(std::max(0, utf8proc_charwidth(static_cast<utf8proc_int32_t>(c))));
}

bool turns_direction(char32_t c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F || c == 0x061C;
}

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

bool parts_words(char32_t c) { return text::is_space(c) && c != 0xA0 && c != 0x202F; }

const char* code(Style style) {
  switch (style) {
    case Style::plain:
      return "";
    case Style::title:
      return "\x1b[1m";
    case Style::speaker:
      return "\x1b[1;36m";
    case Style::relay:
      return "\x1b[36m";
    case Style::cue:
      return "\x1b[3m";
    case Style::direct:
      return "\x1b[32m";
    case Style::mixed:
      return "\x1b[33m";
    case Style::indirect:
      return "\x1b[34m";
    case Style::faint:
      return "\x1b[2m";
    case Style::warning:
      return "\x1b[33m";
    case Style::amount:
      return "\x1b[35m";
  }
  return "";
}

/// Builds lines; changes colour only where the style changes.
class Lines {
 public:
  Lines(std::size_t width, std::size_t indent, bool colour)
      : room_(width > indent + 8 ? width - indent : 8), indent_(indent), colour_(colour) {}

  /// `company`: columns behind the word that shall be on its line.
  void word(std::string_view text, Style style, std::size_t company) {
    const std::size_t width = display_width(text);
    if (used_ > 0 && used_ + 1 + width + company > room_) end();
    if (used_ > 0) {
      if (style != style_) set(Style::plain);
      out_ += ' ';
      ++used_;
    }
    if (width <= room_ - used_) {
      put(text, width, style);
      return;
    }
    for (std::size_t begin = 0; begin < text.size();) {  // longer than a line
      std::size_t end = begin, wide = 0;
      while (end < text.size()) {
        const auto next = text::decode(text, end);
        if (wide > 0 && used_ + wide + columns(next.value) > room_) break;
        wide += columns(next.value);
        end += next.size;
      }
      put(text.substr(begin, end - begin), wide, style);
      begin = end;
      if (begin < text.size()) this->end();
    }
  }

  void end() {
    set(Style::plain);
    out_ += '\n';
    used_ = 0;
  }

  std::string take() {
    if (used_ > 0) end();
    return std::move(out_);
  }

 private:
  void put(std::string_view text, std::size_t width, Style style) {
    if (used_ == 0) out_.append(indent_, ' ');
    set(style);
    out_ += text;
    used_ += width;
  }

  void set(Style style) {
    if (colour_ && style != style_) {
      if (style_ != Style::plain) out_ += "\x1b[0m";
      out_ += code(style);
    }
    style_ = style;
  }

  std::string out_;
  std::size_t room_, indent_, used_ = 0;
  bool colour_;
  Style style_ = Style::plain;
};

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto next = text::decode(text, at);
    width += columns(next.value);
    at += next.size;
  }
  return width;
}

void Paragraph::add(std::string_view text, Style style) {
  std::string word;
  const auto finish = [&] {
    if (!word.empty()) words_.push_back({std::move(word), style});
    word.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    const auto [value, size] = text::decode(text, at);
    if (parts_words(value)) {
      finish();
    } else if (is_control(value)) {
      text::append_utf8(word, text::kReplacement);
    } else if (!turns_direction(value)) {
      text::append_utf8(word, value);
    }
    at += size;
  }
  finish();
}

void Paragraph::mark(std::string_view mark) { words_.push_back({std::string(mark), Style::faint, true}); }

void Paragraph::next(std::string_view text, Style style) {
  if (text.empty()) return;
  if (!words_.empty()) mark("·");
  add(text, style);
}

void Paragraph::next(const Paragraph& other) {
  if (other.words_.empty()) return;
  if (!words_.empty()) mark("·");
  words_.insert(words_.end(), other.words_.begin(), other.words_.end());
}

std::size_t Paragraph::width() const {
  std::size_t width = words_.empty() ? 0 : words_.size() - 1;
  for (const Word& word : words_) width += display_width(word.text);
  return width;
}

std::string Paragraph::lines(std::size_t width, std::size_t indent, bool colour) const {
  Lines lines(width, indent, colour);
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const bool kept = words_[i].keeps_next && i + 1 < words_.size();
    lines.word(words_[i].text, words_[i].style, kept ? 1 + display_width(words_[i + 1].text) : 0);
  }
  return lines.take();
}

}  // namespace sayso::cli
