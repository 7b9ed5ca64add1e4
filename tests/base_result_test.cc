#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <utility>

#include "sayso/result.h"

using sayso::Code;
using sayso::Error;
using sayso::Result;

TEST_CASE("a code has a stable name of three digits") {
  CHECK(sayso::code_name(Code::file_not_found) == "SAY001");
  CHECK(sayso::code_name(Code::model_not_found) == "SAY020");
  CHECK(sayso::code_name(Code::note_long_line) == "SAY035");
}

TEST_CASE("an error says code, place and reason") {
  CHECK(Error{Code::no_documents, "nothing to read"}.to_string() == "SAY007 nothing to read");
  CHECK(Error{Code::file_not_found, "there is no such file", "a.txt"}.to_string() ==
        "SAY001 a.txt: there is no such file");
  CHECK(Error{Code::invalid_json, "not a JSON object", "news.jsonl", 3}.to_string() ==
        "SAY004 news.jsonl:3: not a JSON object");
  CHECK(Error{Code::model_corrupt, "bad checksum", "m.sayso", {}, 128}.to_string() ==
        "SAY022 m.sayso: byte 128: bad checksum");
  CHECK(Error{Code::invalid_json, "not a JSON object", "", 3}.to_string() == "SAY004 line 3: not a JSON object");
}

TEST_CASE("a result holds a value or an error, and lets a value be moved out") {
  Result<std::unique_ptr<int>> good = std::make_unique<int>(7);
  REQUIRE(good.ok());
  CHECK(**good == 7);
  const std::unique_ptr<int> taken = std::move(good).value();
  CHECK(*taken == 7);

  const Result<std::string> bad = Error{Code::not_text, "is binary"};
  CHECK_FALSE(bad.ok());
  CHECK_FALSE(static_cast<bool>(bad));
  CHECK(bad.error().code == Code::not_text);
}
