#include "record/json_writer.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace sayso {
namespace {

constexpr char kHex[] = "0123456789abcdef";

void append_escape(std::string& out, unsigned char byte) {
  switch (byte) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      out += "\\u00";
      out += kHex[byte >> 4];
      out += kHex[byte & 15];
  }
}

/// Bytes of the UTF-8 character at `at` (a byte above 0x7F), or 0 when none begins there.
std::size_t wide_character(std::string_view s, std::size_t at) {
  const auto byte = [&](std::size_t i) { return i < s.size() ? static_cast<unsigned char>(s[i]) : 0U; };
  const auto trails = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
  const unsigned lead = byte(at), second = byte(at + 1);
  if (lead >= 0xC2 && lead <= 0xDF) return trails(at + 1) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) {
    const unsigned low = lead == 0xE0 ? 0xA0 : 0x80, high = lead == 0xED ? 0x9F : 0xBF;  // no overlong, no surrogate
    return second >= low && second <= high && trails(at + 2) ? 3 : 0;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    const unsigned low = lead == 0xF0 ? 0x90 : 0x80, high = lead == 0xF4 ? 0x8F : 0xBF;
    return second >= low && second <= high && trails(at + 2) && trails(at + 3) ? 4 : 0;
  }
  return 0;
}

}  // namespace

void append_json_string(std::string& out, std::string_view value) {
  out += '"';
  std::size_t copied = 0;  // value[copied, i) is fit to be appended as it is
  for (std::size_t i = 0; i < value.size();) {
    const auto byte = static_cast<unsigned char>(value[i]);
    if (byte >= 0x80) {
      if (const std::size_t size = wide_character(value, i); size > 0) {
        i += size;
        continue;
      }
    } else if (byte >= 0x20 && byte != '"' && byte != '\\' && byte != 0x7F) {
      ++i;
      continue;
    }
    out.append(value, copied, i - copied);
    if (byte < 0x80) {
      append_escape(out, byte);
    } else {
      out += "\xEF\xBF\xBD";
    }
    copied = ++i;
  }
  out.append(value, copied);
  out += '"';
}

void JsonWriter::new_line() {
  out_ += '\n';
  out_.append(2 * depth_, ' ');
}

void JsonWriter::before_value() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (!first_) out_ += ',';
  if (layout_ == Layout::pretty && depth_ > 0) {
    if (short_depth_ == 0) {
      new_line();
    } else if (!first_) {
      out_ += ' ';
    }
  }
  first_ = false;
}

void JsonWriter::open(char bracket) {
  before_value();
  out_ += bracket;
  ++depth_;
  if (short_depth_ > 0) ++short_depth_;
  first_ = true;
}

void JsonWriter::open_short(char bracket) {
  open(bracket);
  if (short_depth_ == 0) short_depth_ = 1;
}

void JsonWriter::close(char bracket) {
  --depth_;
  if (short_depth_ > 0) {
    --short_depth_;
  } else if (layout_ == Layout::pretty && !first_) {
    new_line();
  }
  out_ += bracket;
  first_ = false;
}

void JsonWriter::key(std::string_view name) {
  before_value();
  append_json_string(out_, name);
  out_ += layout_ == Layout::pretty ? ": " : ":";
  after_key_ = true;
}

void JsonWriter::text(std::string_view value) {
  before_value();
  append_json_string(out_, value);
}

void JsonWriter::number(std::size_t value) {
  before_value();
  out_ += std::to_string(value);
}

void JsonWriter::span(const Span& span) {
  open_short('[');
  number(span.begin);
  number(span.end);
  close(']');
}

void JsonWriter::probability(double value) {
  before_value();
  const double inside = value > 0 ? std::min(value, 1.0) : 0.0;  // NaN compares false
  const auto parts = std::to_string(10000 + std::llround(inside * 10000));
  out_ += parts[0] == '1' ? '0' : '1';
  std::string_view decimals = std::string_view(parts).substr(1);
  decimals = decimals.substr(0, decimals.find_last_not_of('0') + 1);
  if (!decimals.empty()) (out_ += '.') += decimals;
}

void JsonWriter::real(double value) {
  before_value();
  constexpr double kExact =
      1e15;  // below this a double holds every whole number, and 61000000000 reads better than 6.1e+10
  const bool plain = std::abs(value) < kExact && (value == std::trunc(value) || std::abs(value) >= 0.001);
  char digits[64];
  const auto end = plain ? std::to_chars(digits, digits + sizeof digits, value, std::chars_format::fixed).ptr
                         : std::to_chars(digits, digits + sizeof digits, value).ptr;
  out_.append(digits, end);
}

void JsonWriter::raw(std::string_view json) {
  before_value();
  out_ += json;
}

void JsonWriter::field(std::string_view name, std::string_view value) {
  if (value.empty()) return;
  key(name);
  text(value);
}

}  // namespace sayso
