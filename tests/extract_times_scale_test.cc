#include <doctest/doctest.h>

#include <string>

#include "extract/times/times.h"
#include "linear_support.h"
#include "text/tokens.h"

using namespace sayso;

namespace {

std::size_t times_in(const std::string& text) {
  return extract::find_times(text, text::tokens(text), "2024-11-02").times.size();
}

/// `begin` and then `words`, as often as one says.
auto repeating(const std::string& words, const std::string& begin = {}) {
  return [=](std::size_t times) {
    std::string out = begin;
    for (std::size_t i = 0; i < times; ++i) out += words;
    return out;
  };
}

}  // namespace

TEST_CASE("sentences with times, times in one sentence, and quoted ones take linear time") {
  const auto find = [](const std::string& text) { CHECK(times_in(text) > 0); };
  const auto sentences = repeating("She left on Monday and will be back in two weeks. ");
  CHECK(times_in(sentences(1000)) == 2000);
  check_linear(500, sentences, find);
  check_linear(500, repeating("on Monday, "), find);
  check_linear(500, repeating("today, ", "\""), find);
}

TEST_CASE("words that begin times without end") {
  for (const char* words :
       {"the day after ", "the end of ", "the first week of ", "noon ", "two ", "5 to ", "from 5 to ",
        "one hundred thousand ", "by ", "last ", "more than ", "and ", "1 year ", "Monday night at ", "May 5-"}) {
    CAPTURE(std::string(words));
    check_linear(250, repeating(words), [](const std::string& text) { times_in(text); });
  }
}
