#include "text/unicode.h"

#include <utf8proc.h>

#include <array>

namespace sayso::text {
namespace {

constexpr Kind ascii_kind(char c) {
  if (c == ' ' || (c >= 9 && c <= 13) || (c >= 28 && c <= 31)) return Kind::space;
  if (c < 32 || c == 127) return Kind::control;
  if (c >= 'a' && c <= 'z') return Kind::lower;
  if (c >= 'A' && c <= 'Z') return Kind::upper;
  if (ascii_digit(c)) return Kind::digit;
  return std::string_view("$+<=>^`|~").find(c) == std::string_view::npos ? Kind::punctuation : Kind::symbol;
}

constexpr std::array<Kind, 128> kAscii = [] {
  std::array<Kind, 128> table{};
  for (std::size_t i = 0; i < table.size(); ++i) table[i] = ascii_kind(static_cast<char>(i));
  return table;
}();

Kind lookup(char32_t c) {
  if (is_space(c)) return Kind::space;
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LT:
      return Kind::upper;
    case UTF8PROC_CATEGORY_LL:
      return Kind::lower;
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
      return Kind::letter;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
      return Kind::mark;
    case UTF8PROC_CATEGORY_ND:
      return Kind::digit;
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
      return Kind::number;
    case UTF8PROC_CATEGORY_PC:
    case UTF8PROC_CATEGORY_PD:
    case UTF8PROC_CATEGORY_PS:
    case UTF8PROC_CATEGORY_PE:
    case UTF8PROC_CATEGORY_PI:
    case UTF8PROC_CATEGORY_PF:
    case UTF8PROC_CATEGORY_PO:
      return Kind::punctuation;
    case UTF8PROC_CATEGORY_SM:
    case UTF8PROC_CATEGORY_SC:
    case UTF8PROC_CATEGORY_SK:
    case UTF8PROC_CATEGORY_SO:
      return Kind::symbol;
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
      return Kind::control;
    default:
      return Kind::other;
  }
}

}  // namespace

Kind kind_of(char32_t c) { return c < 128 ? kAscii[c] : lookup(c); }

bool is_space(char32_t c) {
  if (c < 128) return c == ' ' || (c >= 9 && c <= 13) || (c >= 28 && c <= 31);
  return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 ||
         c == 0x202F || c == 0x205F || c == 0x3000;
}

char32_t lower(char32_t c) {
  if (c < 128) return static_cast<char32_t>(ascii_lower(static_cast<char>(c)));
  return static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c)));
}

std::size_t skip_space(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const CodePoint c = decode(text, at);
    if (!is_space(c.value)) break;
    at += c.size;
  }
  return at;
}

std::size_t skip_nonspace(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const CodePoint c = decode(text, at);
    if (is_space(c.value)) break;
    at += c.size;
  }
  return at;
}

}  // namespace sayso::text
