#include "extract/ledger/carriers.h"

#include <algorithm>

namespace sayso::extract {
namespace {

struct Stretch {
  Span span;
  const Statement* statement;
};

/// For each place the last begun stretch that holds it: stretches are nested in each other or apart.
std::vector<const Statement*> innermost(const std::vector<std::size_t>& places, std::vector<Stretch> stretches) {
  std::stable_sort(stretches.begin(), stretches.end(), [](const Stretch& a, const Stretch& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  std::vector<const Statement*> found;
  found.reserve(places.size());
  std::vector<Stretch> open;
  std::size_t next = 0;
  for (const std::size_t place : places) {
    while (next < stretches.size() && stretches[next].span.begin <= place) open.push_back(stretches[next++]);
    while (!open.empty() && open.back().span.end <= place) open.pop_back();
    found.push_back(open.empty() ? nullptr : open.back().statement);
  }
  return found;
}

}  // namespace

std::vector<const Statement*> carriers(const std::vector<std::size_t>& places,
                                       const std::vector<Statement>& statements) {
  std::vector<Stretch> contents;
  for (const Statement& statement : statements) {
    for (const Span& span : statement.content) contents.push_back({span, &statement});
  }
  return innermost(places, std::move(contents));
}

std::vector<const Statement*> cued(const std::vector<std::size_t>& places, const std::vector<Statement>& statements) {
  std::vector<Stretch> cues;
  for (const Statement& statement : statements) {
    if (statement.cue) cues.push_back({*statement.cue, &statement});
  }
  return innermost(places, std::move(cues));
}

}  // namespace sayso::extract
