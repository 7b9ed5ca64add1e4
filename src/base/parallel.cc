#include "base/parallel.h"

#include <sched.h>

#include <algorithm>
#include <atomic>
#include <system_error>
#include <thread>
#include <vector>

namespace sayso {

void parallel_for(std::size_t n, std::size_t threads, const std::function<void(std::size_t)>& body) {
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t i = next.fetch_add(1); i < n; i = next.fetch_add(1)) body(i);
  };
  std::vector<std::jthread> helpers;  // joined when it goes out of scope
  const std::size_t wanted = std::min(threads, n);
  if (wanted > 1) {
    helpers.reserve(wanted - 1);
    try {
      while (helpers.size() < wanted - 1) helpers.emplace_back(work);
    } catch (const std::system_error&) {
      // No more threads to be had: those that run, and this one, share the work.
    }
  }
  work();
}

std::size_t available_threads() {
  cpu_set_t cpus;
  CPU_ZERO(&cpus);
  if (sched_getaffinity(0, sizeof(cpus), &cpus) == 0) {
    return static_cast<std::size_t>(std::max(1, CPU_COUNT(&cpus)));
  }
  return std::max(1U, std::thread::hardware_concurrency());
}

}  // namespace sayso
