#include <doctest/doctest.h>

#include <string>

#include "evaluate/predictions.h"
#include "evaluate/report.h"
#include "evaluate/scores.h"

namespace sayso::evaluate {
namespace {

const std::string kText =
    "Zo\xC3\xAB said \xE2\x80\x9Cit is so,\xE2\x80\x9D in C\xC3\xB3rdoba.\nIt was denied by Al.\n";

Span find(std::string_view words) {
  const auto begin = kText.find(words);
  return {begin, begin + words.size()};
}

const std::string kQuote = "\xE2\x80\x9Cit is so,\xE2\x80\x9D";

std::vector<AnnotatedText> gold() {
  return {{"zoe",
           kText,
           {{{find("Zo\xC3\xAB")}, {find("said")}, {find(kQuote)}},
            {{find("Al")}, {find("was denied by")}, {find("It")}}}}};
}

std::string record(
    const std::string& statements, const std::string& uri = "file:///news/zoe.html",
    const std::string& text =
        "Zo\xC3\xAB said \xE2\x80\x9Cit is so,\xE2\x80\x9D in C\xC3\xB3rdoba.\\nIt was denied by Al.\\n") {
  return R"({"document":{"uri":")" + uri + R"(","text":")" + text + R"("},"statements":[)" + statements + "]}\n";
}

TEST_CASE("gold against itself is right everywhere") {
  const auto texts = gold();
  const Scores scores = score(texts, {{"zoe", texts[0].attributions}});
  CHECK(scores.measures.size() == 28);
  for (const auto& [name, counts] : scores.measures) {
    CAPTURE(name);
    CHECK((counts.f1() == 1 || counts.gold == 0));
  }
  CHECK(scores.of("attr direct").gold == 1);
  CHECK(scores.of("attr indirect").gold == 1);
  CHECK(scores.source_right == 2);
}

TEST_CASE("quotation marks matter only to strict spans, sources only to whole attributions") {
  auto texts = gold();
  auto mine = texts[0].attributions;
  mine[0].source.clear();
  mine[0].content = {find("it is so")};
  const Scores scores = score(texts, {{"zoe", mine}, {"other", {}}});
  CHECK(scores.of("exact content 0").f1() == 0.5);
  CHECK(scores.of("exact content 1").f1() == 1);
  CHECK(scores.of("content all").f1() == 1);
  CHECK(scores.of("attr all").f1() == 0.5);
  CHECK(scores.of("attr direct").f1() == 0);
  CHECK(scores.source_right == 1);
  CHECK(scores.source_judged == 2);
  CHECK(scores.unknown_documents == 1);
}

TEST_CASE("documents without a prediction count as empty") {
  const Scores scores = score(gold(), {});
  CHECK(scores.of("attr all").gold == 2);
  CHECK(scores.of("attr all").f1() == 0);
}

TEST_CASE("records are found by name or by text, and read in bytes") {
  const auto texts = gold();
  const std::string statement =
      R"({"source":{"span":[0,4]},"cue":{"span":[5,9]},"content":[{"span":[10,25],"text":"?"}]})";
  for (const char* uri : {"file:///news/zoe.html", "zoe", "zoe.txt", "https://x.org/a/zoe.html?x=1", "elsewhere"}) {
    const auto read = parse_predictions(record(statement, uri), "p.jsonl", texts);
    REQUIRE(read.problems.empty());
    REQUIRE(read.by_name.contains("zoe"));
    CHECK(read.by_name.at("zoe")[0] == texts[0].attributions[0]);
  }
  const auto unknown =
      parse_predictions(record(statement, "elsewhere", "Some other text of the same size or more."), "p", texts);
  CHECK(unknown.problems.empty());
  CHECK(score(texts, unknown.by_name).unknown_documents == 1);
}

TEST_CASE("a .json file holds one record on many lines, or a list of records") {
  const auto texts = gold();
  CHECK(parse_predictions("{\n\"document\":\n" + record("").substr(12), "p.json", texts).by_name.contains("zoe"));
  CHECK(parse_predictions("[" + record("") + "]", "p.json", texts).by_name.contains("zoe"));
}

TEST_CASE("bad records are named and the rest is read") {
  const auto texts = gold();
  const std::pair<std::string, std::string> bad[] = {
      {"{\n", "not JSON"},
      {"[]\n", "not a JSON object"},
      {"{}\n", "no \"document\""},
      {record(R"({"cue":{"span":[0,3]},"content":[]})"), "statements[0].cue.span"},
      {record(R"({"content":[{"span":[0,999]}]})"), "statements[0].content[0].span"},
      {record(R"({"content":[{"span":[9,4]}]})"), "[begin, end)"},
      {record(R"({"content":[{"span":[-9,4]}]})"), "[begin, end)"},
      {record(R"({"content":{}})"), "statements[0].content: a list"},
      {record("7"), "statements[0]: an object"},
      {record(R"({"source":7,"content":[]})"), "statements[0].source: an object"},
      {record("", "zoe", "Another text."), "not that of zoe"},
  };
  for (const auto& [line, what] : bad) {
    CAPTURE(line);
    const auto read = parse_predictions("\n" + line + "\n\n", "p.jsonl", texts);
    REQUIRE(read.problems.size() == 1);
    CHECK(read.problems[0].code == Code::invalid_json);
    CHECK(read.problems[0].file == "p.jsonl");
    CHECK(read.problems[0].line == 2);
    CHECK(read.problems[0].message.find(what) != std::string::npos);
    CHECK(score(texts, read.by_name).of("attr all").gold == 2);
  }
  CHECK(parse_predictions(record("") + record(""), "p", texts).problems[0].message.find("second record") !=
        std::string::npos);
}

TEST_CASE("the table has a line for each role and kind") {
  const auto texts = gold();
  const std::string table = to_table(score(texts, {{"zoe", texts[0].attributions}}), "mine");
  CHECK(table.starts_with("== mine\n"));
  CHECK(table.find("  source   100.0 100.0 100.0  100.0") != std::string::npos);
  CHECK(table.find("  direct*   100.0 100.0 100.0") != std::string::npos);
  CHECK(table.find("content matched: 100.0 % of 2\n") != std::string::npos);
}

}  // namespace
}  // namespace sayso::evaluate
