#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "base/files.h"
#include "export/icalendar.h"
#include "ledger_support.h"
#include "text/utf8.h"

namespace sayso::exporter {
namespace {

std::string calendar_of(const Record& record) { return to_icalendar(ledger_rows(record), meeting_rows(record)); }

/// Without folds.
std::string unfolded(std::string text) {
  for (std::size_t at = text.find("\r\n "); at != std::string::npos; at = text.find("\r\n ", at)) text.erase(at, 3);
  return text;
}

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t n = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++n;
  return n;
}

// tests/cli/test_calendar.py has a library read the same file.
TEST_CASE("deadlines and meetings become the calendar in tests/data/deadlines.ics") {
  const auto expected = read_file(std::string(SAYSO_SOURCE_DIR) + "/tests/data/deadlines.ics");
  REQUIRE(expected.ok());
  CHECK(calendar_of(ferry_record()) == *expected);
}

TEST_CASE("every line has at most 75 bytes, whole characters and CRLF") {
  Record record = ferry_record();
  std::string& title = record.document.title;
  for (int i = 0; i < 100; ++i) title += "🥶é寒x";
  const std::string calendar = calendar_of(record);
  for (std::string_view rest = calendar; !rest.empty();) {
    const std::size_t end = rest.find("\r\n");
    REQUIRE(end != std::string_view::npos);
    const std::string_view line = rest.substr(0, end);
    CHECK(line.size() <= 75);
    CHECK(text::is_valid_utf8(line));
    CHECK(line.find_first_of("\r\n") == std::string_view::npos);
    rest.remove_prefix(end + 2);
  }
  CHECK(unfolded(calendar).find("🥶é寒x🥶é寒x") != std::string::npos);
}

TEST_CASE("lines are folded as late as can be") {
  std::string out;
  append_folded(out, std::string(75, 'a'));
  append_folded(out, std::string(76, 'b'));
  append_folded(out, std::string(74, 'c') + "é" + std::string(73, 'd'));
  CHECK(out == std::string(75, 'a') + "\r\n" + std::string(75, 'b') + "\r\n b\r\n" + std::string(74, 'c') + "\r\n é" +
                   std::string(72, 'd') + "\r\n d\r\n");
}

TEST_CASE("text is escaped") {
  CHECK(escaped_text("a, b; c\\d\ne: \"f\"") == "a\\, b\\; c\\\\d\\ne: \"f\"");
  CHECK(escaped_text("\x01x\x7F\t\ry\xC3\xA9") == "xy\xC3\xA9");
}

TEST_CASE("months and weeks are spans, days have one day") {
  const std::string calendar = calendar_of(ferry_record());
  CHECK(calendar.find("DTSTART;VALUE=DATE:20241231\r\nDTEND;VALUE=DATE:20250101\r\n") != std::string::npos);
  CHECK(calendar.find("DTSTART;VALUE=DATE:20241101\r\nDTEND;VALUE=DATE:20241201\r\n") != std::string::npos);
  CHECK(calendar.find("DTSTART;VALUE=DATE:20240422\r\nDTEND;VALUE=DATE:20240429\r\n") != std::string::npos);
  CHECK(count(calendar, "BEGIN:VEVENT") == 4);
  CHECK(count(calendar, "f00d#l3") == 0);
}

TEST_CASE("meetings tell whether they will take place") {
  Record record = ferry_record();
  CHECK(count(calendar_of(record), "STATUS:TENTATIVE") == 2);
  record.meetings[0].status = MeetingStatus::cancelled;
  record.meetings[1].status = MeetingStatus::held;
  CHECK(count(calendar_of(record), "STATUS:CANCELLED") == 1);
  CHECK(count(calendar_of(record), "STATUS:CONFIRMED") == 1);
}

TEST_CASE("only web addresses are addresses, and the stamp needs no day of publication") {
  Record record = ferry_record();
  CHECK(calendar_of(record).find("URL:https://quay.example/2024/ferry?page=1%20of%202\r\n") != std::string::npos);
  record.document.uri = "news/ferry.txt";
  record.document.published.clear();
  const std::string calendar = calendar_of(record);
  CHECK(calendar.find("URL:") == std::string::npos);
  CHECK(calendar.find("news/ferry.txt") != std::string::npos);
  CHECK(count(calendar, "DTSTAMP:19700101T000000Z\r\n") == 4);
}

TEST_CASE("a text that was read twice has its events once") {
  auto entries = ledger_rows(ferry_record());
  auto meetings = meeting_rows(ferry_record());
  const std::string once = to_icalendar(entries, meetings);
  entries.insert(entries.end(), entries.begin(), entries.begin() + 1);
  meetings.insert(meetings.end(), meetings.begin(), meetings.begin() + 1);
  CHECK(to_icalendar(entries, meetings) == once);
}

TEST_CASE("a calendar of nothing, and one of the last year that can be written") {
  CHECK(calendar_of(Record{}) ==
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Sayso//Sayso//EN\r\nCALSCALE:GREGORIAN\r\n"
        "X-WR-CALNAME:Sayso: deadlines and meetings\r\nEND:VCALENDAR\r\n");
  Record record = ferry_record();
  record.times[0].value = "9999";
  CHECK(calendar_of(record).find("DTSTART;VALUE=DATE:99990101\r\nSUMMARY") != std::string::npos);
}

}  // namespace
}  // namespace sayso::exporter
