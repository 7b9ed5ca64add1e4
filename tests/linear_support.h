#pragma once
#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <ctime>

namespace sayso {

/// Processor seconds that `work()` takes: other programs on the machine do not count.
double processor_seconds(const auto& work) {
  const std::clock_t begun = std::clock();
  work();
  return static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC;
}

/// Checks that the time of `work(input)` grows with the input alone: `make(size)` gives the input, and four times as
/// much may take at most eight times as long, the best of three runs each. Quadratic work takes sixteen times as long.
/// No limit is a number of seconds, so that slow machines and sanitizers pass. The size grows, at most to 64 times what
/// was given, until the larger input takes the 10 ms that can be measured; what is faster still is never too slow.
void check_linear(std::size_t size, const auto& make, const auto& work) {
  const auto is_measurable = [&](std::size_t at) {
    const auto input = make(at);
    return processor_seconds([&] { work(input); }) >= 0.01;
  };
  for (const std::size_t most = 64 * size; size < most && !is_measurable(4 * size);) size *= 4;
  const auto small = make(size), large = make(4 * size);
  double best_small = 1e9, best_large = 1e9, ratio = 0;
  for (int run = 0; run < 3; ++run) {
    best_small = std::min(best_small, processor_seconds([&] { work(small); }));
    best_large = std::min(best_large, processor_seconds([&] { work(large); }));
    ratio = best_large / std::max(best_small, 1e-6);
    if (best_large < 0.01 || ratio < 8) break;
  }
  CAPTURE(best_small);
  CAPTURE(best_large);
  CHECK((best_large < 0.01 || ratio < 8));
}

}  // namespace sayso
