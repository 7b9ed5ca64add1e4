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

std::string real(double value) {
  std::string out;
  JsonWriter(out, JsonWriter::Layout::line).real(value);
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
        "\"ledger\":[],\"plans\":[],\"meetings\":[],\"events\":[],\"times\":[],"
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

TEST_CASE("whom a statement is said to is told with its actor") {
  Record record = chained();
  CHECK(to_json(record).find("addressee") == std::string::npos);
  record.statements.front().addressee = Span{0, 4};
  CHECK(value_of(to_json(record), "addressee") == "{\"span\":[0,4],\"text\":\"Zo\xC3\xAB\"}");
  record.statements.front().addressee_actor = "a2";
  CHECK(value_of(to_json(record), "addressee") == "{\"span\":[0,4],\"text\":\"Zo\xC3\xAB\",\"actor\":\"a2\"}");
}

TEST_CASE("one code of an actor is written without the other") {
  Record record;
  record.actors.emplace_back().wikidata = "Q1";
  CHECK(value_of(to_json(record), "codes") == "{\"wikidata\":\"Q1\"}");
}

const std::string kPromise =
    "Tarn asked Varland for 2 to 3 boats by May if the ice goes, without success. Talks on ice come every May.";

Span in_promise(std::string_view words) {
  const auto begin = kPromise.find(words);
  return {begin, begin + words.size()};
}

LedgerEntry entry_of(const std::string& id, Act act, std::string_view action) {
  LedgerEntry entry;
  entry.id = id;
  entry.actor = "a1";
  entry.act = act;
  entry.action = in_promise(action);
  return entry;
}

/// Facts with all their fields, and beside each one with as few as can be.
Record promised() {
  Record record;
  record.document.text = kPromise;
  LedgerEntry entry = entry_of("l1", Act::request, "boats");
  entry.stage = Stage::failed;
  entry.to = "a2";
  entry.beneficiary = "a3";
  entry.condition = in_promise("if the ice goes");
  entry.deadline = "t1";
  entry.amounts = {{2, 3, "boat", TimeModifier::approx, in_promise("2 to 3 boats")},
                   {0.5, 0, {}, std::nullopt, in_promise("2")}};
  entry.repeated = true;
  entry.outcome = {in_promise("without success"), Stage::failed};
  entry.statement = "s1";
  entry.confidence = 0.75;
  record.ledger = {entry, entry_of("l2", Act::not_ruled_out, "asked")};
  record.plans = {{"p1", in_promise("boats"), "a1", {"a2", "a3"}, {{2, in_promise("ice")}, {0, in_promise("May")}}},
                  {"p2", in_promise("ice"), {}, {}, {}}};
  record.meetings = {{"m1", in_promise("Talks"), "t2", MeetingStatus::expected, {"a1", "a2"}, {in_promise("ice")}},
                     {"m2", in_promise("Talks"), {}, MeetingStatus::held, {}, {}}};
  record.times = {{"t1", TimeType::date, "2024-05", TimeModifier::before, {}, {}, in_promise("by May")},
                  {"t2", TimeType::set, "XXXX-05", std::nullopt, "EVERY", "1Y", in_promise("every May")}};
  return record;
}

TEST_CASE("an entry of the ledger tells what is known and leaves out the rest") {
  CHECK(value_of(to_json(promised()), "ledger") ==
        "[{\"id\":\"l1\",\"actor\":\"a1\",\"act\":\"request\",\"stage\":\"failed\","
        "\"action\":{\"span\":[30,35],\"text\":\"boats\"},\"to\":\"a2\",\"for\":\"a3\","
        "\"condition\":{\"span\":[43,58],\"text\":\"if the ice goes\"},\"deadline\":\"t1\","
        "\"amount\":[{\"value\":2,\"to\":3,\"unit\":\"boat\",\"mod\":\"APPROX\",\"span\":[23,35],"
        "\"text\":\"2 to 3 boats\"},{\"value\":0.5,\"span\":[23,24],\"text\":\"2\"}],\"repeated\":true,"
        "\"outcome\":{\"span\":[60,75],\"text\":\"without success\",\"stage\":\"failed\"},"
        "\"statement\":\"s1\",\"confidence\":0.75},"
        "{\"id\":\"l2\",\"actor\":\"a1\",\"act\":\"not-ruled-out\",\"action\":{\"span\":[5,10],\"text\":\"asked\"},"
        "\"amount\":[],\"confidence\":0}]");
}

TEST_CASE("plans, meetings and times tell what is known and leave out the rest") {
  const std::string json = to_json(promised());
  CHECK(value_of(json, "plans") ==
        "[{\"id\":\"p1\",\"name\":{\"span\":[30,35],\"text\":\"boats\"},\"owner\":\"a1\",\"to\":[\"a2\",\"a3\"],"
        "\"items\":[{\"ordinal\":2,\"span\":[50,53],\"text\":\"ice\"},{\"span\":[39,42],\"text\":\"May\"}]},"
        "{\"id\":\"p2\",\"name\":{\"span\":[50,53],\"text\":\"ice\"},\"to\":[],\"items\":[]}]");
  CHECK(value_of(json, "meetings") ==
        "[{\"id\":\"m1\",\"name\":{\"span\":[77,82],\"text\":\"Talks\"},\"time\":\"t2\",\"status\":\"expected\","
        "\"participants\":[\"a1\",\"a2\"],\"topics\":[{\"span\":[50,53],\"text\":\"ice\"}]},"
        "{\"id\":\"m2\",\"name\":{\"span\":[77,82],\"text\":\"Talks\"},\"status\":\"held\",\"participants\":[],"
        "\"topics\":[]}]");
  CHECK(value_of(json, "times") ==
        "[{\"id\":\"t1\",\"type\":\"DATE\",\"value\":\"2024-05\",\"mod\":\"BEFORE\",\"span\":[36,42],"
        "\"text\":\"by May\"},{\"id\":\"t2\",\"type\":\"SET\",\"value\":\"XXXX-05\",\"quant\":\"EVERY\","
        "\"freq\":\"1Y\",\"span\":[95,104],\"text\":\"every May\"}]");
}

TEST_CASE("the pretty form keeps ids, times and amounts on one line") {
  const std::string pretty = to_pretty_json(promised());
  CHECK(pretty.find("\n      \"to\": [\"a2\", \"a3\"],\n") != std::string::npos);
  CHECK(pretty.find("\n        {\"value\": 2, \"to\": 3, \"unit\": \"boat\", ") != std::string::npos);
  CHECK(pretty.find("\n    {\"id\": \"t1\", \"type\": \"DATE\", ") != std::string::npos);
}

/// The names of the first `count` values of an enum.
template <class Enum>
std::set<std::string_view> names(int count) {
  std::set<std::string_view> out;
  for (int i = 0; i < count; ++i) out.insert(name_of(static_cast<Enum>(i)));
  return out;
}

TEST_CASE("every value of an enum has a name of its own") {
  using Names = std::set<std::string_view>;
  CHECK(names<StatementKind>(6) == Names{"say", "belief", "intent", "plan", "denial", "question"});
  CHECK(names<ActorKind>(7) == Names{"person", "organization", "government", "group", "media", "document", "unknown"});
  CHECK(names<MentionForm>(4) == Names{"name", "nominal", "pronoun", "metonym"});
  CHECK(names<Relation>(5) == Names{"said-on", "reported-by", "citing", "confirmed-by", "published-by"});
  CHECK(names<TimeType>(4) == Names{"DATE", "TIME", "DURATION", "SET"});
  CHECK(names<TimeModifier>(12) == Names{"BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER", "LESS_THAN", "MORE_THAN",
                                         "EQUAL_OR_LESS", "EQUAL_OR_MORE", "START", "MID", "END", "APPROX"});
  CHECK(names<Act>(11) == Names{"pledge", "intend", "offer", "refuse", "not-ruled-out", "request", "demand", "threaten",
                                "expect", "agree", "confirm"});
  CHECK(names<Stage>(8) ==
        Names{"floated", "planned", "pledged", "agreed", "allocated", "delivered", "done", "failed"});
  CHECK(names<MeetingStatus>(4) == Names{"held", "expected", "postponed", "cancelled"});
}

TEST_CASE("empty lists stay") {
  CHECK(to_json(Record{}) ==
        "{\"schema\":\"sayso/1\",\"document\":{},\"engine\":{},\"actors\":[],\"statements\":[],"
        "\"ledger\":[],\"plans\":[],\"meetings\":[],\"events\":[],\"times\":[],\"notes\":[]}");
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

TEST_CASE("an amount is written without an exponent where that can be read") {
  CHECK(real(61e9) == "61000000000");
  CHECK(real(0) == "0");
  CHECK(real(2.5) == "2.5");
  CHECK(real(0.1) == "0.1");
  CHECK(real(1.25e12) == "1250000000000");
  CHECK(real(1e15) == "1e+15");
  CHECK(real(1.5e300) == "1.5e+300");
  CHECK(real(1e-9) == "1e-09");
  CHECK(real(-3e6) == "-3000000");
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
