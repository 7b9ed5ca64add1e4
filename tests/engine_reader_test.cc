#include <doctest/doctest.h>

#include <cstdlib>
#include <string>

#include "sayso/reader.h"

using namespace sayso;

namespace {

const std::string kModel = std::string(SAYSO_SOURCE_DIR) + "/models/sayso.sayso";

/// An invented report of some windows' length.
std::string report() {
  const std::string once =
      "The harbour at Osterwick will reopen on Monday, Mayor Ilse Brandt said. \"We have checked every crane,\" she "
      "told "
      "reporters, adding that the repairs cost 4 million crowns.\n\nAccording to the port authority, two ships are "
      "waiting. Karl Munk, a pilot, warned that the channel \"is not safe at low water\".\n\n";
  std::string out;
  for (int i = 0; i < 12; ++i) out += once;
  return out;
}

Record read(std::size_t threads, const std::string& text) {
  const auto reader = Reader::open(kModel);
  REQUIRE(reader.ok());
  Document document;
  document.text = text;
  return reader->read(document, threads);
}

struct Environment {
  explicit Environment(const char* kernels) { setenv("SAYSO_KERNELS", kernels, 1); }
  ~Environment() { unsetenv("SAYSO_KERNELS"); }
};

}  // namespace

TEST_CASE("events by the model need its head for them") {
  const auto reader = Reader::open(std::string(SAYSO_SOURCE_DIR) + "/tests/data/mentions.sayso", {}, EventCoder::model);
  REQUIRE(!reader.ok());
  CHECK(reader.error().code == Code::model_incomplete);
}

TEST_CASE("the shipped model finds who said what") {
  const std::string text = report();
  const Record record = read(1, text);
  REQUIRE(record.statements.size() > 24);
  const Statement& first = record.statements.front();
  REQUIRE(first.source.has_value());
  CHECK(first.source->of(text) == "Mayor Ilse Brandt");
  REQUIRE(first.cue.has_value());
  CHECK(first.cue->of(text) == "said");
  CHECK(first.content.front().of(text).substr(0, 24) == "The harbour at Osterwick");
  CHECK(first.mode == Mode::indirect);
  CHECK(first.id == "s1");
}

TEST_CASE("one and several threads give the same record") {
  const std::string text = report();
  const std::string one = to_json(read(1, text));
  CHECK(to_json(read(3, text)) == one);
  CHECK(to_json(read(8, text)) == one);
}

TEST_CASE("all kernels of this machine give the same record") {
  const std::string text = report().substr(0, 600);
  const std::string best = to_json(read(1, text));
  for (const char* name : {"scalar", "avx2", "vnni", "amx", "neon"}) {
    const Environment environment(name);
    const auto reader = Reader::open(kModel);
    if (!reader.ok()) {
      CHECK(reader.error().code == Code::kernel_unsupported);
      MESSAGE("SKIPPED: this machine does not run the kernels ", std::string(name));
      continue;
    }
    CHECK(to_json(read(1, text)) == best);
  }
}

TEST_CASE("unknown kernels are an error") {
  const Environment environment("abacus");
  const auto reader = Reader::open(kModel);
  REQUIRE(!reader.ok());
  CHECK(reader.error().code == Code::kernel_unknown);
}

TEST_CASE("a lexicon is optional, and one that is not there is an error") {
  CHECK(read(1, "It rains.").engine.lexicon.empty());
  const auto reader = Reader::open(kModel, {"nowhere.lexicon", {}});
  REQUIRE(!reader.ok());
  CHECK(reader.error().code == Code::lexicon_not_found);
}

TEST_CASE("a folder of names can stand alone") {
  const auto reader = Reader::open(kModel, {std::string(SAYSO_SOURCE_DIR) + "/lexicon", {}});
  REQUIRE(reader.ok());
  CHECK(reader->lexicon_faults().count == 0);
  CHECK(reader->read({}).engine.lexicon.size() == 16);
}

TEST_CASE("odd texts are read") {
  CHECK(read(1, "").statements.empty());
  CHECK(read(1, " \n\n ").statements.empty());
  CHECK(read(1, "\xEF\xBF\xBD\xEF\xBF\xBD").statements.empty());
  const Record marks = read(2, std::string(20000, '"'));
  for (const Statement& statement : marks.statements) CHECK(statement.content.front().end <= 20000);
}
