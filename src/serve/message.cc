#include "serve/message.h"

#include <algorithm>

#include "text/utf8.h"

namespace sayso::serve {
namespace {

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/// Replaces escapes, in a form also plus signs. False for an escape that is none and for bytes that are no text.
bool decode(std::string_view escaped, bool form, std::string& out) {
  out.clear();
  for (std::size_t i = 0; i < escaped.size(); ++i) {
    if (escaped[i] == '%') {
      if (i + 2 >= escaped.size()) return false;
      const int high = hex_value(escaped[i + 1]), low = hex_value(escaped[i + 2]);
      if (high < 0 || low < 0) return false;
      out += static_cast<char>(high * 16 + low);
      i += 2;
    } else {
      out += form && escaped[i] == '+' ? ' ' : escaped[i];
    }
  }
  return text::is_valid_utf8(out) && out.find('\0') == std::string::npos;
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

}  // namespace

std::string_view Request::header(std::string_view name) const {
  const auto found =
      std::find_if(headers.begin(), headers.end(), [&](const auto& field) { return field.first == name; });
  return found == headers.end() ? std::string_view() : std::string_view(found->second);
}

bool parse_form(std::string_view form, Fields& pairs) {
  pairs.clear();
  while (!form.empty()) {
    const std::size_t end = std::min(form.find('&'), form.size());
    const std::string_view pair = form.substr(0, end);
    form.remove_prefix(std::min(end + 1, form.size()));
    if (pair.empty()) continue;
    const std::size_t equals = std::min(pair.find('='), pair.size());
    std::string name, value;
    if (!decode(pair.substr(0, equals), true, name)) return false;
    if (!decode(pair.substr(std::min(equals + 1, pair.size())), true, value)) return false;
    pairs.emplace_back(std::move(name), std::move(value));
  }
  return true;
}

bool parse_target(std::string_view target, std::string& path, Fields& query) {
  if (!target.starts_with('/')) return false;
  const std::size_t mark = std::min(target.find('?'), target.size());
  if (!decode(target.substr(0, mark), false, path)) return false;
  if (std::any_of(path.begin(), path.end(), is_control)) return false;
  return parse_form(target.substr(std::min(mark + 1, target.size())), query);
}

}  // namespace sayso::serve
