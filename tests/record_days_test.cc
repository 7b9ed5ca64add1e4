#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "base/dates.h"
#include "record/days.h"

namespace sayso {
namespace {

/// `2024-02-26 2024-03-03`; empty for no days.
std::string days(std::string_view value) {
  const auto found = days_of(value);
  return found ? iso_day(found->first) + " " + iso_day(found->last) : "";
}

TEST_CASE("values of the calendar cover days") {
  CHECK(days("2024-02-29") == "2024-02-29 2024-02-29");
  CHECK(days("2024-11-02T18:00") == "2024-11-02 2024-11-02");
  CHECK(days("2024-11-02TNI") == "2024-11-02 2024-11-02");
  CHECK(days("2024-02") == "2024-02-01 2024-02-29");
  CHECK(days("2023-12") == "2023-12-01 2023-12-31");
  CHECK(days("2024") == "2024-01-01 2024-12-31");
  CHECK(days("202") == "2020-01-01 2029-12-31");
  CHECK(days("20") == "2000-01-01 2099-12-31");
  CHECK(days("2024-Q1") == "2024-01-01 2024-03-31");
  CHECK(days("2024-Q4") == "2024-10-01 2024-12-31");
  CHECK(days("2024-H1") == "2024-01-01 2024-06-30");
  CHECK(days("2024-H2") == "2024-07-01 2024-12-31");
}

TEST_CASE("weeks are those of ISO 8601") {
  CHECK(days("2024-W05") == "2024-01-29 2024-02-04");
  CHECK(days("2024-W01") == "2024-01-01 2024-01-07");
  CHECK(days("2026-W01") == "2025-12-29 2026-01-04");
  CHECK(days("2020-W53") == "2020-12-28 2021-01-03");
  CHECK(days("2024-W05-WE") == "2024-02-03 2024-02-04");
  CHECK(days("2024-W05-1") == "2024-01-29 2024-01-29");
  CHECK(days("2024-W05-7") == "2024-02-04 2024-02-04");
  for (const char* value : {"2024-W53", "2024-W00", "2024-W54", "2024-W5", "2024-W05-8", "2024-W05-0", "2024-W05-W",
                            "2024-W05-33", "2024-WXX", "2024-W"}) {
    CAPTURE(value);
    CHECK(days(value) == "");
  }
}

TEST_CASE("a winter ends in the next year") {
  CHECK(days("2024-SP") == "2024-03-01 2024-05-31");
  CHECK(days("2024-SU") == "2024-06-01 2024-08-31");
  CHECK(days("2024-FA") == "2024-09-01 2024-11-30");
  CHECK(days("2023-WI") == "2023-12-01 2024-02-29");
}

TEST_CASE("what is open, counted, pointed at or impossible has no days") {
  for (const char* value : {"",
                            "2",
                            "XXXX-11",
                            "XXXX-XX-XXT18:00",
                            "T18:00",
                            "P2W",
                            "PT24H",
                            "PXD",
                            "PRESENT_REF",
                            "FUTURE_REF",
                            "BC0044",
                            "2024-02-30",
                            "2024-13",
                            "2024-00",
                            "2024-1",
                            "0000",
                            "000",
                            "00",
                            "0000-05",
                            "2024-Q5",
                            "2024-Q0",
                            "2024-H3",
                            "2024-XX",
                            "2024-11-XX",
                            "2024-11-02-",
                            "2024/11",
                            "2024-",
                            "20245",
                            "202411"}) {
    CAPTURE(value);
    CHECK(days(value) == "");
  }
}

TEST_CASE("what may come any time after a day is due on none") {
  Time time;
  time.value = "2024-11";
  CHECK(due_days(time) == days_of("2024-11"));
  time.mod = TimeModifier::before;
  CHECK(due_days(time) == days_of("2024-11"));
  time.mod = TimeModifier::after;
  CHECK_FALSE(due_days(time));
  time.mod = TimeModifier::on_or_after;
  CHECK_FALSE(due_days(time));
}

}  // namespace
}  // namespace sayso
