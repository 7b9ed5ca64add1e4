#include <doctest/doctest.h>

#include <chrono>
#include <string>

#include "extract/times/times.h"
#include "text/tokens.h"

using namespace sayso;

namespace {

// Limits are wide: the machine may be busy and the build may have sanitizers. What is quadratic passes them by far.
std::size_t found_in_time(const std::string& text) {
  const auto tokens = text::tokens(text);
  const auto begun = std::chrono::steady_clock::now();
  const auto found = extract::find_times(text, tokens, "2024-11-02");
  CHECK(std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count() < 120);
  return found.times.size();
}

std::string repeated(int times, const std::string& words) {
  std::string out;
  for (int i = 0; i < times; ++i) out += words;
  return out;
}

}  // namespace

TEST_CASE("five thousand sentences with times") {
  CHECK(found_in_time(repeated(5000, "She left on Monday and will be back in two weeks. ")) == 10000);
}

TEST_CASE("five thousand times in one sentence, and quoted") {
  CHECK(found_in_time(repeated(5000, "on Monday, ")) == 5000);
  CHECK(found_in_time("\"" + repeated(5000, "today, ")) == 5000);
}

TEST_CASE("words that begin times without end") {
  for (const char* words :
       {"the day after ", "the end of ", "the first week of ", "noon ", "two ", "5 to ", "from 5 to ",
        "one hundred thousand ", "by ", "last ", "more than ", "and ", "1 year ", "Monday night at ", "May 5-"}) {
    CAPTURE(std::string(words));
    found_in_time(repeated(1500, words));
  }
}
