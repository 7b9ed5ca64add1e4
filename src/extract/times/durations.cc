#include "extract/times/amounts.h"
#include "extract/times/grammar.h"
#include "extract/times/numbers.h"

namespace sayso::extract {
namespace {

Match lasting(std::vector<Amount> amounts, std::size_t begin, std::size_t end) {
  Match found;
  found.expression.kind = Expression::Kind::duration;
  found.expression.amounts = std::move(amounts);
  found.begin = begin;
  found.end = end;
  return found;
}

/// "-old", " old" and "-olds" behind an age; "week" behind "four-day".
std::size_t tail_end(const Terms& terms, const Length& length) {
  std::size_t end = length.end;
  if (terms.is(end, "-") && one_of(terms.word(end + 1), {"old", "olds", "long"})) return end + 2;
  if (terms.is(end, "old") && !length.hyphen) return end + 1;
  if (length.amounts.back().grain != Grain::day || !length.numbered) return end;
  const std::size_t noun = terms.is(end, "working") ? end + 1 : end;
  const bool singular = terms.is(end - 1, "day");
  return singular && one_of(terms.word(noun), {"week", "weekend"}) ? noun + 1 : end;
}

/// A unit in the plural alone is a time where it tells how long: "for months", "years of talks".
bool tells_length(const Terms& terms, std::size_t at, std::size_t end) {
  const std::string_view before = at > 0 ? terms.word(at - 1) : std::string_view();
  return one_of(before, {"for", "over", "within", "after", "took", "take", "takes", "taken", "lasted", "last", "spent",
                         "in"}) ||
         one_of(terms.word(end), {"of"});
}

/// "the last three years", "the past few weeks", "the first two hours", "these two weeks".
std::optional<Match> determined(const Terms& terms, std::size_t begin) {
  std::size_t at = begin;
  const bool article = one_of(terms.word(at), {"the", "these", "those", "its", "their", "his", "her"});
  if (article) ++at;
  const bool chosen = terms.has(at, WordClass::relation) ||
                      one_of(terms.word(at), {"first", "final", "latest", "opening", "closing", "other", "remaining",
                                              "full", "entire", "whole", "additional", "extra"});
  if (chosen) ++at;
  if (!article && !chosen) return std::nullopt;
  auto length = length_at(terms, at);
  if (!length && chosen && terms.has(at, WordClass::unit) && one_of(terms.word(at - 1), {"full", "entire", "whole"})) {
    return lasting({{1, false, static_cast<Grain>(*terms.value(at, WordClass::unit))}}, begin, at + 1);
  }
  if (!length || one_of(terms.word(at), {"a", "an", "another"})) return std::nullopt;
  if (!length->numbered && !chosen) return std::nullopt;
  const std::size_t end = tail_end(terms, *length);
  return lasting(std::move(length->amounts), begin, end);
}

}  // namespace

std::optional<Match> duration_at(const Terms& terms, std::size_t at) {
  if (auto found = determined(terms, at)) return found;
  auto length = length_at(terms, at);
  if (!length) {
    // "an extra day"
    const bool article =
        one_of(terms.word(at), {"a", "an"}) && one_of(terms.word(at + 1), {"extra", "additional", "further"});
    const auto unit = article ? terms.value(at + 2, WordClass::unit) : std::nullopt;
    if (!unit) return std::nullopt;
    return lasting({{1, false, static_cast<Grain>(*unit)}}, at, at + 3);
  }
  if (!length->numbered && !tells_length(terms, at, length->end)) return std::nullopt;
  if (terms.is(length->end, "-") && terms.is(length->end + 1, "ago")) return std::nullopt;
  const std::size_t end = tail_end(terms, *length);
  return lasting(std::move(length->amounts), at, end);
}

}  // namespace sayso::extract
