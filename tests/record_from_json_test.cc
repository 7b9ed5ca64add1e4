#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "sayso/record.h"

namespace sayso {
namespace {

/// Every field that a record can have, each fact beside one with as few as can be.
const std::string kFull =
    R"({"schema":"sayso/1","document":{"id":"ab12","uri":"u","title":"t","outlet":"o","byline":"b",)"
    R"("published":"2024-05-03","lang":"en","text":"Zoë asked Tarn.","extra":{"z":1,"a":["\n",2.5]}},)"
    R"("engine":{"version":"0.1.0","model":"m@1","lexicon":"00ff"},"actors":[{"id":"a1","name":"Zoë","kind":"person",)"
    R"("roles":[{"span":[0,4],"text":"Zoë"}],"represents":"a2","country":"NOR","codes":{"cameo":"NOR","wikidata":"Q1"},)"
    R"("mentions":[{"span":[0,4],"text":"Zoë","form":"metonym"}]},{"id":"a2","name":"x","kind":"unknown","roles":[],)"
    R"("mentions":[]}],"statements":[{"id":"s1","mode":"mixed","kind":"denial","content":[{"span":[0,4],"text":"Zoë"},)"
    R"({"span":[5,10],"text":"asked"}],"cue":{"span":[5,10],"text":"asked"},"source":{"span":[0,4],"text":"Zoë",)"
    R"("actor":"a1"},"addressee":{"span":[11,15],"text":"Tarn","actor":"a2"},"inside":"s2","chain":[{"actor":"a2",)"
    R"("relation":"citing","span":[11,15],"text":"Tarn"},{"actor":"a2","relation":"published-by"}],"confidence":0.25},)"
    R"({"id":"s2","mode":"direct","kind":"say","content":[{"span":[0,4],"text":"Zoë"}],"chain":[],"confidence":1}],)"
    R"("ledger":[{"id":"l1","actor":"a1","act":"not-ruled-out","stage":"floated","action":{"span":[5,10],)"
    R"("text":"asked"},"to":"a2","for":"a2","condition":{"span":[5,10],"text":"asked"},"deadline":"t1","amount":)"
    R"([{"value":61000000000,"to":62000000000.5,"unit":"USD","mod":"APPROX","span":[5,10],"text":"asked"}],)"
    R"("repeated":true,"outcome":{"span":[5,10],"text":"asked","stage":"failed"},"statement":"s1","confidence":0.5},)"
    R"({"id":"l2","actor":"a1","act":"pledge","action":{"span":[5,10],"text":"asked"},"amount":[],"confidence":0}],)"
    R"("plans":[{"id":"p1","name":{"span":[5,10],"text":"asked"},"owner":"a1","to":["a2"],"items":[{"ordinal":2,)"
    R"("span":[5,10],"text":"asked"},{"span":[0,4],"text":"Zoë"}]}],"meetings":[{"id":"m1","name":{"span":[5,10],)"
    R"("text":"asked"},"time":"t1","status":"postponed","participants":["a1","a2"],"topics":[{"span":[5,10],)"
    R"("text":"asked"}]}],"events":[{"id":"e1","type":"REQUEST","mode":"x","context":["military"],"cameo":"020",)"
    R"("reverse":"021","span":[5,10],"text":"asked","actor":["a1"],"recipient":["a2"],"parties":[{"role":"actor",)"
    R"("actor":"a1","span":[0,4],"text":"Zoë","code":"NOR","origin":"y"},{"role":"recipient","actor":"a2",)"
    R"("span":[11,15],"text":"Tarn"}],"time":"t1","place":{"span":[11,15],"text":"Tarn"},"realis":"negated",)"
    R"("statement":"s1","rule":"r","confidence":0.125}],"times":[{"id":"t1","type":"SET","value":"XXXX-05",)"
    R"("mod":"BEFORE","quant":"EVERY","freq":"1Y","span":[5,10],"text":"asked"}],"notes":[{"code":"SAY031",)"
    R"("message":"no date"}]})";

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

std::string fault_of(std::string_view json) {
  const auto record = from_json(json);
  if (record.ok()) return "none";
  CHECK(record.error().code == Code::invalid_record);
  return record.error().message;
}

TEST_CASE("a record comes back from its JSON, in either form, as it was") {
  const auto record = from_json(kFull);
  REQUIRE(record.ok());
  CHECK(to_json(*record) == kFull);
  const auto pretty = from_json(to_pretty_json(*record));
  REQUIRE(pretty.ok());
  CHECK(to_json(*pretty) == kFull);
  const auto empty = from_json(to_json(Record{}));
  REQUIRE(empty.ok());
  CHECK(to_json(*empty) == to_json(Record{}));
}

TEST_CASE("unknown fields are passed over") {
  const auto record = from_json(replaced(kFull, R"("mode":"mixed")", R"("mode":"mixed","polarity":"affirmed")"));
  REQUIRE(record.ok());
  CHECK(to_json(*record) == kFull);
}

TEST_CASE("unknown fields of the document may nest without end") {
  const std::string deep = std::string(500000, '[') + "{\"a\":1}" + std::string(500000, ']');
  const auto record = from_json(replaced(kFull, R"(["\n",2.5])", deep));
  REQUIRE(record.ok());
  CHECK(record->document.extra.find(deep) != std::string::npos);
}

TEST_CASE("what is no record is told as such") {
  CHECK(fault_of("") == "not a JSON object");
  CHECK(fault_of("[1]") == "not a JSON object");
  CHECK(fault_of(kFull.substr(0, kFull.size() - 1)) == "not a JSON object");
  CHECK(fault_of(R"({"text":"x"})") == "no record: 'schema' is missing");
  CHECK(fault_of(replaced(kFull, "sayso/1", "sayso/2")) == "schema 'sayso/2' is not 'sayso/1'");
  CHECK(fault_of(std::string(100000, '[')) == "not a JSON object");
}

TEST_CASE("a fault names its field") {
  CHECK(fault_of(replaced(kFull, R"("mode":"mixed",)", "")) == "no record: 'mode' is missing");
  CHECK(fault_of(replaced(kFull, "mixed", "shouted")) == "no record: 'mode' has the unknown value 'shouted'");
  CHECK(fault_of(replaced(kFull, R"("text":"Zoë asked Tarn.")", R"("text":[])")) == "no record: 'text' is no string");
  CHECK(fault_of(replaced(kFull, R"("confidence":0.25)", R"("confidence":"0.25")")) ==
        "no record: 'confidence' is no number");
  CHECK(fault_of(replaced(kFull, R"("repeated":true)", R"("repeated":1)")) ==
        "no record: 'repeated' is neither true nor false");
  CHECK(fault_of(replaced(kFull, R"(["military"])", "[7]")) ==
        "no record: 'context' holds something that is no string");
  CHECK(fault_of(replaced(kFull, R"("roles":[])", R"("roles":{})")) == "no record: 'roles' is no list");
  CHECK(fault_of(replaced(kFull, R"("mentions":[])", R"("mentions":[1])")) == "no record: 'span' stands in no object");
  CHECK(fault_of(replaced(kFull, R"("role":"actor")", R"("role":"king")")) ==
        "no record: 'role' is neither actor nor recipient");
  CHECK(fault_of(replaced(kFull, "SAY031", "ERR031")) == "no record: 'code' is none of sayso");
  CHECK(fault_of(replaced(kFull, R"("cue":{"span":[5,10],"text":"asked"})", R"("cue":"asked")")) ==
        "no record: 'cue' is no object");
}

TEST_CASE("a span lies within the text and divides no character") {
  for (const char* span :
       {"[5,99]", "[10,5]", "[0,3]", "[-1,4]", "[5]", "[5,10,11]", "[0.5,4]", "\"5\"", "[5,18446744073709551616]"}) {
    CAPTURE(span);
    CHECK(
        fault_of(replaced(kFull, R"("cue":{"span":[5,10])", R"("cue":{"span":)" + std::string(span))).find("'span'") !=
        std::string::npos);
  }
}

}  // namespace
}  // namespace sayso
