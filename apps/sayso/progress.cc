#include "progress.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>

#include "terminal.h"

namespace sayso::cli {
namespace {

std::string duration(double seconds) {
  const auto all = static_cast<unsigned long>(std::min(seconds + 0.5, 359999.0));
  char text[32];
  if (all >= 3600) {
    std::snprintf(text, sizeof text, "%lu:%02lu:%02lu", all / 3600, all / 60 % 60, all % 60);
  } else {
    std::snprintf(text, sizeof text, "%lu:%02lu", all / 60, all % 60);
  }
  return text;
}

}  // namespace

std::string progress_line(std::uint64_t documents, std::uint64_t bytes, std::uint64_t total_bytes, double seconds) {
  const double done = static_cast<double>(bytes) / 1e6, total = static_cast<double>(total_bytes) / 1e6;
  const double rate = seconds > 0 ? done / seconds : 0;
  char text[160];
  std::string line;
  if (total_bytes > 0) {
    constexpr std::size_t kCells = 20;
    const double share = std::min(1.0, done / total);
    const auto full = static_cast<std::size_t>(share * kCells);
    line += '[';
    line.append(full, '#');
    line.append(kCells - full, '.');
    std::snprintf(text, sizeof text, "] %3.0f %%  ", 100 * share);
    line += text;
  }
  std::snprintf(text, sizeof text, "%llu %s  %.1f", static_cast<unsigned long long>(documents),
                documents == 1 ? "document" : "documents", done);
  line += text;
  if (total_bytes > 0) {
    std::snprintf(text, sizeof text, " of %.1f", total);
    line += text;
  }
  std::snprintf(text, sizeof text, " MB  %.2f MB/s", rate);
  line += text;
  if (total_bytes > 0 && rate > 0) line += "  " + duration(std::max(0.0, total - done) / rate) + " left";
  return line;
}

Progress::Progress(bool wanted, std::uint64_t total_bytes)
    : wanted_(wanted && is_terminal(STDERR_FILENO)), total_bytes_(total_bytes) {}

void Progress::update(std::uint64_t documents, std::uint64_t bytes) {
  const auto now = Clock::now();
  if (!wanted_ || now < next_) return;
  next_ = now + std::chrono::milliseconds(100);
  const double seconds = std::chrono::duration<double>(now - start_).count();
  std::string line = progress_line(documents, bytes, total_bytes_, seconds);
  line.resize(std::min(line.size(), terminal_width(STDERR_FILENO) - 1));
  std::fprintf(stderr, "\r\x1b[K%s", line.c_str());
  std::fflush(stderr);
  shown_ = true;
}

void Progress::hide() {
  if (!shown_) return;
  std::fputs("\r\x1b[K", stderr);
  std::fflush(stderr);
  shown_ = false;
}

}  // namespace sayso::cli
