#include <doctest/doctest.h>

#include <string_view>

#include "extract/statements/kind.h"

using namespace sayso;
using extract::kind_of_cue;

namespace {

bool is(std::string_view cue, StatementKind kind) { return kind_of_cue(cue) == kind; }

}  // namespace

TEST_CASE("the kinds of cues") {
  for (const char* cue : {"said", "SAID", "has said", "tells", "according to", "was told", "added:", "statement"}) {
    CHECK(is(cue, StatementKind::say));
  }
  for (const char* cue : {"believes", "thought", "fears", "is worried", "expects", "doubted", "is convinced"}) {
    CHECK(is(cue, StatementKind::belief));
  }
  for (const char* cue : {"hopes", "wants to", "is seeking", "sought", "intended"}) {
    CHECK(is(cue, StatementKind::intent));
  }
  for (const char* cue : {"plans to", "planning", "preparing", "scheduled"}) CHECK(is(cue, StatementKind::plan));
  for (const char* cue : {"denied", "denies", "denying", "refuted", "rebuts"}) CHECK(is(cue, StatementKind::denial));
  for (const char* cue : {"wondered", "questioned whether"}) CHECK(is(cue, StatementKind::question));
}

TEST_CASE("forms of regular verbs") {
  for (const char* cue : {"admitted", "admitting", "referred", "replies", "replied", "replying", "stresses",
                          "portrayed", "proposing", "criticises", "praised", "dismisses"}) {
    CHECK(is(cue, StatementKind::say));
  }
}

TEST_CASE("of several words the last that tells") {
  CHECK(is("said he hoped", StatementKind::intent));
  CHECK(is("hoped, he said", StatementKind::say));
  CHECK(is("wants to deny", StatementKind::denial));
}

TEST_CASE("what attributes nothing has no kind") {
  for (const char* cue : {"", " ", "rain", "the", "42", "\"", "sayings-like", "\xEF\xBF\xBD"}) {
    CHECK(!kind_of_cue(cue));
  }
}
