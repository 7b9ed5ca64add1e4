#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "base/dates.h"
#include "export/ledger.h"
#include "ledger_support.h"

namespace sayso::exporter {
namespace {

/// An entry of one actor, due by a TIMEX value, as the only one of a document.
LedgerRow due(const std::string& value) {
  LedgerRow row;
  row.document.id = "d";
  row.entry.id = value;
  row.entry.actor = "a1";
  row.due = days_of(value);
  return row;
}

std::string order(std::vector<LedgerRow> rows) {
  sort_by_deadline(rows);
  std::string out;
  for (const LedgerRow& row : rows) out += row.entry.id + " ";
  return out;
}

/// The only data line of a table with one entry of this action.
std::string csv_line(const std::string& action) {
  LedgerRow row;
  row.action = action;
  const std::string table = to_csv({row});
  return table.substr(table.find("\r\n") + 2);
}

TEST_CASE("a row tells in words what the record says by ids") {
  const auto rows = ledger_rows(ferry_record());
  REQUIRE(rows.size() == 3);
  CHECK(rows[0].actor == "The ferry line");
  CHECK(rows[0].to == "Åse Quist");
  CHECK(rows[0].beneficiary == "the islanders");
  CHECK(rows[0].action == "buy\ntwo boats");
  CHECK(rows[0].condition == "if the harbour is dredged");
  CHECK(rows[0].outcome == "so far without success");
  CHECK(rows[0].amounts == std::vector<std::string>{"two boats", "3 million crowns"});
  CHECK(rows[0].deadline_words == "by the end of the year");
  REQUIRE(rows[0].due);
  CHECK(iso_day(rows[0].due->last) == "2024-12-31");
  CHECK(rows[0].speaker.empty());
  CHECK(rows[1].speaker == "Ada Holm");
  CHECK(rows[1].sentence == "Ada Holm said the line would reopen the “night boat” in November.");
  CHECK_FALSE(rows[2].due);
  CHECK(rows[2].deadline_words == "once the strike ends");
  CHECK(global_id(rows[2].document, rows[2].entry.id) == "f00d#l3");
}

TEST_CASE("meetings have rows, too") {
  const auto rows = meeting_rows(ferry_record());
  REQUIRE(rows.size() == 3);
  CHECK(rows[0].name == "Talks");
  CHECK(rows[0].participants == std::vector<std::string>{"The ferry line", "Åse Quist"});
  CHECK(rows[0].topics == std::vector<std::string>{"fares"});
  REQUIRE(rows[1].due);
  CHECK(iso_day(rows[1].due->first) == "2024-04-22");
  CHECK(iso_day(rows[1].due->last) == "2024-04-28");
  CHECK_FALSE(rows[2].due);
  CHECK(rows[2].sentence == "A hearing was held.");
}

TEST_CASE("ids and spans that lead nowhere give no words") {
  Record record;
  record.document.text = "Short.";
  LedgerEntry& entry = record.ledger.emplace_back();
  entry.actor = "a7";
  entry.action = {3, 99};
  entry.deadline = "t9";
  entry.statement = "s9";
  record.meetings.emplace_back().name = {50, 60};
  const auto rows = ledger_rows(record);
  CHECK(rows[0].actor.empty());
  CHECK(rows[0].action == "rt.");
  CHECK_FALSE(rows[0].deadline);
  CHECK(rows[0].speaker.empty());
  CHECK(meeting_rows(record)[0].name.empty());
}

TEST_CASE("of an endless sentence only the words around the action are kept, whole characters") {
  Record record;
  std::string words;
  for (int i = 0; i < 2000; ++i) words += "å🥶 ";
  record.document.text = words + "pay " + words;
  record.ledger.emplace_back().action = span_in(record.document.text, "pay");
  const std::string sentence = ledger_rows(record)[0].sentence;
  CHECK(sentence.size() < 600);
  CHECK(sentence.starts_with("… "));
  CHECK(sentence.ends_with(" …"));
  CHECK(sentence.find(" pay ") != std::string::npos);
  CHECK(sentence.find("\xEF\xBF\xBD") == std::string::npos);
}

TEST_CASE("entries are sorted by the last day of their deadlines, those without one last") {
  CHECK(order({due("PRESENT_REF"), due("2024"), due("2024-FA"), due("2024-W05"), due("XXXX-11"), due("2024-11"),
               due("2024-11-30"), due("2024-01-31"), due("2023-12-31T18:00")}) ==
        "2023-12-31T18:00 2024-01-31 2024-W05 2024-FA 2024-11 2024-11-30 2024 PRESENT_REF XXXX-11 ");
  CHECK(order({}).empty());
}

TEST_CASE("CSV has a header and a line for each entry, with CRLF") {
  const std::string header =
      "deadline,actor,act,stage,action,to,for,condition,amount,amount_to,unit,amount_text,repeated,outcome,outcome_"
      "stage,latest_stage,overdue,deadline_value,deadline_mod,deadline_text,speaker,sentence,confidence,title,outlet,"
      "published,uri,document,"
      "id\r\n";
  CHECK(to_csv({}) == header);
  auto rows = ledger_rows(ferry_record());
  rows.resize(2);
  const std::string origin =
      "\"Ferry line, mayor at odds; talks near\",The Quay,2024-05-03,https://quay.example/2024/ferry?page=1 of 2,f00d,";
  CHECK(to_csv(rows) ==
        header +
            "2024-12-31,The ferry line,request,failed,buy two boats,Åse Quist,the islanders,if the harbour is "
            "dredged,2; 3000000,; 4000000,boat; XCR,two boats; 3 million crowns,true,so far without success,failed,,,"
            "2024-12-31,BEFORE,by the end of the year,,\"The ferry line has repeatedly asked Mayor Åse Quist to buy "
            "two boats for the islanders for 3 million crowns by the end of the year if the harbour is dredged, so far "
            "without success.\",0.8," +
            origin + "l1\r\n" +
            "2024-11-30,The ferry line,pledge,pledged,reopen the “night boat”,,,,,,,,,,,,,2024-11,,November,Ada Holm,"
            "Ada Holm said the line would reopen the “night boat” in November.,0.8," +
            origin + "l2\r\n");
}

TEST_CASE("CSV quotes what parts cells and disarms formulas") {
  CHECK(csv_line("a \"b\", c").find(",\"a \"\"b\"\", c\",") != std::string::npos);
  CHECK(csv_line("one\r\n\ttwo ").find(",one two,") != std::string::npos);
  for (const std::string begin : {"=", "+", "-", "@", "＝", "＋", "－", "＠", "\t=", "\r=", " \n@"}) {
    CAPTURE(begin);
    CHECK(csv_line(begin + "1").find(",'") != std::string::npos);
  }
  CHECK(csv_line("=HYPERLINK(\"x\",1)").find(",\"'=HYPERLINK(\"\"x\"\",1)\",") != std::string::npos);
  CHECK(csv_line("1-2=3").find('\'') == std::string::npos);
}

TEST_CASE("JSON has words, values and what names the document") {
  CHECK(to_json({}) == "[]\n");
  auto rows = ledger_rows(ferry_record());
  const std::string json = to_json(rows);
  for (const std::string part :
       {"\"id\": \"f00d#l1\"", "\"published\": \"2024-05-03\"",
        "\"actor\": {\"id\": \"a1\", \"name\": \"The ferry line\"}", "\"act\": \"request\"", "\"stage\": \"failed\"",
        "\"text\": \"buy\\ntwo boats\"}", "\"to\": {\"id\": \"a2\", \"name\": \"Åse Quist\"}",
        "\"for\": {\"id\": \"a3\", \"name\": \"the islanders\"}", "\"text\": \"if the harbour is dredged\"}",
        "\"deadline\": {\"day\": \"2024-12-31\", \"id\": \"t1\", \"type\": \"DATE\", \"value\": \"2024-12-31\", "
        "\"mod\": "
        "\"BEFORE\", \"span\": [",
        "\"deadline\": {\"day\": \"2024-11-30\", \"from\": \"2024-11-01\", \"id\": \"t2\"",
        "\"deadline\": {\"id\": \"t3\", \"type\": \"DATE\", \"value\": \"XXXX\"",
        "{\"value\": 3000000, \"to\": 4000000, \"unit\": \"XCR\", \"mod\": \"APPROX\", \"span\": [",
        "\"repeated\": true", "\"text\": \"so far without success\", \"stage\": \"failed\"}",
        "\"statement\": {\"id\": \"s1\", \"speaker\": \"Ada Holm\"}", "\"sentence\": \"Ada Holm said",
        "\"confidence\": 0.8"}) {
    CAPTURE(part);
    CHECK(json.find(part) != std::string::npos);
  }
  CHECK(json.find("null") == std::string::npos);
}

}  // namespace
}  // namespace sayso::exporter
