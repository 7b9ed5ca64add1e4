#include <doctest/doctest.h>

#include <chrono>
#include <functional>
#include <string>

#include "actors_support.h"

using namespace sayso;
using extract::Story;

namespace {

// Limits are wide: the machine may be busy and the build may have sanitizers. What is quadratic passes them by far.
void read_in_time(Story& story) {
  const auto begun = std::chrono::steady_clock::now();
  story.read();
  CHECK(std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count() < 10);
}

std::string repeated(int times, const std::function<std::string(int)>& sentence) {
  std::string out;
  for (int i = 0; i < times; ++i) out += sentence(i);
  return out;
}

/// A name for a number: "Kibca" for 120.
std::string name(int number) {
  std::string out = "Ki";
  for (; number > 0; number /= 10) out += static_cast<char>('a' + number % 10);
  return out;
}

}  // namespace

TEST_CASE("one name five thousand times, in statements and without") {
  Story story(repeated(5000, [](int) { return "Ada Holm said so. "; }));
  for (int i = 0; i < 5000; ++i) story.said("Ada Holm").mention("Ada Holm");
  read_in_time(story);
  REQUIRE(story.actors.size() == 1);
  CHECK(story.actors[0].mentions.size() == 5000);
  for (const Statement& statement : story.statements) CHECK(statement.actor == "a1");
  Story silent(repeated(5000, [](int) { return "Ada Holm said so. "; }));
  read_in_time(silent);
  CHECK(silent.actors.empty());
}

TEST_CASE("five thousand people of one surname") {
  Story story(repeated(5000, [](int i) { return name(i) + " Holm said so. "; }) + "Holm said more. Kib Holm agreed.");
  for (int i = 0; i < 5000; ++i) story.said(name(i) + " Holm").mention(name(i) + " Holm");
  story.said("Holm").said("Kib Holm").mention("Holm").mention("Kib Holm");
  read_in_time(story);
  CHECK(story.actors.size() == 5000);
  CHECK(story.statements[5000].actor.empty());
  CHECK(story.statements[5001].actor == story.statements[1].actor);
}

TEST_CASE("twenty thousand statements, each with a pronoun, and one around many") {
  const std::string text = repeated(20000, [](int) { return "\"I will not go,\" she said. "; });
  const std::size_t first = std::string("Anna Holm said: ").size();
  Story story("Anna Holm said: " + text);
  const auto quote = [&](std::size_t begin, std::size_t end) {
    story.statements.back().content = {{begin, end}};
    story.statements.back().mode = Mode::direct;
  };
  story.said("Anna Holm").mention("Anna Holm");
  quote(0, first + text.size());
  for (std::size_t i = 0; i < 20000; ++i) {
    story.said("she").mention("I").mention("she");
    quote(first + i * 27, first + i * 27 + 16);
  }
  read_in_time(story);
  REQUIRE(story.actors.size() == 1);
  CHECK(story.actors[0].name == "Anna Holm");
  CHECK(story.actors[0].mentions.size() == 40001);
}

TEST_CASE("capitals, unbalanced quotation marks, and no end of a name") {
  Story capitals(repeated(20000, [](int) { return "ADA ODE OF THE HOLM SAID SO "; }));
  capitals.said("ADA ODE OF THE HOLM").mention("ADA ODE OF THE HOLM");
  read_in_time(capitals);
  CHECK(capitals.statements[0].actor == "a1");
  Story marks("\"Ada Holm said, " + repeated(20000, [](int) { return "\" “ ( I “"; }));
  for (int i = 0; i < 20000; ++i) marks.mention("I");
  marks.said("Ada Holm", "\" “ ( I");
  marks.statements[0].mode = Mode::direct;
  read_in_time(marks);
  CHECK(marks.mentions("Ada Holm") == "Ada Holm|I");
  const std::string endless = repeated(20000, [](int i) { return name(i) + " "; });
  Story one(endless);
  one.said(endless);
  read_in_time(one);
  CHECK(one.actors.size() <= 1);
}

TEST_CASE("a list of twenty thousand people as one source") {
  const std::string list = repeated(20000, [](int i) { return "Ada " + name(i) + ", "; });
  Story story(list + "said so.");
  story.said(list);
  for (int i = 0; i < 20000; ++i) story.mention("Ada " + name(i));
  read_in_time(story);
  CHECK(story.actors.size() == 20000);
  CHECK(story.speakers() == "Ada Ki");
}
