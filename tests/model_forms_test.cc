#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "model/forms.h"

using namespace sayso;
using namespace sayso::model;

namespace {

constexpr std::string_view kVocabulary = "[UNK]\n[CLS]\n[SEP]\nshe\nour\n##selves\nport\n##er\n2\n##nd\nuk";

}  // namespace

TEST_CASE("a head word is a pronoun, a name or another noun") {
  const auto vocabulary = text::Vocabulary::from_lines(kVocabulary);
  REQUIRE(vocabulary.ok());
  const auto form = [&](std::string_view word) {
    const auto pieces = text::pieces(word, vocabulary.value());
    return form_of(pieces, 0, vocabulary.value());
  };
  CHECK(form("She") == Form::she);
  CHECK(form("ourselves") == Form::we);
  CHECK(form("our") == Form::we);
  CHECK(form("OUR") == Form::name);
  CHECK(form("porter") == Form::nominal);
  CHECK(form("Porter") == Form::name);
  CHECK(form("UK") == Form::name);
  CHECK(form("2nd") == Form::name);
  CHECK(form("\xC3\xBC") == Form::nominal);  // not in the vocabulary
}

TEST_CASE("words are numbered by their letters; an unknown one is like no other") {
  const auto vocabulary = text::Vocabulary::from_lines(kVocabulary);
  REQUIRE(vocabulary.ok());
  const auto pieces = text::pieces("Porter port zz porter zz", vocabulary.value());
  std::vector<std::uint32_t> heads;
  for (std::uint32_t i = 0; i < pieces.size(); ++i) {
    if (pieces[i].gap != text::Gap::inside_word) heads.push_back(i);
  }
  const auto numbers = number_words(pieces, heads, vocabulary.value());
  REQUIRE(numbers.size() == 5);
  CHECK(numbers[0] == numbers[3]);
  CHECK(numbers[0] != numbers[1]);
  CHECK(numbers[2] != numbers[4]);
}
