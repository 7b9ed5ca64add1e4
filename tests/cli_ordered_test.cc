#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <thread>
#include <vector>

#include "ordered.h"

namespace sayso::cli {
namespace {

TEST_CASE("results come out in the order of the input, and few are in memory at a time") {
  for (const std::size_t threads : {1U, 2U, 7U}) {
    constexpr int kItems = 500;
    int next = 0;
    std::vector<int> out;
    std::atomic<int> inside = 0, most = 0;
    Stream<int, int> stream;
    stream.pull = [&]() -> std::optional<int> {
      if (next == kItems) return std::nullopt;
      const int now = ++inside;
      if (now > most) most = now;
      return next++;
    };
    stream.work = [&](int item, std::size_t share) {
      CHECK(share >= 1);
      CHECK(share <= threads);
      if (item % 17 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(1));
      return item * 2;
    };
    stream.emit = [&](int result) {
      --inside;
      out.push_back(result);
    };
    stream.idle = [] {};
    run_stream(stream, threads);
    REQUIRE(out.size() == kItems);
    for (int i = 0; i < kItems; ++i) REQUIRE(out[static_cast<std::size_t>(i)] == 2 * i);
    CHECK(most.load() <= static_cast<int>(2 * threads + 3));  // one of them is being written
  }
}

TEST_CASE("a stream without items ends") {
  for (const std::size_t threads : {1U, 4U}) {
    Stream<int, int> stream;
    stream.pull = []() -> std::optional<int> { return std::nullopt; };
    stream.work = [](int item, std::size_t) { return item; };
    stream.emit = [](int) { FAIL("nothing to emit"); };
    stream.idle = [] {};
    run_stream(stream, threads);
  }
}

TEST_CASE("a lone item may use all the threads") {
  std::atomic<std::size_t> share = 0;
  bool given = false;
  Stream<int, int> stream;
  stream.pull = [&]() -> std::optional<int> {
    if (std::exchange(given, true)) return std::nullopt;
    return 1;
  };
  stream.work = [&](int item, std::size_t threads) {
    share = threads;
    return item;
  };
  stream.emit = [](int) {};
  stream.idle = [] {};
  run_stream(stream, 4);
  CHECK(share == 4);
}

}  // namespace
}  // namespace sayso::cli
