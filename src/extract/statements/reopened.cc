#include "extract/statements/reopened.h"

#include <algorithm>

namespace sayso::extract {
namespace {

using Regions = std::vector<text::QuoteRegion>;

std::vector<Span> all_contents(const std::vector<Statement>& statements) {
  std::vector<Span> out;
  for (const Statement& statement : statements) {
    out.insert(out.end(), statement.content.begin(), statement.content.end());
  }
  std::sort(out.begin(), out.end());
  return out;
}

bool is_free(const Span& span, const std::vector<Span>& contents) {
  const auto next = std::lower_bound(contents.begin(), contents.end(), Span{span.begin, span.begin});
  const bool before = next != contents.begin() && std::prev(next)->end > span.begin;
  return !before && (next == contents.end() || next->begin >= span.end);
}

/// The paragraphs left open between two contents of a statement, if there is nothing else between them.
std::vector<Span> between(std::string_view text, const Regions& regions, const Span& first, const Span& second) {
  const auto blank = [&](std::size_t begin, std::size_t end) {
    return begin <= end && text.substr(begin, end - begin).find_first_not_of(" \t\n\r") == std::string_view::npos;
  };
  auto region = std::partition_point(regions.begin(), regions.end(),
                                     [&](const text::QuoteRegion& each) { return each.span.end < first.end; });
  if (region == regions.end() || region->closed || region->span.begin > first.begin) return {};
  std::vector<Span> out;
  std::size_t at = region->span.end;
  for (++region; region != regions.end() && region->span.end <= second.begin; ++region) {
    if (region->closed || !blank(at, region->span.begin)) return {};
    out.push_back(region->span);
    at = region->span.end;
  }
  return blank(at, second.begin) ? out : std::vector<Span>();
}

}  // namespace

void fill_reopened(std::string_view text, const Regions& regions, std::vector<Statement>& statements) {
  const std::vector<Span> contents = all_contents(statements);
  for (Statement& statement : statements) {
    std::vector<Span> whole;
    for (const Span& content : statement.content) {
      if (!whole.empty()) {
        for (const Span& paragraph : between(text, regions, whole.back(), content)) {
          if (is_free(paragraph, contents)) whole.push_back(paragraph);
        }
      }
      whole.push_back(content);
    }
    statement.content = std::move(whole);
  }
}

}  // namespace sayso::extract
