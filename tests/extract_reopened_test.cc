#include <doctest/doctest.h>

#include <string>

#include "extract/statements/reopened.h"

using namespace sayso;

namespace {

const std::string kText =
    "“We came,” Holm said.\n\n“It is late.\n\n“The harbour pays for it.\n\n“Pass it today.”\n\n“Or never.”\n";

Span span_of(std::string_view words) {
  const std::size_t begin = kText.find(words);
  return {begin, begin + words.size()};
}

std::vector<std::string> filled(std::vector<Span> content, const std::vector<Span>& others = {}) {
  std::vector<Statement> statements(1 + (others.empty() ? 0 : 1));
  statements[0].content = std::move(content);
  if (!others.empty()) statements[1].content = others;
  extract::fill_reopened(kText, text::quote_regions(kText), statements);
  std::vector<std::string> out;
  for (const Span& span : statements[0].content) out.emplace_back(span.of(kText));
  return out;
}

}  // namespace

TEST_CASE("a paragraph of a reopened quotation belongs to the statement around it") {
  const auto content = filled({span_of("“It is late"), span_of("“Pass it today.”")});
  REQUIRE(content.size() == 3);
  CHECK(content[1] == "“The harbour pays for it.");
}

TEST_CASE("but not where another statement has a part of it") {
  CHECK(filled({span_of("“It is late"), span_of("“Pass it today.”")}, {span_of("harbour pays")}).size() == 2);
}

TEST_CASE("nor what stands behind a quotation that was closed, or among the reporter's words") {
  CHECK(filled({span_of("“We came,”"), span_of("“Pass it today.”")}).size() == 2);
  CHECK(filled({span_of("“It is late"), span_of("“Or never.”")}).size() == 2);
}
