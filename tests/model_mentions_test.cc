#include <doctest/doctest.h>

#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>
#include <vector>

#include "model/attribution.h"

using namespace sayso;
using namespace sayso::model;

namespace {

constexpr std::size_t kSection = 8192;  // pieces read at once, as in attribution.cc

std::unique_ptr<const AttributionModel> open(const std::string& name) {
  auto model = AttributionModel::open(std::string(SAYSO_SOURCE_DIR) + "/tests/data/" + name);
  REQUIRE(model.ok());
  return std::move(model).value();
}

/// Words of one to three letters in short paragraphs; a letter is a piece.
std::string letters(std::size_t words) {
  std::string out;
  unsigned state = 5;
  for (std::size_t i = 0; i < words; ++i) {
    state = state * 1103515245 + 12345;
    const unsigned random = state >> 16;
    for (unsigned k = 0; k <= random % 3; ++k)
      out += static_cast<char>((random % 5 == 0 ? 'A' : 'a') + (random + 7 * k) % 26);
    out += i % 40 == 39 ? "\n\n" : i % 9 == 8 ? ". " : " ";
  }
  return out;
}

bool same(const std::vector<Mention>& a, const std::vector<Mention>& b) {
  const auto equal = [](const Mention& x, const Mention& y) {
    return x.head == y.head && x.first == y.first && x.last == y.last && x.kind == y.kind && x.form == y.form &&
           x.antecedent == y.antecedent && x.entity == y.entity && x.certainty == y.certainty && x.metonym == y.metonym;
  };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), equal);
}

void check(const Reading& reading) {
  const auto& pieces = reading.pieces;
  const auto& mentions = reading.mentions;
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    const Mention& mention = mentions[i];
    if (i > 0) CHECK(mentions[i - 1].head < mention.head);
    CHECK(mention.first <= mention.head);
    CHECK(mention.head <= mention.last);
    REQUIRE(mention.last < pieces.size());
    CHECK(pieces[mention.first].gap != text::Gap::inside_word);
    CHECK(pieces[mention.head].gap != text::Gap::inside_word);
    CHECK(end_of_word(pieces, mention.last) == mention.last + 1);
    for (std::size_t at = mention.first + 1; at <= mention.last; ++at) CHECK(pieces[at].gap != text::Gap::paragraph);
    REQUIRE(mention.antecedent <= i);
    CHECK(mention.entity == (mention.antecedent == i ? i : mentions[mention.antecedent].entity));
    CHECK(mentions[mention.entity].entity == mention.entity);
    CHECK(mention.certainty > 0);
    CHECK(mention.certainty <= 1.0001F);
    CHECK(mention.metonym >= 0);
    CHECK(mention.metonym <= 1);
  }
}

struct Environment {
  explicit Environment(const char* kernels) { setenv("SAYSO_KERNELS", kernels, 1); }
  ~Environment() { unsetenv("SAYSO_KERNELS"); }
};

}  // namespace

TEST_CASE("mentions are whole words of one paragraph and take up earlier ones") {
  const auto model = open("mentions.sayso");
  const Reading reading = model->read(letters(600), 1);
  REQUIRE(reading.mentions.size() > 50);
  check(reading);
  std::size_t taken_up = 0, wide = 0;
  for (std::size_t i = 0; i < reading.mentions.size(); ++i) {
    if (reading.mentions[i].antecedent < i) ++taken_up;
    if (reading.mentions[i].first < reading.mentions[i].last) ++wide;
  }
  CHECK(taken_up > 0);
  CHECK(wide > 0);
}

TEST_CASE("a text of several sections has each mention once, and entities across them") {
  const auto model = open("mentions.sayso");
  const Reading reading = model->read(letters(10000), 2);
  REQUIRE(reading.pieces.size() > 2 * kSection);
  check(reading);
  std::size_t behind = 0, across = 0;  // mentions of later sections; those that take up one of an earlier section
  for (const Mention& mention : reading.mentions) {
    if (mention.head < kSection) continue;
    ++behind;
    if (reading.mentions[mention.entity].head < kSection) ++across;
  }
  CHECK(behind > 100);
  CHECK(across > 0);
}

TEST_CASE("threads and kernels change nothing in mentions") {
  const std::string text = letters(800);
  const Reading one = open("mentions.sayso")->read(text, 1);
  REQUIRE(!one.mentions.empty());
  CHECK(same(one.mentions, open("mentions.sayso")->read(text, 4).mentions));
  for (const char* name : {"scalar", "avx2", "vnni", "amx", "neon"}) {
    const Environment environment(name);
    if (!nn::find_kernels(name).ok()) {
      MESSAGE("SKIPPED: this machine does not run the kernels ", std::string(name));
      continue;
    }
    CHECK(same(one.mentions, open("mentions.sayso")->read(text, 1).mentions));
  }
}

TEST_CASE("odd texts are read for mentions") {
  const auto model = open("mentions.sayso");
  CHECK(model->read("", 1).mentions.empty());
  check(model->read("a", 1));
  check(model->read(std::string(90, 'a') + " " + std::string(5000, 'b') + " " + std::string(99, 'c'), 2));
  check(model->read(std::string(3000, '"'), 1));
}

TEST_CASE("a model without heads for mentions finds none, and the same attributions") {
  const std::string text = letters(300);
  const Reading without = open("small.sayso")->read(text, 1), with = open("mentions.sayso")->read(text, 1);
  CHECK(without.mentions.empty());
  REQUIRE(!without.links.empty());
  REQUIRE(without.links.size() == with.links.size());
  for (std::size_t i = 0; i < with.links.size(); ++i) CHECK(without.links[i].confidence == with.links[i].confidence);
}
