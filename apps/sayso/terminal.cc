#include "terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <string>

namespace sayso::cli {
namespace {

std::string environment(const char* name) {
  const char* value = std::getenv(name);  // read before any thread is started
  return value == nullptr ? std::string() : std::string(value);
}

}  // namespace

bool is_terminal(int descriptor) { return ::isatty(descriptor) == 1; }

std::size_t terminal_width(int descriptor) {
  winsize size{};
  if (!is_terminal(descriptor) || ::ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return 80;
  return std::max<std::size_t>(size.ws_col, 20);
}

bool use_colour(std::string_view when, int descriptor) {
  if (when != "auto") return when == "always";
  return is_terminal(descriptor) && environment("NO_COLOR").empty() && environment("TERM") != "dumb";
}

}  // namespace sayso::cli
