#include <doctest/doctest.h>

#include "model/syntax.h"
#include "text/sentences.h"

using namespace sayso;

namespace {

constexpr std::string_view kText = "They don't. We do, in 1999.";

/// Pieces of these spans; nothing else of them matters here.
std::vector<text::Piece> pieces_of(std::initializer_list<Span> spans) {
  std::vector<text::Piece> out;
  for (const Span& span : spans) {
    text::Piece piece;
    piece.begin = static_cast<std::uint32_t>(span.begin);
    piece.end = static_cast<std::uint32_t>(span.end);
    out.push_back(piece);
  }
  return out;
}

// They don ' t . We do , in 1999 .
const std::vector<text::Piece> kPieces =
    pieces_of({{0, 4}, {5, 8}, {8, 9}, {9, 10}, {10, 11}, {12, 14}, {15, 17}, {17, 18}, {19, 21}, {22, 26}, {26, 27}});

}  // namespace

TEST_CASE("each word has a piece of its own, the halves of don't too") {
  const auto words = model::divide(text::tokens(kText), text::sentences(kText), kPieces, 100);
  REQUIRE(words.words.size() == 10);
  CHECK(words.words[1].span.of(kText) == "do");
  CHECK(words.words[2].span.of(kText) == "n't");
  CHECK(words.pieces == std::vector<std::uint32_t>{0, 1, 2, 4, 5, 6, 7, 8, 9, 10});
}

TEST_CASE("each sentence is a tree, and a word is its own head until it is read") {
  const auto words = model::divide(text::tokens(kText), text::sentences(kText), kPieces, 100);
  CHECK(words.trees == std::vector<std::size_t>{0, 4, 10});
  CHECK(words.words[3].sentence == 0);
  CHECK(words.words[4].sentence == 1);
  CHECK(words.words[4].head == 4);
}

TEST_CASE("a sentence of too many pieces is several trees") {
  const auto words = model::divide(text::tokens(kText), text::sentences(kText), kPieces, 4);
  CHECK(words.trees == std::vector<std::size_t>{0, 3, 4, 8, 10});
}

TEST_CASE("words without a piece of their own share their neighbour's") {
  const auto words = model::divide(text::tokens("a b"), text::sentences("a b"), pieces_of({{0, 1}}), 100);
  CHECK(words.pieces == std::vector<std::uint32_t>{0, 0});
}

TEST_CASE("a text without pieces has no words") {
  CHECK(model::divide(text::tokens("x"), text::sentences("x"), {}, 100).words.empty());
}
