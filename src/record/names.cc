#include "record/names.h"

#include <algorithm>

namespace sayso {
namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::string percent_decoded(std::string_view s) {
  std::string out;
  for (std::size_t i = 0; i < s.size(); ++i) {
    const int high = s[i] == '%' && i + 2 < s.size() ? hex_digit(s[i + 1]) : -1;
    const int low = high >= 0 ? hex_digit(s[i + 2]) : -1;
    if (low >= 0) {
      out += static_cast<char>(high * 16 + low);
      i += 2;
    } else {
      out += s[i];
    }
  }
  return out;
}

}  // namespace

std::string base_name(std::string_view uri) {
  std::string path(uri);
  if (const auto scheme = uri.find("://"); scheme != std::string_view::npos) {
    uri = uri.substr(0, uri.find_first_of("?#", scheme));
    const auto slash = uri.find('/', scheme + 3);
    path = slash == std::string_view::npos ? std::string() : percent_decoded(uri.substr(slash));
  }
  while (path.ends_with('/')) path.pop_back();
  return path.substr(path.find_last_of('/') + 1);
}

std::string without_extension(std::string name) {
  const auto dot = name.find_last_of('.');
  if (dot != std::string::npos && dot > 0 && dot + 1 < name.size()) name.resize(dot);
  return name;
}

}  // namespace sayso
