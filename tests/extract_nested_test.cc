#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "extract/statements/nested.h"
#include "sayso/reader.h"

using namespace sayso;

namespace {

// The small model finds nothing within contents, the one that ships does.
const std::string kSmall = SAYSO_SOURCE_DIR "/tests/data/small.sayso";
const std::string kShipped = SAYSO_SOURCE_DIR "/models/sayso.sayso";

std::string report(int times) {
  std::string text;
  for (int i = 0; i < times; ++i) {
    text +=
        "Ada Holm said that the port had promised that ships would wait. \"My son told me he wants rain,\" she "
        "added. Bo Lund denied that the council believes it.\n\n";
  }
  return text;
}

/// Every sentence as the content of a statement.
std::vector<Statement> whole_sentences(const std::string& text) {
  std::vector<Statement> out;
  for (std::size_t begin = 0; begin + 2 < text.size();) {
    const std::size_t end = std::min(text.find(". ", begin), text.size() - 2) + 1;
    Statement& made = out.emplace_back();
    made.id = "s" + std::to_string(out.size());
    made.content.push_back({begin, end});
    made.confidence = 1;
    begin = end + 1;
  }
  return out;
}

/// Numbered in their order, each within the content of the one that it is inside of.
void check(const std::vector<Statement>& statements, const std::string& text) {
  for (std::size_t i = 0; i < statements.size(); ++i) {
    const Statement& inner = statements[i];
    CHECK(inner.id == "s" + std::to_string(i + 1));
    for (const Span& span : inner.content) CHECK(span.end <= text.size());
    if (inner.inside.empty()) continue;
    const auto outer = std::find_if(statements.begin(), statements.end(),
                                    [&](const Statement& statement) { return statement.id == inner.inside; });
    REQUIRE(outer != statements.end());
    CHECK(outer->inside.empty());
    const auto held = [&](const Span& span) {
      return std::any_of(outer->content.begin(), outer->content.end(),
                         [&](const Span& content) { return content.contains(span); });
    };
    for (const Span& span : inner.content) CHECK(held(span));
    CHECK((inner.cue && held(*inner.cue)));
    CHECK((inner.source && held(*inner.source)));
    CHECK(inner.confidence <= outer->confidence);
  }
}

}  // namespace

TEST_CASE("statements within statements are numbered anew") {
  const auto model = model::AttributionModel::open(kShipped);
  REQUIRE(model.ok());
  const std::string text = report(2);
  auto statements = whole_sentences(text);
  const std::size_t before = statements.size();
  extract::add_nested(text, **model, statements);
  CHECK(statements.size() > before);
  check(statements, text);
}

TEST_CASE("contents that hold nothing are left as they are") {
  const auto model = model::AttributionModel::open(kSmall);
  REQUIRE(model.ok());
  const std::string text = "\"\" \"that \" \"said\"";
  std::vector<Statement> none;
  extract::add_nested(text, **model, none);
  CHECK(none.empty());
  std::vector<Statement> odd(4);
  odd[0].content = {{0, 0}};
  odd[1].content = {{0, 2}};
  odd[2].content = {{3, 10}};
  odd[3].content = {{0, text.size()}, {text.size(), text.size()}};
  extract::add_nested(text, **model, odd);
  CHECK(odd.size() == 4);
}

TEST_CASE("a reader gives the same statements with any number of threads") {
  for (const std::string& model : {kSmall, kShipped}) {
    const auto reader = Reader::open(model, {SAYSO_SOURCE_DIR "/lexicon", {}});
    REQUIRE(reader.ok());
    Document document;
    document.text = report(model == kSmall ? 20 : 2);
    const Record one = reader->read(document, 1);
    check(one.statements, document.text);
    CHECK(to_json(reader->read(document, 4)) == to_json(one));
  }
}
