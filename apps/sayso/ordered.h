#pragma once
#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace sayso::cli {

/// A stream of items that many threads work on and that comes out in the order in which it came in.
template <class In, class Out>
struct Stream {
  std::function<std::optional<In>()> pull;     ///< the next item; called by any thread, by one at a time
  std::function<Out(In&&, std::size_t)> work;  ///< called by several threads at once, with the threads that it may use
  std::function<void(Out)> emit;               ///< called by the thread that runs the stream, in order
  std::function<void()> idle;                  ///< the same, when nothing is ready, and at least every 0.1 s
};

/// Runs a stream to its end. At most about two items a thread are in memory, whatever the length of the stream. An item
/// that is worked on while threads have nothing to do may use those too. None of the functions may throw.
template <class In, class Out>
void run_stream(const Stream<In, Out>& stream, std::size_t threads) {
  std::mutex pulling, state;
  std::condition_variable changed;
  std::deque<std::optional<Out>> results;  // of the items that were pulled and not emitted
  std::size_t emitted = 0, pulled = 0, working = 0, running = 0;
  const std::size_t most = 2 * threads + 2;

  const auto step = [&](std::size_t index, In item, std::size_t share) {
    Out out = stream.work(std::move(item), share);
    const std::lock_guard lock(state);
    results[index - emitted] = std::move(out);
    --working;
    changed.notify_all();
  };
  const auto worker = [&] {
    for (;;) {
      std::unique_lock turn(pulling);
      {
        std::unique_lock lock(state);
        changed.wait(lock, [&] { return results.size() < most; });
      }
      std::optional<In> item = stream.pull();
      std::size_t index = 0, share = 1;
      {
        const std::lock_guard lock(state);
        if (item) {
          index = pulled++;
          results.emplace_back();
          share = std::max<std::size_t>(1, threads / ++working);
        }
      }
      turn.unlock();
      if (!item) break;
      step(index, std::move(*item), share);
    }
    const std::lock_guard lock(state);
    --running;
    changed.notify_all();
  };

  std::vector<std::thread> pool;
  try {
    for (; threads > 1 && pool.size() < threads;) {
      {
        const std::lock_guard lock(state);
        ++running;
      }
      pool.emplace_back(worker);
    }
  } catch (const std::system_error&) {  // the system refuses more threads: those that there are do the work
    const std::lock_guard lock(state);
    --running;
  }
  if (pool.empty()) {
    while (auto item = stream.pull()) {
      stream.emit(stream.work(std::move(*item), 1));
      stream.idle();
    }
    return;
  }
  std::unique_lock lock(state);
  for (;;) {
    const auto ready = [&] { return !results.empty() && results.front().has_value(); };
    if (ready()) {
      Out out = std::move(*results.front());
      results.pop_front();
      ++emitted;
      changed.notify_all();
      lock.unlock();
      stream.emit(std::move(out));
      lock.lock();
      continue;
    }
    if (running == 0 && results.empty()) break;
    lock.unlock();
    stream.idle();
    lock.lock();
    changed.wait_for(lock, std::chrono::milliseconds(100),
                     [&] { return ready() || (running == 0 && results.empty()); });
  }
  lock.unlock();
  for (std::thread& thread : pool) thread.join();
}

}  // namespace sayso::cli
