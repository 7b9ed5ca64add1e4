#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "extract/times/times.h"
#include "record/enum_names.h"
#include "text/tokens.h"

using namespace sayso;

namespace {

constexpr std::string_view kPublished = "2024-11-02";  // a Saturday

/// "words = VALUE MOD" of each time, with " | " between.
std::string times(std::string_view text, std::string_view published = kPublished) {
  std::string out;
  for (const Time& time : extract::find_times(text, text::tokens(text), published).times) {
    if (!out.empty()) out += " | ";
    out += std::string(time.span.of(text)) + " = " + time.value;
    if (time.mod) out += " " + std::string(name_of(*time.mod));
    if (!time.quant.empty()) out += " " + time.quant;
    if (!time.freq.empty()) out += " " + time.freq;
  }
  return out;
}

struct Case {
  std::string_view text, times;
};

void check(const std::vector<Case>& cases, std::string_view published = kPublished) {
  for (const Case& one : cases) {
    CAPTURE(one.text);
    CHECK(times(one.text, published) == one.times);
  }
}

}  // namespace

TEST_CASE("dates named by their parts") {
  check({
      {"Ada Holm resigned on Monday, May 6, 2019.", "Monday, May 6, 2019 = 2019-05-06"},
      {"Ada Holm resigned on 6 May 2019.", "6 May 2019 = 2019-05-06"},
      {"Ada Holm resigned on the 6th of May, 2019.", "the 6th of May, 2019 = 2019-05-06"},
      {"It was signed on Sept. 5, 1998.", "Sept. 5, 1998 = 1998-09-05"},
      {"It was signed on 2019-05-06.", "2019-05-06 = 2019-05-06"},
      {"It was signed on 25/12/2019.", "25/12/2019 = 2019-12-25"},
      {"It was signed on 5/6/2019.", "5/6/2019 = 2019-05-06"},
      {"It was signed on 06.05.2019.", "06.05.2019 = 2019-05-06"},
      {"It was signed in May 2019.", "May 2019 = 2019-05"},
      {"It was signed in 1812.", "1812 = 1812"},
      {"It was signed in the third quarter of 2018.", "the third quarter of 2018 = 2018-Q3"},
      {"It was signed in Q3 2018.", "Q3 2018 = 2018-Q3"},
      {"It was signed in the first half of 2019.", "the first half of 2019 = 2019-H1"},
      {"It was signed in the autumn of 2019.", "the autumn of 2019 = 2019-FA"},
      {"It was signed in the 1990s.", "the 1990s = 199"},
      {"It was signed in the 20th century.", "the 20th century = 19"},
      {"The town fell in 264 BC.", "264 BC = BC0264"},
      {"It was signed in nineteen ninety-four.", "nineteen ninety-four = 1994"},
      {"They met on the second Monday of March 2020.", "the second Monday of March 2020 = 2020-03-09"},
      {"They met in the first week of March 2020.", "the first week of March 2020 = 2020-W10"},
      {"They met on the last day of February 2024.", "the last day of February 2024 = 2024-02-29"},
      {"They met on Christmas Eve 2019.", "Christmas Eve 2019 = 2019-12-24"},
      {"They met on Good Friday 2024.", "Good Friday 2024 = 2024-03-29"},
      {"They met on Labor Day 2024.", "Labor Day 2024 = 2024-09-02"},
  });
}

TEST_CASE("what is left out comes from the publication and the tense") {
  check({
      {"The vote is expected in November.", "November = 2024-11"},
      {"The vote will be held in March.", "March = 2025-03"},
      {"The vote was held in March.", "March = 2024-03"},
      {"The vote was held in December.", "December = 2023-12"},
      {"The vote was expected in December.", "December = 2024-12"},
      {"If it leaves without a deal on 29 March, prices rise.", "29 March = 2025-03-29"},
      {"Holm, who died on August 27, led the party.", "August 27 = 2024-08-27"},
      {"Holm said on Thursday that it was over.", "Thursday = 2024-10-31"},
      {"Holm will speak on Thursday.", "Thursday = 2024-11-07"},
      {"Holm announced a vote on 10 November.", "10 November = 2024-11-10"},
      {"Holm resigned last autumn.", "last autumn = 2023-FA"},
      {"Holm resigned last June.", "last June = 2024-06"},
      {"Holm will resign next June.", "next June = 2025-06"},
      {"This autumn, Holm resigned.", "This autumn = 2024-FA"},
      {"Holm resigned last Monday.", "last Monday = 2024-10-28"},
      {"Holm will resign next year.", "next year = 2025"},
      {"Holm resigned last week.", "last week = 2024-W43"},
      {"Exports fell last year - a record.", "last year = 2023"},
      {"Holm resigned yesterday.", "yesterday = 2024-11-01"},
      {"Holm resigned the day before yesterday.", "the day before yesterday = 2024-10-31"},
      {"Holm resigned seven years ago.", "seven years ago = 2017"},
      {"Holm resigned three days ago.", "three days ago = 2024-10-30"},
      {"Holm resigned several years ago.", "several years ago = PAST_REF"},
      {"Holm will resign two weeks from now.", "two weeks from now = 2024-W46"},
      {"Holm resigned two days before Christmas 2019.", "two days before Christmas 2019 = 2019-12-23"},
      {"Holm resigned in June last year.", "June last year = 2023-06"},
      {"Holm will resign on Friday next week.", "Friday next week = 2024-11-08"},
      {"Holm will resign on the 20th of next month.", "the 20th of next month = 2024-12-20"},
      {"This year's third quarter was good.", "This year's third quarter = 2024-Q3"},
  });
}

TEST_CASE("parts of a period and deadlines") {
  check({
      {"All will be spent by the end of the year.", "by the end of the year = 2024-12-31 BEFORE"},
      {"It will be announced before the end of March.", "before the end of March = 2025-03-31 BEFORE"},
      {"It will leave by October 31.", "by October 31 = 2025-10-31 BEFORE"},
      {"It will leave at the end of March.", "the end of March = 2025-03 END"},
      {"It began in early October.", "early October = 2024-10 START"},
      {"It is scheduled for mid-November.", "mid-November = 2024-11 MID"},
      {"It began late last year.", "late last year = 2023 END"},
      {"Earlier this month, it began.", "Earlier this month = 2024-11"},
      {"It began earlier in the year.", "earlier in the year = 2024"},
      {"It will stay until mid-2026.", "mid-2026 = 2026 MID"},
  });
}

TEST_CASE("times of day") {
  check({
      {"It began on Friday at 7:45 p.m.", "Friday at 7:45 p.m. = 2024-11-01T19:45"},
      {"It began at 8 a.m. on May 6, 2019.", "8 a.m. on May 6, 2019 = 2019-05-06T08:00"},
      {"It began at around 18:00 local time (1500 UTC).",
       "around 18:00 local time = 2024-11-02T18:00 APPROX | 1500 UTC = 2024-11-02T15:00Z"},
      {"It began at noon Friday.", "noon Friday = 2024-11-01T12:00"},
      {"It began at half past seven.", "half past seven = 2024-11-02T07:30"},
      {"It began at a quarter to eight in the evening.", "a quarter to eight in the evening = 2024-11-02T19:45"},
      {"It began at five o'clock.", "five o'clock = 2024-11-02T05:00"},
      {"It began Monday night and ended the next morning.",
       "Monday night = 2024-10-28TNI | the next morning = 2024-10-29TMO"},
      {"He called last night.", "last night = 2024-11-01TNI"},
      {"He called this morning.", "this morning = 2024-11-02TMO"},
      {"The crash was at 8:30 p.m. on the road, on August 27, 2019.",
       "8:30 p.m. = 2019-08-27T20:30 | August 27, 2019 = 2019-08-27"},
      {"It was stamped 2019-05-06T10:20:30Z.", "2019-05-06T10:20:30Z = 2019-05-06T10:20:30Z"},
  });
}

TEST_CASE("how long") {
  check({
      {"He stayed for two weeks.", "two weeks = P2W"},
      {"He stayed for up to two years.", "up to two years = P2Y EQUAL_OR_LESS"},
      {"He stayed for more than a day.", "more than a day = P1D MORE_THAN"},
      {"He stayed for nearly three hours.", "nearly three hours = PT3H LESS_THAN"},
      {"He stayed for about a month.", "about a month = P1M APPROX"},
      {"He stayed for at least 30 days.", "at least 30 days = P30D EQUAL_OR_MORE"},
      {"He stayed for a year and a half.", "a year and a half = P1Y6M"},
      {"He stayed for half an hour.", "half an hour = PT30M"},
      {"He stayed for an hour and 20 minutes.", "an hour and 20 minutes = PT1H20M"},
      {"He stayed for months.", "months = PXM"},
      {"He stayed for a few weeks.", "a few weeks = PXW"},
      {"Over the last few weeks he has stayed.", "the last few weeks = PXW"},
      {"He has stayed for the past three years.", "the past three years = P3Y"},
      {"It was the largest in a decade.", "a decade = P1DE"},
      {"It stood for many centuries.", "many centuries = PXCE"},
      {"A four-day week is no law.", "four-day week = P4D"},
      {"A 19-year-old driver died.", "19-year-old = P19Y"},
      {"It must reply within two weeks.", "two weeks = P2W"},
      {"It was pushed back another week.", "another week = P1W"},
      {"A quarter of the troops and three quarters of the ships left.", ""},
      {"A second round followed.", ""},
  });
}

TEST_CASE("what comes again") {
  check({
      {"They meet every Monday.", "every Monday = XXXX-WXX-1 EVERY"},
      {"They meet every two weeks.", "every two weeks = P2W EVERY"},
      {"They meet each year.", "each year = P1Y EACH"},
      {"They meet twice a week.", "twice a week = P1W 2X"},
      {"They meet daily.", "daily = P1D"},
      {"The annual meeting is over.", "annual = P1Y"},
      {"They meet on Tuesday nights.", "Tuesday nights = XXXX-WXX-2TNI"},
      {"They meet on Sundays at 9 a.m.", "Sundays at 9 a.m. = XXXX-WXX-7T09:00"},
      {"It costs $5 million a year.", "a year = P1Y"},
      {"The Daily Herald reported it.", ""},
  });
}

TEST_CASE("past, present and future as such") {
  check({
      {"It is now a museum.", "now = PRESENT_REF"},
      {"It is currently a museum.", "currently = PRESENT_REF"},
      {"It has grown in recent months.", "recent months = PAST_REF"},
      {"It will grow in the near future.", "the near future = FUTURE_REF"},
      {"At this point, I cannot say more.", "this point = PRESENT_REF"},
      {"The current president met a recent winner.", ""},
  });
}

TEST_CASE("ranges share their words") {
  check({
      {"They met on 5-7 May 2020.", "5 = 2020-05-05 | 7 May 2020 = 2020-05-07"},
      {"They met on May 5-7, 2020.", "May 5 = 2020-05-05 | 7, 2020 = 2020-05-07"},
      {"They met from 5 to 7 May 2020.", "5 = 2020-05-05 | 7 May 2020 = 2020-05-07"},
      {"They met in June and July 2019.", "June = 2019-06 | July 2019 = 2019-07"},
      {"The season of 2016-17 was short.", "2016 = 2016 | 17 = 2017"},
      {"They talked from 2 to 4 p.m. on May 6, 2019.",
       "2 = 2019-05-06T14:00 | 4 p.m. on May 6, 2019 = 2019-05-06T16:00"},
      {"It will be closed from December to February.", "December = 2024-12 | February = 2025-02"},
      {"The war of 1861-1865 was long.", "1861 = 1861 | 1865 = 1865"},
  });
}

TEST_CASE("what was named before") {
  check({
      {"Troops left in 2011 and returned three years later.", "2011 = 2011 | three years later = 2014"},
      {"He is to speak on October 14, 2019, the same day as she.",
       "October 14, 2019 = 2019-10-14 | the same day = 2019-10-14"},
      {"It fell on May 6, 2019. The following day it rose.",
       "May 6, 2019 = 2019-05-06 | The following day = 2019-05-07"},
      {"Profit rose in the third quarter of 2018 from a year earlier.",
       "the third quarter of 2018 = 2018-Q3 | a year earlier = 2017-Q3"},
      {"Holm spoke on Monday. \"We signed it today,\" she said.", "Monday = 2024-10-28 | today = 2024-10-28"},
  });
}

TEST_CASE("a narrative goes on from year to year") {
  CHECK(times("The league was founded in May 1902. In June, it grew. The war began in December 1904 and went on in "
              "January. By March 1906, all was over; in April, the league met, but from 1908 on no more.") ==
        "May 1902 = 1902-05 | June = 1902-06 | December 1904 = 1904-12 | January = 1905-01 | By March 1906 = 1906-03 "
        "BEFORE "
        "| April = 1906-04 | 1908 = 1908");
}

TEST_CASE("without a day of publication what only it could tell stays open") {
  const std::vector<Case> cases = {
      {"The vote is expected in November.", "November = XXXX-11"},
      {"The vote was on Friday.", "Friday = XXXX-WXX-5"},
      {"The vote was on 5 May.", "5 May = XXXX-05-05"},
      {"The vote was on Christmas Day.", "Christmas Day = XXXX-12-25"},
      {"The vote was last year.", "last year = XXXX"},
      {"The vote was yesterday.", "yesterday = XXXX-XX-XX"},
      {"The vote was at 5 p.m.", "5 p.m. = XXXX-XX-XXT17:00"},
      {"The vote was on 5 May 2020.", "5 May 2020 = 2020-05-05"},
  };
  check(cases, "");
  check(cases, "2024-13-40");
}

TEST_CASE("names and numbers that are no times") {
  check({
      {"The Sunday Times and Fox News Sunday asked.", ""},
      {"Theresa May's plan may march on.", ""},
      {"He spoke on the BBC's Today programme.", ""},
      {"He sold 2000 tanks for $1950 and 1999 people saw it.", ""},
      {"It may be late.", ""},
      {"The fall of Kolm was quick.", ""},
  });
}

TEST_CASE("days that no calendar has give no time but a note") {
  const auto odd = [](std::string_view text, std::string_view published = kPublished) {
    const auto found = extract::find_times(text, text::tokens(text), published);
    CAPTURE(text);
    CHECK(found.times.empty());
    REQUIRE(found.notes.size() == 1);
    CHECK(found.notes[0].code == Code::note_impossible_date);
  };
  odd("It was signed on 30 February 2020.");
  odd("It was signed on February 30.");
  odd("It was signed on 2019-02-29.");
  odd("It was signed on 31/31/2019.");
  odd("It was signed on 0000-05-05.");
  odd("It will be signed on the 31st of next month.", "2024-10-20");
  CHECK(times("It will be signed on the 31st of next month.", "2024-11-20") == "the 31st of next month = 2024-12-31");
  CHECK(times("It was signed on 29 February 2024.") == "29 February 2024 = 2024-02-29");
}

TEST_CASE("too many levels of after are read from the inside, with a note") {
  std::string text = "It ended ";
  for (int i = 0; i < 99; ++i) text += "the day after ";
  text += "May 6, 2019.";
  const auto found = extract::find_times(text, text::tokens(text), kPublished);
  REQUIRE(found.times.size() == 1);
  CHECK(found.times[0].span.end == text.size() - 1);
  CHECK(found.times[0].value == "2019-05-14");
  REQUIRE(found.notes.size() == 1);
  CHECK(found.notes[0].code == Code::note_nested_time);
}

TEST_CASE("odd input") {
  for (const std::string_view text : {"", "of the", "the", "last", "every", "5", "5 to", "from 5 to", "between",
                                      "by the end of", "1,2,3,4/5/6:7:8-9-10", "99999999999999999999 years ago",
                                      "٣ مايو ٢٠٢٠", "3٣ May 2O2O", "0 years", "-1 days ago", "24:61", "99:99 p.m."}) {
    CAPTURE(text);
    for (const Time& time : extract::find_times(text, text::tokens(text), kPublished).times) {
      CHECK(time.span.end <= text.size());
      CHECK(!time.value.empty());
    }
  }
  CHECK(times("It was 99999999999 years ago.", "2024-11-02").find("20") == std::string::npos);
}
