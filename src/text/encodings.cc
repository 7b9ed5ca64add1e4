// Guessing what bytes are: is_binary and decode_text of utf8.h.
#include <array>
#include <cstdint>

#include "text/utf8.h"

namespace sayso::text {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kSample = 65536;

constexpr std::array kMagic = {
    "%PDF-"sv,
    "PK\x03\x04"sv,
    "PK\x05\x06"sv,
    "\x89PNG\r\n"sv,
    "\x7F\x45LF"sv,
    "\x1F\x8B"sv,
    "\xFF\xD8\xFF"sv,
    "GIF87a"sv,
    "GIF89a"sv,
    "\xD0\xCF\x11\xE0"sv,
    "7z\xBC\xAF"sv,
    "\x28\xB5\x2F\xFD"sv,
    "\xFD\x37zXZ"sv,
    "Rar!\x1A"sv,
    "SQLite format 3"sv,
    "\xCA\xFE\xBA\xBE"sv,
    "\xCF\xFA\xED\xFE"sv,
    "OggS"sv,
    "ID3\x03"sv,
    "ID3\x04"sv,
    "BZh91AY&SY"sv,
    "wOFF"sv,
    "wOF2"sv,
    "{\\rtf"sv,
};

// Windows-1252, 0x80 to 0x9F; 0 where it defines nothing. From 0xA0 it equals Unicode.
constexpr std::array<char16_t, 32> kWindows1252 = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                   0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

// As clean_utf8 does it, for text that arrives as characters.
class Cleaner {
 public:
  explicit Cleaner(Encoding encoding) { out_.encoding = encoding; }

  void put(char32_t c) {
    if (c == '\n' && after_cr_) {
      after_cr_ = false;
      return;
    }
    after_cr_ = c == '\r';
    if (c == '\r') c = '\n';
    if (c == 0)
      replace();
    else
      append_utf8(out_.text, c);
  }
  void replace() {
    after_cr_ = false;
    append_utf8(out_.text, kReplacement);
    ++out_.replaced;
  }
  void count_guess() { ++out_.replaced; }
  void reserve(std::size_t bytes) { out_.text.reserve(bytes); }
  CleanText take() { return std::move(out_); }

 private:
  CleanText out_;
  bool after_cr_ = false;
};

CleanText decode_utf16(std::string_view bytes, bool big_endian) {
  Cleaner out(big_endian ? Encoding::utf16be : Encoding::utf16le);
  out.reserve(bytes.size() / 2 + bytes.size() / 8);
  const auto unit = [&](std::size_t at) {
    const auto a = static_cast<unsigned char>(bytes[at]);
    const auto b = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<char32_t>(big_endian ? a << 8 | b : b << 8 | a);
  };
  std::size_t at = 0;
  while (at + 1 < bytes.size()) {
    const char32_t first = unit(at);
    at += 2;
    if (first < 0xD800 || first > 0xDFFF) {
      out.put(first);
      continue;
    }
    const char32_t second = first <= 0xDBFF && at + 1 < bytes.size() ? unit(at) : 0;
    if (second < 0xDC00 || second > 0xDFFF) {
      out.replace();
      continue;
    }
    at += 2;
    out.put(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00));
  }
  if (at < bytes.size()) out.replace();  // half a unit
  return out.take();
}

// More than a tenth of the non-ASCII bytes are not UTF-8, each has a meaning in Windows-1252, and most of the text is
// ASCII, as in English it is.
bool looks_windows_1252(std::string_view bytes) {
  std::size_t high = 0, invalid = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const auto byte = static_cast<unsigned char>(bytes[at]);
    if (byte < 0x80) {
      ++at;
      continue;
    }
    const CodePoint c = decode(bytes, at);
    const bool genuine = c.size == 3 && bytes.substr(at, 3) == "\xEF\xBF\xBD";
    if (c.value == kReplacement && !genuine) invalid += c.size;
    for (std::size_t i = 0; i < c.size; ++i) {
      const auto b = static_cast<unsigned char>(bytes[at + i]);
      if (b < 0xA0 && kWindows1252[b - 0x80U] == 0) return false;
    }
    high += c.size;
    at += c.size;
  }
  return invalid * 10 > high && high * 3 < bytes.size();
}

CleanText decode_windows_1252(std::string_view bytes) {
  Cleaner out(Encoding::windows_1252);
  out.reserve(bytes.size() + bytes.size() / 8);
  for (const char byte : bytes) {
    const auto b = static_cast<unsigned char>(byte);
    if (b >= 0x80) out.count_guess();
    out.put(b >= 0x80 && b < 0xA0 ? kWindows1252[b - 0x80U] : b);
  }
  return out.take();
}

bool has_utf16_mark(std::string_view bytes) {
  return bytes.starts_with("\xFF\xFE"sv) || bytes.starts_with("\xFE\xFF"sv);
}

}  // namespace

CleanText decode_text(std::string_view bytes) {
  if (has_utf16_mark(bytes)) return decode_utf16(bytes.substr(2), bytes[0] == '\xFE');
  if (!bytes.starts_with("\xEF\xBB\xBF") && looks_windows_1252(bytes)) return decode_windows_1252(bytes);
  return clean_utf8(bytes);
}

bool is_binary(std::string_view bytes) {
  for (const std::string_view magic : kMagic) {
    if (bytes.starts_with(magic)) return true;
  }
  if (has_utf16_mark(bytes) && !bytes.starts_with("\xFF\xFE\0\0"sv)) return false;
  const std::string_view sample = bytes.substr(0, kSample);
  std::size_t nul = 0, control = 0;
  for (const char byte : sample) {
    const auto b = static_cast<unsigned char>(byte);
    if (b == 0)
      ++nul;
    else if ((b < 0x20 && !(b >= '\b' && b <= '\r') && b != 0x1B) || b == 0x7F)
      ++control;
  }
  // A few stray ones make no binary: they are replaced or skipped.
  return (nul >= 4 && nul * 10 > sample.size()) || (nul + control >= 16 && (nul + control) * 20 > sample.size());
}

}  // namespace sayso::text
