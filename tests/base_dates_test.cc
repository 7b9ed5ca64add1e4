#include <doctest/doctest.h>

#include "base/dates.h"

using sayso::iso_day;
using sayso::parse_day;
using sayso::valid_date;

TEST_CASE("existing days are valid") {
  for (const char* day : {"2024-11-02", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"}) {
    CAPTURE(day);
    CHECK(valid_date(day));
  }
}

TEST_CASE("days that do not exist, and other ways of writing, are not") {
  for (const char* day : {"2023-02-29", "1900-02-29", "2024-04-31", "2024-13-01", "2024-00-10", "2024-01-00",
                          "0000-01-01", "", "2024", "2024-1-2", "2024/01/02", "02-11-2024", "2024-11-02T10:00",
                          " 2024-11-02", "2024-11-0x", "-024-11-02", "2024-+1-02"}) {
    CAPTURE(day);
    CHECK_FALSE(valid_date(day));
  }
}

TEST_CASE("a NUL byte in a date is no digit") { CHECK_FALSE(valid_date(std::string_view("2024-11-0\0", 10))); }

TEST_CASE("a day is written as it was read") {
  for (const char* day : {"2024-11-02", "2024-02-29", "0001-01-01", "1969-12-31", "9999-12-31"}) {
    CAPTURE(day);
    REQUIRE(parse_day(day));
    CHECK(iso_day(*parse_day(day)) == day);
  }
  CHECK_FALSE(parse_day("2024-02-30"));
  CHECK(*parse_day("2024-03-01") - *parse_day("2024-02-28") == std::chrono::days(2));
}
