#include "sayso/result.h"

#include <array>
#include <cstdio>

namespace sayso {

std::string code_name(Code code) {
  std::array<char, 16> name{};
  std::snprintf(name.data(), name.size(), "SAY%03u", static_cast<unsigned>(code));
  return name.data();
}

std::string Error::to_string() const {
  std::string out = code_name(code);
  if (!file.empty()) out += ' ' + file + ':';
  if (line) out += (file.empty() ? " line " : "") + std::to_string(*line) + ':';
  if (byte) out += " byte " + std::to_string(*byte) + ':';
  return out + ' ' + message;
}

}  // namespace sayso
