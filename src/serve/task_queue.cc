#include "serve/task_queue.h"

#include <sys/resource.h>
#include <unistd.h>

#include <utility>

namespace sayso::serve {

TaskQueue::TaskQueue(std::size_t threads, std::size_t most_waiting, bool nice) : most_waiting_(most_waiting) {
  for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this, nice] { work(nice); });
}

TaskQueue::~TaskQueue() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wakes_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

bool TaskQueue::push(std::function<void()> task) {
  {
    const std::lock_guard lock(mutex_);
    if (tasks_.size() >= most_waiting_) return false;
    tasks_.push_back(std::move(task));
  }
  wakes_.notify_one();
  return true;
}

void TaskQueue::work(bool nice) {
  constexpr int kNicer = 5;
  // Linux counts niceness by thread; where it does not, or may not, the tasks are done all the same.
  if (nice) (void)setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), kNicer);
  while (true) {
    std::function<void()> task;
    {
      std::unique_lock lock(mutex_);
      wakes_.wait(lock, [this] { return stopping_ || !tasks_.empty(); });
      if (stopping_) return;
      task = std::move(tasks_.front());
      tasks_.pop_front();
    }
    task();
  }
}

}  // namespace sayso::serve
