#include <doctest/doctest.h>

#include "extract/statements/mode.h"

using namespace sayso;

namespace {

Mode mode(std::string_view text) { return extract::mode_of(text, {{0, text.size()}}, text::quote_regions(text)); }

}  // namespace

TEST_CASE("mode by the share of quoted words") {
  CHECK(mode("\"We will be ready by May,\"") == Mode::direct);
  CHECK(mode("“We will be ready by May”, more or less") == Mode::mixed);
  CHECK(mode("that the dam \"will hold for years\" and needs no work") == Mode::mixed);
  CHECK(mode("that the dam holds") == Mode::indirect);
  CHECK(mode("") == Mode::indirect);
}

TEST_CASE("scare quotes and quoted names leave a statement indirect") {
  CHECK(mode("that the \"reform\" would cost jobs") == Mode::indirect);
  CHECK(mode("that the \"Blue Harbour\" meeting is in May") == Mode::indirect);
}

TEST_CASE("single marks count where there are no double ones") {
  CHECK(mode("'We will be ready by May.'") == Mode::direct);
  CHECK(mode("‘We will be ready by May,’") == Mode::direct);
  CHECK(mode("that the dam 'will hold for many years' and needs no work") == Mode::mixed);
  CHECK(mode("'security'") == Mode::indirect);
  CHECK(mode("that the workers' plan and the town's dam cost jobs") == Mode::indirect);
  CHECK(mode("'The workers' plan will cost jobs in May.'") == Mode::direct);
}
