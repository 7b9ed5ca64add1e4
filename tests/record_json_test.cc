#include <doctest/doctest.h>

#include <limits>
#include <string>

#include "record/json_writer.h"
#include "sayso/record.h"

namespace sayso {
namespace {

const std::string kText = "Zo\xC3\xAB Marr said \xE2\x80\x9Cyes\xE2\x80\x9D, he \"thinks\".";

Span find(std::string_view words) {
  const auto begin = kText.find(words);
  return {begin, begin + words.size()};
}

Record example() {
  Record record;
  record.document.id = "ab12";
  record.document.uri = "news/one.txt";
  record.document.lang = "en";
  record.document.text = kText;
  record.engine = {"0.1.0", "sayso@12ab", {}};
  Statement statement;
  statement.id = "s1";
  statement.mode = Mode::direct;
  statement.content = {find("\xE2\x80\x9Cyes\xE2\x80\x9D")};
  statement.cue = find("said");
  statement.source = find("Zo\xC3\xAB Marr");
  statement.confidence = 0.93;
  record.statements.push_back(statement);
  statement = {};
  statement.id = "s2";
  statement.content = {find("\"thinks\""), find(".")};
  statement.inside = "s1";
  statement.confidence = 1;
  record.statements.push_back(statement);
  record.notes.push_back({Code::note_no_date, "no date"});
  return record;
}

std::string probability(double value) {
  std::string out;
  JsonWriter(out, JsonWriter::Layout::line).probability(value);
  return out;
}

std::string quoted(std::string_view value) {
  std::string out;
  append_json_string(out, value);
  return out;
}

TEST_CASE("a record is one line with its keys in a fixed order and absent facts left out") {
  CHECK(to_json(example()) ==
        "{\"schema\":\"sayso/1\",\"document\":{\"id\":\"ab12\",\"uri\":\"news/one.txt\",\"lang\":\"en\","
        "\"text\":\"Zo\xC3\xAB Marr said \xE2\x80\x9Cyes\xE2\x80\x9D, he \\\"thinks\\\".\"},"
        "\"engine\":{\"version\":\"0.1.0\",\"model\":\"sayso@12ab\"},\"statements\":["
        "{\"id\":\"s1\",\"mode\":\"direct\",\"content\":[{\"span\":[15,24],\"text\":\"\xE2\x80\x9Cyes\xE2\x80\x9D\"}],"
        "\"cue\":{\"span\":[10,14],\"text\":\"said\"},\"source\":{\"span\":[0,9],\"text\":\"Zo\xC3\xAB Marr\"},"
        "\"confidence\":0.93},"
        "{\"id\":\"s2\",\"mode\":\"indirect\",\"content\":[{\"span\":[29,37],\"text\":\"\\\"thinks\\\"\"},"
        "{\"span\":[37,38],\"text\":\".\"}],\"inside\":\"s1\",\"confidence\":1}],"
        "\"notes\":[{\"code\":\"SAY031\",\"message\":\"no date\"}]}");
}

TEST_CASE("empty lists stay") {
  CHECK(to_json(Record{}) == "{\"schema\":\"sayso/1\",\"document\":{},\"engine\":{},\"statements\":[],\"notes\":[]}");
}

TEST_CASE("unknown fields come back as they came") {
  Record record;
  record.document.extra = "{\"desk\":\"foreign\"}";
  CHECK(to_json(record).find("\"document\":{\"extra\":{\"desk\":\"foreign\"}}") != std::string::npos);
}

TEST_CASE("the pretty form has the same values, a passage on one line") {
  const std::string pretty = to_pretty_json(example());
  CHECK(pretty.find("\n      \"content\": [\n        {\"span\": [15, 24], \"text\": \"") != std::string::npos);
  CHECK(pretty.find("\n  \"notes\": [\n    {\"code\": \"SAY031\", \"message\": \"no date\"}\n  ]\n}") !=
        std::string::npos);
  CHECK(to_pretty_json(Record{}).find("\"statements\": [],") != std::string::npos);
}

TEST_CASE("a probability has at most four decimals") {
  CHECK(probability(0.93) == "0.93");
  CHECK(probability(0.123449) == "0.1234");
  CHECK(probability(0.00005) == "0.0001");
  CHECK(probability(0.99996) == "1");
  CHECK(probability(0) == "0");
  CHECK(probability(-1) == "0");
  CHECK(probability(7) == "1");
  CHECK(probability(std::numeric_limits<double>::quiet_NaN()) == "0");
}

TEST_CASE("strings are escaped and always valid UTF-8") {
  CHECK(quoted("a\"b\\c\n\t\r\x01\x7F/") == "\"a\\\"b\\\\c\\n\\t\\r\\u0001\\u007f/\"");
  CHECK(quoted(std::string_view("\0x", 2)) == "\"\\u0000x\"");
  CHECK(quoted("\xF0\x9F\x97\xB3 e\xCC\x81") == "\"\xF0\x9F\x97\xB3 e\xCC\x81\"");
  CHECK(quoted("a\xFF\xC3") == "\"a\xEF\xBF\xBD\xEF\xBF\xBD\"");
  CHECK(quoted("\xED\xA0\x80") == "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"");  // half a surrogate pair
  CHECK(quoted("\xC0\x80\xF4\x90\x80\x80").find('\x80') == std::string::npos);
}

TEST_CASE("a span outside the text shows no words and reads no foreign memory") {
  Record record;
  record.document.text = "abc";
  record.statements.emplace_back().content = {{1, 9}, {7, 9}};
  const std::string json = to_json(record);
  CHECK(json.find("{\"span\":[1,9],\"text\":\"bc\"},{\"span\":[7,9]}") != std::string::npos);
}

}  // namespace
}  // namespace sayso
