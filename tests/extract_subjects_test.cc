#include <doctest/doctest.h>

#include "extract/statements/subjects.h"
#include "extract_support.h"

using namespace sayso;

namespace {

// "source > cue" of each statement, joined by "; ".
std::string pairs(std::string_view markup) {
  Marked page = marked(markup);
  extract::return_subjects(page.text, page.statements);
  std::string out;
  for (const Statement& statement : page.statements) {
    if (!out.empty()) out += "; ";
    if (statement.source) out += std::string(statement.source->of(page.text)) + " > ";
    out += statement.cue ? statement.cue->of(page.text) : "-";
  }
  return out;
}

}  // namespace

TEST_CASE("the words before a cue are its subject") {
  CHECK(pairs("{s2 {s1 Ek}} {c1 said} {t1 that her pilot} {c2 expects} {t2 rain}.") == "her pilot > expects");
  CHECK(pairs("{s2 {s1 The Gazette}} {c1 reported} {t1 a pilot} {c2 said} {t2 rain comes}.") == "a pilot > said");
}

TEST_CASE("what is no subject stays a content") {
  CHECK(pairs("{s1 Ek} {c1 spoke of} {t1 the rumours} {c2 reported} {t2 last week}.") == "Ek > spoke of; reported");
  CHECK(pairs("{s2 {s1 Ek}} {c1 said} {t1 that rain comes, and snow} {c2 says} {t2 Bo}.") == "Ek > said; Ek > says");
  CHECK(pairs("{s1 Ek} {c1 said} {t1 that} {s2 Bo} {c2 hopes} {t2 for rain}.") == "Ek > said; Bo > hopes");
  CHECK(pairs("{t1 that rain}") == "-");
  CHECK(pairs("").empty());
}
