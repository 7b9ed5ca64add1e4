#include <doctest/doctest.h>

#include <algorithm>

#include "model/windows.h"

using sayso::model::windows;

TEST_CASE("a document that fits is one window, none is none") {
  CHECK(windows(0, 254, 64).empty());
  const auto one = windows(254, 254, 64);
  REQUIRE(one.size() == 1);
  CHECK(one[0].end == 254);
  CHECK(one[0].own_end == 254);
}

TEST_CASE("own parts tile the document, each decided where it has most context") {
  for (const std::size_t count : {255U, 300U, 444U, 445U, 1000U, 12345U}) {
    const auto plan = windows(count, 254, 64);
    REQUIRE(plan.size() > 1);
    CHECK(plan.front().begin == 0);
    CHECK(plan.back().end == count);
    std::size_t next = 0;
    for (std::size_t i = 0; i < plan.size(); ++i) {
      CHECK(plan[i].end - plan[i].begin == 254);
      CHECK(plan[i].own_begin == next);
      CHECK(plan[i].own_end > plan[i].own_begin);
      next = plan[i].own_end;
      if (i == 0) continue;
      CHECK(plan[i - 1].end - plan[i].begin >= 64);
      // At the border, the distance to the one cut edge equals that to the other, give or take a piece.
      const std::size_t left = plan[i].own_begin - plan[i].begin, right = plan[i - 1].end - plan[i].own_begin;
      CHECK(std::max(left, right) - std::min(left, right) <= 1);
    }
    CHECK(next == count);
  }
}

TEST_CASE("a window weighs by what it shows around pieces; the ends of the document cut nothing") {
  using sayso::model::context;
  const sayso::model::Window first{0, 254, 0, 0}, middle{100, 354, 0, 0}, last{246, 500, 0, 0};
  CHECK(context(first, 0, 3, 500) == 64);
  CHECK(context(first, 250, 250, 500) == 3);
  CHECK(context(first, 253, 253, 500) == 1);
  CHECK(context(middle, 110, 300, 500) == 10);
  CHECK(context(last, 499, 499, 500) == 64);
}
