#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "ingest/jsonl.h"

namespace {

using sayso::Code;
using sayso::Document;
using sayso::Result;

Result<Document> read_line(std::string_view line, const sayso::ingest::Defaults& defaults = {}) {
  return sayso::ingest::jsonl_document(line, "news.jsonl", 7, defaults);
}

std::string many(const std::string& part, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += part;
  return out;
}

}  // namespace

TEST_CASE("a whole line") {
  const auto document =
      read_line(R"({"id":"n-1","url":"https://a.example/1","title":"A \"title\"","published":"2024-11-02T10:00:00Z",)"
                R"("outlet":"Courier","text":"First.\r\nSecond \u20ac \ud83d\ude00."})");
  REQUIRE(document.ok());
  CHECK(document->uri == "https://a.example/1");
  CHECK(document->title == "A \"title\"");
  CHECK(document->published == "2024-11-02");
  CHECK(document->outlet == "Courier");
  CHECK(document->text == "First.\nSecond \u20AC \U0001F600.");
  CHECK(document->extra == R"({"id":"n-1"})");  // the url took the place of the id
  CHECK(document->notes.empty());
}

TEST_CASE("the name of a document: url, else id, else the line") {
  CHECK(read_line(R"({"text":"a","id":"x"})")->uri == "x");
  CHECK(read_line(R"({"text":"a","id":"x"})")->extra.empty());
  CHECK(read_line(R"({"text":"a"})")->uri == "news.jsonl:7");
  CHECK(read_line(R"({"text":"a","url":"","id":7})")->uri == "news.jsonl:7");
  CHECK(read_line(R"({"text":"a","url":null,"id":7})")->extra == R"({"url":null,"id":7})");
}

TEST_CASE("fields that are not used are kept as written") {
  const auto document = read_line(
      R"( { "n" : 1.0, "big":10000000000000000000001 ,"text":"a", "deep" : {"b":[1, {"c":"}]\"{"} ]} , "e":"\u00e9\/",)"
      R"( "title":3,"t":true } )");
  REQUIRE(document.ok());
  CHECK(
      document->extra ==
      R"({"n":1.0,"big":10000000000000000000001,"deep":{"b":[1, {"c":"}]\"{"} ]},"e":"\u00e9\/","title":3,"t":true})");
  CHECK(nlohmann::json::accept(document->extra));
  CHECK(document->title.empty());
}

TEST_CASE("a date that does not exist is dropped with a note") {
  const auto document = read_line(R"({"text":"a","published":"2023-02-29"})");
  REQUIRE(document.ok());
  CHECK(document->published.empty());
  REQUIRE(document->notes.size() == 1);
  CHECK(document->notes[0].code == Code::note_no_date);
  CHECK(document->notes[0].message.find("2023-02-29") != std::string::npos);
  CHECK(read_line(R"({"text":"a","published":"2023-02-29"})", {"2024-01-01", ""})->published == "2024-01-01");
  CHECK(read_line(R"({"text":"a","published":"2023-02-28"})", {"2024-01-01", "X"})->published == "2023-02-28");
  CHECK(read_line(R"({"text":"a","published":""})")->notes.empty());
  CHECK(read_line(R"({"text":"a","published":17})")->extra == R"({"published":17})");
}

TEST_CASE("lines that are no document") {
  for (const std::string& line : {std::string("{"),
                                  std::string("nonsense"),
                                  std::string("[1]"),
                                  std::string("3"),
                                  std::string("{}"),
                                  std::string(R"({"title":"x"})"),
                                  std::string(R"({"text":null})"),
                                  std::string(R"({"text":["a"]})"),
                                  std::string(R"({"text":"a"} x)"),
                                  std::string(R"({"text":"a"}{"text":"b"})"),
                                  std::string(R"({"text":"\ud800"})"),
                                  std::string(R"({"text":"\udc00 a"})"),
                                  std::string(R"({"text":"a","x":"\ud83d\u0041"})"),
                                  std::string("{\"text\":\"a\tb\"}"),
                                  std::string(R"({"text":"a",})"),
                                  std::string(R"({'text':'a'})"),
                                  std::string(R"({"text":"a","x":01})"),
                                  many("[", 100000),
                                  many("[", 100000) + many("]", 100000),
                                  "{\"text\":\"a\",\"x\":" + many("[", 100000) + many("]", 100000) + "}",
                                  "{\"text\":\"a\",\"x\":" + many("{\"a\":", 100000)}) {
    const std::string shown = line.substr(0, 60);
    CAPTURE(shown);
    const auto document = read_line(line);
    REQUIRE(!document.ok());
    CHECK(document.error().code == Code::invalid_json);
    CHECK(document.error().file == "news.jsonl");
    CHECK(document.error().line == 7);
    CHECK(!document.error().message.empty());
    CHECK(document.error().message.size() < 300);
  }
}

TEST_CASE("an error says at which byte") {
  const auto document = read_line(R"({"text":"a",})");
  REQUIRE(!document.ok());
  CHECK(document.error().byte == 12);
}

TEST_CASE("invalid bytes in a line cost a note, not the line") {
  const auto document = read_line("{\"text\":\"a \xFF b \\u0000\",\"x\":\"\xC3\"}");
  REQUIRE(document.ok());
  CHECK(document->text == "a \uFFFD b \uFFFD");
  CHECK(document->extra == "{\"x\":\"\uFFFD\"}");
  REQUIRE(!document->notes.empty());
  CHECK(document->notes[0].code == Code::note_replaced_bytes);
}

TEST_CASE("an empty text is a document with a note") {
  const auto document = read_line(R"({"text":""})");
  REQUIRE(document.ok());
  REQUIRE(document->notes.size() == 1);
  CHECK(document->notes[0].code == Code::note_empty);
}
