#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <numeric>
#include <thread>
#include <vector>

#include "base/parallel.h"

using sayso::parallel_for;

TEST_CASE("every index is visited exactly once, whatever the number of threads") {
  for (const std::size_t threads : {0U, 1U, 2U, 7U, 64U}) {
    for (const std::size_t n : {0U, 1U, 2U, 1000U}) {
      CAPTURE(threads);
      CAPTURE(n);
      std::vector<int> visits(n, 0);
      parallel_for(n, threads, [&](std::size_t i) { ++visits[i]; });
      CHECK(std::all_of(visits.begin(), visits.end(), [](int count) { return count == 1; }));
    }
  }
}

TEST_CASE("one thread runs in order in the calling thread") {
  const auto here = std::this_thread::get_id();
  std::vector<std::size_t> order;
  bool same_thread = true;
  parallel_for(50, 1, [&](std::size_t i) {
    order.push_back(i);
    same_thread = same_thread && std::this_thread::get_id() == here;
  });
  std::vector<std::size_t> expected(50);
  std::iota(expected.begin(), expected.end(), std::size_t{0});
  CHECK(order == expected);
  CHECK(same_thread);
}

TEST_CASE("a loop may run inside another") {
  std::atomic<int> calls{0};
  parallel_for(4, 4, [&](std::size_t) { parallel_for(5, 2, [&](std::size_t) { ++calls; }); });
  CHECK(calls == 20);
}

TEST_CASE("there is always a thread to use") { CHECK(sayso::available_threads() >= 1); }
