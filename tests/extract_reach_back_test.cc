#include <doctest/doctest.h>

#include "extract/statements/reach_back.h"
#include "extract_support.h"

using namespace sayso;

namespace {

// The content of the statement with that number after reaching back.
std::string content(std::string_view markup, std::size_t number = 1) {
  Marked page = marked(markup);
  extract::reach_back(page.text, page.statements);
  std::string out;
  for (const Span& span : page.statements.at(number - 1).content) {
    out += (out.empty() ? "" : " | ") + std::string(span.of(page.text));
  }
  return out;
}

}  // namespace

TEST_CASE("this was stated by reaches back over the paragraph before") {
  CHECK(content("A storm is near. {t1 Boats} stay in port.\n{t1 This} {c1 was stated by} {s1 the harbour master}.") ==
        "A storm is near. Boats stay in port.");
  CHECK(
      content("Bread gets dear.\n\nFlour is short. Mills stand still.\n\n{t1 This} was {c1 announced by} {s1 Holm}.") ==
      "Flour is short. Mills stand still.");
  CHECK(content("Bread gets dear.\nFlour is short. {t1 It} {c1 was reported by} {s1 the guild}, as always.") ==
        "Flour is short.");
}

TEST_CASE("sentences with speakers of their own are left to them") {
  CHECK(content("{s2 Ek} {c2 said} {t2 rain comes}. Roads will flood.\n{t1 This} {c1 was stated by} {s1 Holm}.") ==
        "Roads will flood.");
  CHECK(content("Roads will flood. {s2 Oslo} {c2 seeks} {t2 pumps}.\n{t1 This} {c1 was stated by} {s1 Holm}.") ==
        "Roads will flood. Oslo seeks pumps.");
  CHECK(content("{s2 Ek} {c2 said} {t2 rain comes}.\n{t1 This} {c1 was stated by} {s1 Holm}.") == "This");
}

TEST_CASE("other openings stay as they are") {
  CHECK(content("Roads flood.\n{t1 This rule} {c1 was stated by} {s1 Holm}.") == "This rule");
  CHECK(content("Roads flood.\n{t1 It} {c1 was reported by} {s1 Holm} {t1 that pumps fail}.") ==
        "It | that pumps fail");
  CHECK(content("{t1 This} {c1 was stated by} {s1 Holm}.") == "This");
  CHECK(content("Roads flood.\n{s1 Holm} {c1 said} {t1 this}.") == "this");
  CHECK(content("Roads flood. {t1 This}") == "This");
}

TEST_CASE("paragraphs of wrapped text end at blank lines") {
  const std::string text =
      "{t1 The} old pier will have to be closed for the whole of\nnext winter while the piles below it are\n"
      "replaced one by one. The ferry will\ngo from the quay.\n\n{t1 This} {c1 was stated by} {s1 the council}.";
  CHECK(content(text).substr(0, 12) == "The old pier");
}

TEST_CASE("thousands of openings in one paragraph") {
  std::string text;
  std::vector<Statement> statements;
  for (int i = 0; i < 5000; ++i) {
    text += "Roads flood. ";
    Statement statement;
    statement.content = {{text.size(), text.size() + 4}};
    statement.cue = Span{text.size() + 5, text.size() + 18};
    text += "This was stated by Holm. ";
    statements.push_back(statement);
  }
  extract::reach_back(text, statements);
  CHECK(statements.back().content.front().of(text) == "Roads flood.");
}
