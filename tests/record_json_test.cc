#include <doctest/doctest.h>

#include <limits>
#include <set>
#include <string>
#include <string_view>

#include "record/enum_names.h"
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
        "\"engine\":{\"version\":\"0.1.0\",\"model\":\"sayso@12ab\"},\"actors\":[],\"statements\":["
        "{\"id\":\"s1\",\"mode\":\"direct\",\"kind\":\"say\",\"content\":[{\"span\":[15,24],\"text\":"
        "\"\xE2\x80\x9Cyes\xE2\x80\x9D\"}],"
        "\"cue\":{\"span\":[10,14],\"text\":\"said\"},\"source\":{\"span\":[0,9],\"text\":\"Zo\xC3\xAB Marr\"},"
        "\"chain\":[],\"confidence\":0.93},"
        "{\"id\":\"s2\",\"mode\":\"indirect\",\"kind\":\"say\",\"content\":[{\"span\":[29,37],\"text\":"
        "\"\\\"thinks\\\"\"},"
        "{\"span\":[37,38],\"text\":\".\"}],\"inside\":\"s1\",\"chain\":[],\"confidence\":1}],"
        "\"notes\":[{\"code\":\"SAY031\",\"message\":\"no date\"}]}");
}

/// The value of `key` in JSON on one line, a list or an object, with its brackets.
std::string value_of(const std::string& json, std::string_view key) {
  const auto begin = json.find("\"" + std::string(key) + "\":") + key.size() + 3;
  std::size_t end = begin;
  int depth = 0;
  do {
    depth += json[end] == '[' || json[end] == '{';
    depth -= json[end] == ']' || json[end] == '}';
    ++end;
  } while (depth > 0 && end < json.size());
  return json.substr(begin, end - begin);
}

/// The only statement of a record, whose speaker and hops are actors.
Record chained() {
  Record record = example();
  record.engine.lexicon = "00ff";
  record.actors = {
      {"a1",
       "Zo\xC3\xAB Marr",
       ActorKind::person,
       {find("Marr")},
       "a2",
       "NOR",
       "NORGOV",
       "Q42",
       {{find("Zo\xC3\xAB Marr"), MentionForm::name}, {find("he"), MentionForm::pronoun}}},
      {"a2", "say \"so\"\n", ActorKind::unknown, {}, {}, {}, {}, {}, {{find("thinks"), MentionForm::nominal}}},
  };
  record.statements.resize(1);
  Statement& statement = record.statements.front();
  statement.kind = StatementKind::denial;
  statement.actor = "a1";
  statement.chain = {{Relation::said_on, find("Zo\xC3\xAB"), "a2"}, {Relation::published_by, {}, "a3"}};
  return record;
}

TEST_CASE("actors come before the statements, with what is known of them") {
  const std::string json = to_json(chained());
  CHECK(value_of(json, "engine") == "{\"version\":\"0.1.0\",\"model\":\"sayso@12ab\",\"lexicon\":\"00ff\"}");
  CHECK(
      value_of(json, "actors") ==
      "[{\"id\":\"a1\",\"name\":\"Zo\xC3\xAB Marr\",\"kind\":\"person\",\"roles\":[{\"span\":[5,9],\"text\":\"Marr\"}],"
      "\"represents\":\"a2\",\"country\":\"NOR\",\"codes\":{\"cameo\":\"NORGOV\",\"wikidata\":\"Q42\"},\"mentions\":["
      "{\"span\":[0,9],\"text\":\"Zo\xC3\xAB Marr\",\"form\":\"name\"},"
      "{\"span\":[26,28],\"text\":\"he\",\"form\":\"pronoun\"}]},"
      "{\"id\":\"a2\",\"name\":\"say \\\"so\\\"\\n\",\"kind\":\"unknown\",\"roles\":[],"
      "\"mentions\":[{\"span\":[30,36],\"text\":\"thinks\",\"form\":\"nominal\"}]}]");
  CHECK(json.find("\"actors\"") < json.find("\"statements\""));
}

TEST_CASE("a statement tells its kind, its source's actor and its chain") {
  const std::string json = to_json(chained());
  CHECK(json.find("\"mode\":\"direct\",\"kind\":\"denial\",\"content\"") != std::string::npos);
  CHECK(value_of(json, "source") == "{\"span\":[0,9],\"text\":\"Zo\xC3\xAB Marr\",\"actor\":\"a1\"}");
  CHECK(value_of(json, "chain") ==
        "[{\"actor\":\"a2\",\"relation\":\"said-on\",\"span\":[0,4],\"text\":\"Zo\xC3\xAB\"},"
        "{\"actor\":\"a3\",\"relation\":\"published-by\"}]");
}

TEST_CASE("one code of an actor is written without the other") {
  Record record;
  record.actors.emplace_back().wikidata = "Q1";
  CHECK(value_of(to_json(record), "codes") == "{\"wikidata\":\"Q1\"}");
}

TEST_CASE("every value of an enum has a name of its own") {
  std::set<std::string_view> kinds, actors, forms, relations;
  for (int i = 0; i < 6; ++i) kinds.insert(name_of(static_cast<StatementKind>(i)));
  for (int i = 0; i < 7; ++i) actors.insert(name_of(static_cast<ActorKind>(i)));
  for (int i = 0; i < 4; ++i) forms.insert(name_of(static_cast<MentionForm>(i)));
  for (int i = 0; i < 5; ++i) relations.insert(name_of(static_cast<Relation>(i)));
  CHECK(kinds == std::set<std::string_view>{"say", "belief", "intent", "plan", "denial", "question"});
  CHECK(actors ==
        std::set<std::string_view>{"person", "organization", "government", "group", "media", "document", "unknown"});
  CHECK(forms == std::set<std::string_view>{"name", "nominal", "pronoun", "metonym"});
  CHECK(relations == std::set<std::string_view>{"said-on", "reported-by", "citing", "confirmed-by", "published-by"});
}

TEST_CASE("empty lists stay") {
  CHECK(to_json(Record{}) ==
        "{\"schema\":\"sayso/1\",\"document\":{},\"engine\":{},\"actors\":[],\"statements\":[],\"notes\":[]}");
}

TEST_CASE("unknown fields come back as they came") {
  Record record;
  record.document.extra = "{\"desk\":\"foreign\"}";
  CHECK(to_json(record).find("\"document\":{\"extra\":{\"desk\":\"foreign\"}}") != std::string::npos);
}

TEST_CASE("the pretty form has the same values, a passage on one line") {
  const std::string pretty = to_pretty_json(example());
  CHECK(pretty.find("\n      \"content\": [\n        {\"span\": [15, 24], \"text\": \"") != std::string::npos);
  CHECK(to_pretty_json(chained()).find(
            "\n        {\"span\": [26, 28], \"text\": \"he\", \"form\": \"pronoun\"}\n      ]\n") != std::string::npos);
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
  record.actors.emplace_back().mentions = {{{2, 9}, MentionForm::name}};
  const std::string json = to_json(record);
  CHECK(json.find("{\"span\":[1,9],\"text\":\"bc\"},{\"span\":[7,9]}") != std::string::npos);
  CHECK(json.find("{\"span\":[2,9],\"text\":\"c\",\"form\":\"name\"}") != std::string::npos);
}

}  // namespace
}  // namespace sayso
