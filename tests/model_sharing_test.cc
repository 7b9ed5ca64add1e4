#include <doctest/doctest.h>

#include "model/sharing.h"

using sayso::model::Choice;
using sayso::model::kNoChoice;
using sayso::model::share_contents;
using sayso::model::share_sources;
using Choices = std::vector<std::vector<Choice>>;

TEST_CASE("a content goes to its best cue, or to none where none is near") {
  CHECK(share_contents(Choices{{{0, 1.0F}, {1, 2.0F}}, {{0, 3.0F}}, {}}, 2) ==
        std::vector<std::size_t>{1, 0, kNoChoice});
}

TEST_CASE("a cue without content takes one from a cue that has several") {
  const Choices scores{{{0, 5.0F}, {1, 1.0F}}, {{0, 5.0F}, {1, 3.0F}}};
  CHECK(share_contents(scores, 2) == std::vector<std::size_t>{0, 1});
  CHECK(share_contents(Choices{scores[1]}, 2) == std::vector<std::size_t>{0});  // not the only one
  const Choices far_worse{{{0, 5.0F}}, {{0, 9.0F}, {1, 0.5F}}};
  CHECK(share_contents(far_worse, 2) == std::vector<std::size_t>{0, 0});
}

TEST_CASE("cues may share a source; a source that none took goes to the cue without any that it fits best") {
  constexpr std::size_t kSources = 2;
  const Choices shared{{{kSources, 0.0F}, {0, 2.0F}}, {{kSources, 0.0F}, {0, 1.0F}}};
  CHECK(share_sources(shared, kSources) == std::vector<std::size_t>{1, 1});
  const Choices left_over{{{kSources, 0.0F}, {0, 2.0F}, {1, 1.0F}}, {{kSources, 4.0F}, {0, 1.0F}, {1, 2.0F}}};
  CHECK(share_sources(left_over, kSources) == std::vector<std::size_t>{1, 2});
  CHECK(share_sources(Choices{{{kSources, 9.0F}, {0, 0.5F}}}, kSources) == std::vector<std::size_t>{0});
}

TEST_CASE("a cue that no window shows whole has no choices") {
  CHECK(share_sources(Choices{{}, {{1, 0.0F}, {0, 2.0F}}}, 1) == std::vector<std::size_t>{kNoChoice, 1});
}
