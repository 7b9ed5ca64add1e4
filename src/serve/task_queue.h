#pragma once
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace sayso::serve {

/// Threads that do tasks in the order in which they came. Its methods are safe to call from several threads.
class TaskQueue {
 public:
  /// Nicer threads let others go first where the processors are short.
  TaskQueue(std::size_t threads, std::size_t most_waiting, bool nice);
  TaskQueue(const TaskQueue&) = delete;
  TaskQueue& operator=(const TaskQueue&) = delete;
  /// Waits for the tasks under way; those that still wait are dropped.
  ~TaskQueue();

  /// False where too many wait already. `task` must not throw.
  [[nodiscard]] bool push(std::function<void()> task);

 private:
  void work(bool nice);

  std::mutex mutex_;
  std::condition_variable wakes_;
  std::deque<std::function<void()>> tasks_;
  std::size_t most_waiting_;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace sayso::serve
