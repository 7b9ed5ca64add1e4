#include <doctest/doctest.h>

#include <cstdint>
#include <initializer_list>
#include <vector>

#include "model/sections.h"

using namespace sayso::model;

namespace {

/// Mentions with these heads and antecedents, each one piece long.
std::vector<Mention> mentions(std::initializer_list<std::pair<std::uint32_t, std::uint32_t>> found) {
  std::vector<Mention> out;
  for (const auto& [head, antecedent] : found) {
    Mention mention;
    mention.head = mention.first = mention.last = head;
    mention.antecedent = antecedent;
    mention.entity = antecedent == out.size() ? antecedent : out[antecedent].entity;
    out.push_back(mention);
  }
  return out;
}

std::vector<std::uint32_t> each(const std::vector<Mention>& all, std::uint32_t Mention::*field) {
  std::vector<std::uint32_t> out;
  for (const Mention& mention : all) out.push_back(mention.*field);
  return out;
}

using Numbers = std::vector<std::uint32_t>;

}  // namespace

TEST_CASE("a section leaves to its neighbours what they show better, and refers to it there") {
  std::vector<Mention> all;
  append_section(all, mentions({{10, 0}, {70, 1}, {85, 0}, {95, 3}}), {0, 100, 0, 90});
  CHECK(each(all, &Mention::head) == Numbers{10, 70, 85});
  CHECK(each(all, &Mention::entity) == Numbers{0, 1, 0});

  // Heads 85 (kept by the section before), 92 and 96 of the text.
  append_section(all, mentions({{5, 0}, {12, 0}, {16, 2}}), {80, 180, 90, 180});
  CHECK(each(all, &Mention::head) == Numbers{10, 70, 85, 92, 96});
  CHECK(each(all, &Mention::first) == Numbers{10, 70, 85, 92, 96});
  CHECK(each(all, &Mention::antecedent) == Numbers{0, 1, 0, 2, 4});
  CHECK(each(all, &Mention::entity) == Numbers{0, 1, 0, 0, 4});
}

TEST_CASE("what refers to a mention that the section before did not find refers to what that one took up") {
  std::vector<Mention> all;
  append_section(all, mentions({{81, 0}, {83, 1}}), {0, 100, 0, 90});
  // 83, then 85 and 87, which were not found before: the one takes up 83, the other nothing.
  append_section(all, mentions({{3, 0}, {5, 0}, {7, 2}, {15, 1}, {16, 2}, {17, 4}}), {80, 180, 90, 180});
  CHECK(each(all, &Mention::head) == Numbers{81, 83, 95, 96, 97});
  CHECK(each(all, &Mention::antecedent) == Numbers{0, 1, 1, 3, 3});
  CHECK(each(all, &Mention::entity) == Numbers{0, 1, 1, 3, 3});
}

TEST_CASE("a section without mentions adds none") {
  std::vector<Mention> all = mentions({{1, 0}});
  append_section(all, {}, {0, 100, 50, 100});
  CHECK(all.size() == 1);
}
