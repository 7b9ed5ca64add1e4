#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "evaluate/words.h"

namespace sayso::evaluate {
namespace {

Span find(std::string_view text, std::string_view words) {
  const auto begin = text.find(words);
  return {begin, begin + words.size()};
}

TEST_CASE("spans touch whole words, and punctuation only where they touch no word") {
  const std::string text = "Mr. O'Hara said: it's over.";
  const Words words(text);
  CHECK(words.touched_by({find(text, "ara sa")}).size == 2);
  CHECK(words.touched_by({find(text, "O'Hara")}).size == 2);
  CHECK(words.touched_by({find(text, "said:")}) == words.touched_by({find(text, "said")}));
  const TokenSet colon = words.touched_by({find(text, ":")});
  CHECK_FALSE(colon.words);
  CHECK(colon.size == 1);
  CHECK(words.touched_by({find(text, " ")}).empty());
  CHECK(words.touched_by({}).empty());
}

TEST_CASE("Jaccard index of sets") {
  const std::string text = "a b c, d e f";
  const Words words(text);
  const TokenSet abc = words.touched_by({{0, 5}}), cd = words.touched_by({{4, 8}}),
                 ends = words.touched_by({{11, 12}, {0, 1}});
  CHECK(jaccard(abc, cd) == 0.25);
  CHECK(jaccard(abc, ends) == 0.25);
  CHECK(jaccard(abc, abc) == 1);
  CHECK(jaccard(abc, words.touched_by({{5, 6}})) == 0);
  CHECK(jaccard(abc, TokenSet{}) == 0);
}

TEST_CASE("sets are ordered as their lists of tokens") {
  const std::string text = "a b c , d e";
  const Words words(text);
  const auto set = [&](std::vector<Span> spans) { return words.touched_by(spans); };
  const std::vector<TokenSet> ordered = {set({}),       set({{0, 1}}),         set({{0, 3}}),
                                         set({{0, 5}}), set({{0, 3}, {8, 9}}), set({{0, 1}, {4, 5}}),
                                         set({{2, 5}}), set({{6, 7}}),         set({{8, 9}})};
  for (std::size_t i = 0; i < ordered.size(); ++i) {
    for (std::size_t j = 0; j < ordered.size(); ++j) CHECK(before(ordered[i], ordered[j]) == (i < j));
  }
}

TEST_CASE("the kind of a content is its share in quotation marks") {
  const std::string text = "He said \"one two three four\" and five six.";
  const Words words(text);
  const auto mode = [&](std::string_view passage) { return words.mode(words.touched_by({find(text, passage)})); };
  CHECK(mode("\"one two three four\"") == Mode::direct);
  CHECK(mode("one two three four\" and") == Mode::direct);
  CHECK(mode("one two three four\" and five") == Mode::mixed);
  CHECK(mode("and five six") == Mode::indirect);
  CHECK(words.mode(TokenSet{}) == Mode::indirect);
}

TEST_CASE("spans are trimmed and joined, strictly or leniently") {
  const std::string text = "  \xE2\x80\x9Cit is,\nso\xE2\x80\x9D \xE2\x80\x94 he";
  const Span quote = find(text, "\xE2\x80\x9Cit is,\nso\xE2\x80\x9D"), head = find(text, "\xE2\x80\x9Cit is,");
  const Span tail = find(text, "so\xE2\x80\x9D \xE2\x80\x94 ");
  using Spans = std::vector<Span>;
  CHECK(normal_spans(text, {{0, quote.end}}, false, true) == Spans{quote});
  CHECK(normal_spans(text, {quote}, true, true) == Spans{find(text, "it is,\nso")});
  CHECK(normal_spans(text, {{tail.begin, quote.end}, head}, false, true) == Spans{quote});
  CHECK(normal_spans(text, {{tail.begin, quote.end}, head}, false, false) == Spans{head, {tail.begin, quote.end}});
  CHECK(normal_spans(text, {head, tail}, true, true) == Spans{find(text, "it is,\nso")});
  CHECK(normal_spans(text, {{0, 2}}, false, true).empty());
  CHECK(normal_spans(text, {{find(text, "he").begin, 999}, {500, 600}}, false, true) == Spans{find(text, "he")});
}

}  // namespace
}  // namespace sayso::evaluate
