#include <doctest/doctest.h>

#include "model/tags.h"

using namespace sayso::model;
using sayso::text::Gap;
using sayso::text::Piece;

namespace {

/// One row of emissions a piece: `tag` gets `score`, all others 0.
std::vector<float> emissions(const std::vector<std::pair<std::uint8_t, float>>& wanted) {
  std::vector<float> out(wanted.size() * kTags, 0.F);
  for (std::size_t t = 0; t < wanted.size(); ++t) out[t * kTags + wanted[t].first] = wanted[t].second;
  return out;
}

std::vector<Piece> words(std::size_t count) {
  std::vector<Piece> out(count);
  for (Piece& piece : out) piece.gap = Gap::space;
  return out;
}

}  // namespace

TEST_CASE("tags follow the emissions where these are well formed") {
  const auto tags = best_tags(emissions({{1, 5}, {2, 5}, {3, 5}, {5, 5}, {6, 5}, {0, 5}}), Chain{}, words(6));
  CHECK(tags == std::vector<std::uint8_t>{1, 2, 3, 5, 6, 0});
  const auto found = segments(tags);
  REQUIRE(found.size() == 3);
  CHECK(found[0].role == Role::source);
  CHECK(found[0].last == 1);
  CHECK(found[2].role == Role::content);
  CHECK(found[2].first == 3);
  CHECK(found[2].last == 4);
}

TEST_CASE("an inside tag never stands without its role before it") {
  const auto tags = best_tags(emissions({{6, 5}, {2, 9}, {4, 5}}), Chain{}, words(3));
  for (std::size_t t = 0; t < tags.size(); ++t) {
    if (!continues(tags[t])) continue;
    REQUIRE(t > 0);
    CHECK(tags[t - 1] != kOutside);
    CHECK(role_of(tags[t - 1]) == role_of(tags[t]));
  }
}

TEST_CASE("a word keeps one role through its pieces") {
  auto pieces = words(3);
  pieces[1].gap = pieces[2].gap = Gap::inside_word;
  const auto tags = best_tags(emissions({{5, 3}, {0, 2}, {1, 4}}), Chain{}, pieces);
  CHECK(segments(tags).size() <= 1);
  if (tags[0] != kOutside) {
    CHECK(role_of(tags[1]) == role_of(tags[0]));
    CHECK(role_of(tags[2]) == role_of(tags[0]));
  }
}

TEST_CASE("a long document keeps its digits") {
  std::vector<std::pair<std::uint8_t, float>> wanted(400000, {0, 30.F});
  wanted[399990] = {3, 30.01F};
  const auto tags = best_tags(emissions(wanted), Chain{}, words(wanted.size()));
  CHECK(tags[399990] == 3);
}

TEST_CASE("nothing gives nothing") { CHECK(best_tags({}, Chain{}, {}).empty()); }
