#include <doctest/doctest.h>

#include <functional>
#include <string>

#include "actors_support.h"
#include "linear_support.h"

using namespace sayso;
using extract::Story;

namespace {

std::string repeated(std::size_t times, const std::function<std::string(std::size_t)>& sentence) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += sentence(i);
  return out;
}

/// A name for a number: "Kibca" for 120.
std::string name(std::size_t number) {
  std::string out = "Ki";
  for (; number > 0; number /= 10) out += static_cast<char>('a' + number % 10);
  return out;
}

/// The story with its actors.
Story read(Story story) {
  story.read();
  return story;
}

void check_linear_reading(std::size_t size, const std::function<Story(std::size_t)>& make) {
  check_linear(size, make, [](const Story& story) { read(story); });
}

}  // namespace

TEST_CASE("one name a thousand times, in statements and without") {
  const auto silent = [](std::size_t times) {
    return Story(repeated(times, [](std::size_t) { return "Ada Holm said so. "; }));
  };
  const auto make = [&](std::size_t times) {
    Story story = silent(times);
    for (std::size_t i = 0; i < times; ++i) story.said("Ada Holm").mention("Ada Holm");
    return story;
  };
  const Story story = read(make(1000));
  REQUIRE(story.actors.size() == 1);
  CHECK(story.actors[0].mentions.size() == 1000);
  for (const Statement& statement : story.statements) CHECK(statement.actor == "a1");
  CHECK(read(silent(1000)).actors.empty());
  check_linear_reading(500, make);
  check_linear_reading(500, silent);
}

TEST_CASE("a thousand people of one surname") {
  const auto make = [](std::size_t people) {
    Story story(repeated(people, [](std::size_t i) { return name(i) + " Holm said so. "; }) +
                "Holm said more. Kib Holm agreed.");
    for (std::size_t i = 0; i < people; ++i) story.said(name(i) + " Holm").mention(name(i) + " Holm");
    story.said("Holm").said("Kib Holm").mention("Holm").mention("Kib Holm");
    return story;
  };
  const Story story = read(make(1000));
  CHECK(story.actors.size() == 1000);
  CHECK(story.statements[1000].actor.empty());
  CHECK(story.statements[1001].actor == story.statements[1].actor);
  check_linear_reading(500, make);
}

TEST_CASE("a thousand statements, each with a pronoun, and one around many") {
  const auto make = [](std::size_t statements) {
    const std::string text = repeated(statements, [](std::size_t) { return "\"I will not go,\" she said. "; });
    const std::size_t first = std::string("Anna Holm said: ").size();
    Story story("Anna Holm said: " + text);
    const auto quote = [&](std::size_t begin, std::size_t end) {
      story.statements.back().content = {{begin, end}};
      story.statements.back().mode = Mode::direct;
    };
    story.said("Anna Holm").mention("Anna Holm");
    quote(0, first + text.size());
    for (std::size_t i = 0; i < statements; ++i) {
      story.said("she").mention("I").mention("she");
      quote(first + i * 27, first + i * 27 + 16);
    }
    return story;
  };
  const Story story = read(make(1000));
  REQUIRE(story.actors.size() == 1);
  CHECK(story.actors[0].name == "Anna Holm");
  CHECK(story.actors[0].mentions.size() == 2001);
  check_linear_reading(1000, make);
}

TEST_CASE("capitals, unbalanced quotation marks, and no end of a name") {
  const auto capitals = [](std::size_t times) {
    Story story(repeated(times, [](std::size_t) { return "ADA ODE OF THE HOLM SAID SO "; }));
    story.said("ADA ODE OF THE HOLM").mention("ADA ODE OF THE HOLM");
    return story;
  };
  CHECK(read(capitals(1000)).statements[0].actor == "a1");
  check_linear_reading(1000, capitals);
  const auto marks = [](std::size_t times) {
    Story story("\"Ada Holm said, " + repeated(times, [](std::size_t) { return "\" “ ( I “"; }));
    for (std::size_t i = 0; i < times; ++i) story.mention("I");
    story.said("Ada Holm", "\" “ ( I");
    story.statements[0].mode = Mode::direct;
    return story;
  };
  CHECK(read(marks(1000)).mentions("Ada Holm") == "Ada Holm|I");
  check_linear_reading(1000, marks);
  const auto endless = [](std::size_t times) {
    const std::string text = repeated(times, [](std::size_t i) { return name(i) + " "; });
    Story story(text);
    story.said(text);
    return story;
  };
  CHECK(read(endless(1000)).actors.size() <= 1);
  check_linear_reading(1000, endless);
}

TEST_CASE("a list of a thousand people as one source") {
  const auto make = [](std::size_t people) {
    const std::string list = repeated(people, [](std::size_t i) { return "Ada " + name(i) + ", "; });
    Story story(list + "said so.");
    story.said(list);
    for (std::size_t i = 0; i < people; ++i) story.mention("Ada " + name(i));
    return story;
  };
  const Story story = read(make(1000));
  CHECK(story.actors.size() == 1000);
  CHECK(story.speakers() == "Ada Ki");
  check_linear_reading(1000, make);
}
