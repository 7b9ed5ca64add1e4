#pragma once
#include <cstddef>
#include <functional>

namespace sayso {

/// Calls `body(0) ... body(n - 1)`, each exactly once, on up to `threads` threads, the calling one among them, and
/// returns when all are done. The order is not fixed: write results by index. With `threads` <= 1, or n <= 1,
/// everything runs in order in the calling thread. Where the system refuses more threads, fewer do the work. `body`
/// must not throw and must be safe to call from several threads at once.
void parallel_for(std::size_t n, std::size_t threads, const std::function<void(std::size_t)>& body);

/// How many threads this process may use at once (its CPU affinity counts); at least 1.
[[nodiscard]] std::size_t available_threads();

}  // namespace sayso
