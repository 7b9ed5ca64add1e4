#pragma once
#include <chrono>
#include <cstdint>
#include <string>

namespace sayso::cli {

/// A line on standard error that tells how far a long run is. Shows nothing before half a second has passed, and
/// nothing at all unless standard error is a terminal. For one thread.
class Progress {
 public:
  /// `total_bytes` is 0 when not known.
  Progress(bool wanted, std::uint64_t total_bytes);
  ~Progress() { hide(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void update(std::uint64_t documents, std::uint64_t bytes);
  /// Takes the line away, before something else is printed.
  void hide();

 private:
  using Clock = std::chrono::steady_clock;
  bool wanted_;
  bool shown_ = false;
  std::uint64_t total_bytes_;
  Clock::time_point start_ = Clock::now();
  Clock::time_point next_ = start_ + std::chrono::milliseconds(500);
};

/// The line: a bar and the remaining time when `total_bytes` is known, documents, megabytes, rate.
[[nodiscard]] std::string progress_line(std::uint64_t documents, std::uint64_t bytes, std::uint64_t total_bytes,
                                        double seconds);

}  // namespace sayso::cli
