#include "text/utf8.h"

#include <cstdint>

namespace sayso::text {
namespace {

constexpr bool is_continuation(unsigned char byte) { return (byte & 0xC0) == 0x80; }

struct LeadByte {
  std::size_t size;         // bytes of the whole sequence, 0 for a byte that begins none
  unsigned char low, high;  // what the second byte may be: rules out overlong forms, surrogates, > U+10FFFF
};

constexpr LeadByte lead(unsigned char byte) {
  if (byte >= 0xC2 && byte <= 0xDF) return {2, 0x80, 0xBF};
  if (byte == 0xE0) return {3, 0xA0, 0xBF};
  if (byte == 0xED) return {3, 0x80, 0x9F};
  if (byte >= 0xE1 && byte <= 0xEF) return {3, 0x80, 0xBF};
  if (byte == 0xF0) return {4, 0x90, 0xBF};
  if (byte >= 0xF1 && byte <= 0xF3) return {4, 0x80, 0xBF};
  if (byte == 0xF4) return {4, 0x80, 0x8F};
  return {0, 0, 0};
}

struct Decoded {
  char32_t value;
  std::size_t size;
  bool valid;
};

Decoded decode_checked(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(at);
  if (first < 0x80) return {first, 1, true};
  const LeadByte form = lead(first);
  if (form.size == 0 || at + 1 >= text.size() || byte(at + 1) < form.low || byte(at + 1) > form.high) {
    return {kReplacement, 1, false};
  }
  char32_t value = first & (0xFFU >> (form.size + 1));
  for (std::size_t i = 1; i < form.size; ++i) {
    if (at + i >= text.size() || !is_continuation(byte(at + i))) return {kReplacement, i, false};
    value = value << 6 | (byte(at + i) & 0x3FU);
  }
  return {value, form.size, true};
}

}  // namespace

CodePoint decode(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  const Decoded c = decode_checked(text, at);
  return {c.value, c.size};
}

CodePoint decode_before(std::string_view text, std::size_t at) {
  if (at == 0 || at > text.size()) return {};
  std::size_t begin = at - 1;
  while (begin > 0 && at - begin < 4 && is_continuation(static_cast<unsigned char>(text[begin]))) --begin;
  const CodePoint c = decode(text, begin);
  return begin + c.size == at ? c : CodePoint{kReplacement, 1};
}

void append_utf8(std::string& out, char32_t c) {
  if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = kReplacement;
  const auto put = [&](char32_t byte) { out.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | c >> 6);
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | c >> 12);
    put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | c >> 18);
    put(0x80 | (c >> 12 & 0x3F));
    put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  }
}

bool is_valid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Decoded c = decode_checked(text, at);
    if (!c.valid) return false;
    at += c.size;
  }
  return true;
}

CleanText clean_utf8(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  CleanText out;
  out.text.reserve(bytes.size());
  std::size_t copied = 0;  // bytes before this one are in out.text
  const auto replace = [&](std::size_t at, std::size_t size, std::string_view with) {
    out.text.append(bytes.substr(copied, at - copied)).append(with);
    copied = at + size;
  };
  for (std::size_t at = 0; at < bytes.size();) {
    const Decoded c = decode_checked(bytes, at);
    if (!c.valid || c.value == 0) {
      replace(at, c.size, "\xEF\xBF\xBD");
      ++out.replaced;
    } else if (c.value == '\r') {
      const bool pair = at + 1 < bytes.size() && bytes[at + 1] == '\n';
      replace(at, 1, pair ? "" : "\n");
    }
    at += c.size;
  }
  out.text.append(bytes.substr(copied));
  return out;
}

}  // namespace sayso::text
