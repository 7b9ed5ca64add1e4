#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "model/headline.h"

using sayso::model::body_begin;

namespace {

std::string_view body(std::string_view text) { return text.substr(body_begin(text)); }

}  // namespace

TEST_CASE("a first line that is no sentence is a headline") {
  CHECK(body("Mayor says no to dam\nThe mayor spoke on Monday.") == "The mayor spoke on Monday.");
  CHECK(body("\n  Mayor says no to dam \r\n\r\nThe mayor spoke on Monday.") == "The mayor spoke on Monday.");
}

TEST_CASE("a sentence, a lone line and a line that was wrapped are none") {
  CHECK(body_begin("The mayor spoke on Monday.\nShe said no.") == 0);
  CHECK(body_begin("\"We say no,\"\nthe mayor said.") == 0);
  CHECK(body_begin("Mayor says no to dam") == 0);
  CHECK(body_begin("Mayor says no to dam\n\n ") == 0);
  CHECK(body_begin("") == 0);
  CHECK(body_begin("The mayor, who had been in office\nfor nine years, spoke on Monday of a\ndam that nobody in\n"
                   "the town had asked for, and said\nthat it would not be built.\n") == 0);
}

TEST_CASE("a headline has an end") { CHECK(body_begin(std::string(1000, 'a') + "\nThe mayor spoke on Monday.") == 0); }
