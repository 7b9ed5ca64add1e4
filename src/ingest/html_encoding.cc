#include "ingest/html_encoding.h"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <optional>
#include <string>

#include "ingest/ascii.h"

namespace sayso::ingest {
namespace {

constexpr std::size_t kPrescan = 8192;

// The name after `charset=` or `encoding=` in the head of the file, in lower case, or empty.
std::string declared_charset(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, kPrescan);
  for (const std::string_view key : {"charset", "encoding"}) {
    for (std::size_t at = find_ascii(head, key); at != std::string_view::npos; at = find_ascii(head, key, at + 1)) {
      std::string_view rest = trimmed(head.substr(at + key.size()));
      if (!rest.starts_with('=')) continue;
      rest = trimmed(rest.substr(1));
      if (rest.starts_with('"') || rest.starts_with('\'')) rest.remove_prefix(1);
      std::size_t size = 0;
      while (size < rest.size() && size < 40 && rest[size] > ' ' &&
             rest.substr(size, 1).find_first_of("\"'/>;?") != 0) {
        ++size;
      }
      if (size > 0) return lower_ascii(rest.substr(0, size));
    }
  }
  return {};
}

// The WHATWG Encoding Standard reads these labels as Windows-1252 and its East Asian relatives.
std::string iconv_name(const std::string& label) {
  struct Alias {
    std::string_view label, name;
  };
  static constexpr std::array kAliases = {
      Alias{"iso-8859-1", "WINDOWS-1252"}, Alias{"iso8859-1", "WINDOWS-1252"}, Alias{"latin1", "WINDOWS-1252"},
      Alias{"latin-1", "WINDOWS-1252"},    Alias{"us-ascii", "WINDOWS-1252"},  Alias{"ascii", "WINDOWS-1252"},
      Alias{"iso-8859-9", "WINDOWS-1254"}, Alias{"gb2312", "GB18030"},         Alias{"gbk", "GB18030"},
      Alias{"shift_jis", "CP932"},         Alias{"euc-kr", "CP949"},           Alias{"x-sjis", "CP932"},
  };
  for (const Alias& alias : kAliases) {
    if (alias.label == label) return std::string(alias.name);
  }
  return label;
}

// Owns a conversion descriptor.
class Converter {
 public:
  explicit Converter(const std::string& from) : handle_(::iconv_open("UTF-8", from.c_str())) {}
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;
  ~Converter() {
    if (usable()) ::iconv_close(handle_);
  }
  [[nodiscard]] bool usable() const { return reinterpret_cast<std::intptr_t>(handle_) != -1; }

  // Converts everything; a byte that does not fit becomes U+FFFD.
  std::string convert(std::string_view bytes, std::size_t& replaced) {
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 4);
    std::array<char, 65536> buffer;
    char* in = const_cast<char*>(bytes.data());  // iconv's signature; it does not write there
    std::size_t left = bytes.size();
    while (left > 0) {
      char* to = buffer.data();
      std::size_t room = buffer.size();
      const std::size_t status = ::iconv(handle_, &in, &left, &to, &room);
      const int failure = errno;
      out.append(buffer.data(), buffer.size() - room);
      if (status != static_cast<std::size_t>(-1) || failure == E2BIG) continue;
      text::append_utf8(out, text::kReplacement);
      ++replaced;
      ++in;
      --left;
    }
    return out;
  }

 private:
  iconv_t handle_;
};

bool has_mark(std::string_view bytes) {
  return bytes.starts_with("\xEF\xBB\xBF") || bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

}  // namespace

text::CleanText decode_html(std::string_view bytes) {
  if (has_mark(bytes)) return text::decode_text(bytes);
  // Valid UTF-8 is UTF-8 whatever the page claims, unless an escape character hints at ISO-2022.
  const bool utf8 = text::is_valid_utf8(bytes) && bytes.find('\x1B') == std::string_view::npos;
  const std::string label = utf8 ? std::string() : declared_charset(bytes);
  if (utf8 || label == "utf-8" || label == "utf8") return text::clean_utf8(bytes);
  if (label.empty() || label.starts_with("utf-16") || label.starts_with("utf-7")) return text::decode_text(bytes);
  Converter converter(iconv_name(label));
  if (!converter.usable()) return text::decode_text(bytes);
  std::size_t replaced = 0;
  text::CleanText clean = text::clean_utf8(converter.convert(bytes, replaced));
  clean.replaced += replaced;
  return clean;
}

}  // namespace sayso::ingest
