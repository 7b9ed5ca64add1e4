#include "extract/times/amounts.h"
#include "extract/times/grammar.h"

namespace sayso::extract {
namespace {

using Kind = Expression::Kind;

/// How far, and the term behind it: "two weeks", "the day", "year-" ("year-ago").
struct Distance {
  std::vector<Amount> amounts;
  std::size_t end = 0;
  bool article = false;
};

std::optional<Distance> distance_at(const Terms& terms, std::size_t at) {
  const bool article = terms.is(at, "the");
  const std::size_t noun = article ? at + 1 : at;
  if (const auto unit = terms.value(noun, WordClass::unit)) {
    if (!article && !terms.is(noun + 1, "-")) return std::nullopt;
    return Distance{{{1, false, static_cast<Grain>(*unit)}}, noun + 1, article};
  }
  auto length = article ? std::nullopt : length_at(terms, at);
  if (!length) return std::nullopt;
  return Distance{std::move(length->amounts), length->end, false};
}

bool ends_clause(std::string_view word) {
  return word.empty() ||
         one_of(word, {",", ".", ";", ":", "?", "!", "-", "–", "—", ")", "and", "but", "\"", "'", "”", "’"});
}

/// "year-ago quarter", "the year-earlier period": so long before that of which the text speaks.
std::optional<Match> period_before(const Terms& terms, std::size_t begin, int depth) {
  std::size_t at = terms.is(begin, "the") ? begin + 1 : begin;
  if (one_of(terms.word(at), {"comparable", "corresponding", "same"})) ++at;
  if (!terms.is(at, "year") || !terms.is(at + 1, "-") || !one_of(terms.word(at + 2), {"ago", "earlier"}))
    return std::nullopt;
  at += 3;
  Match found;
  found.expression.kind = Kind::offset;
  found.expression.amounts = {{1, false, Grain::year}};
  found.expression.sign = -1;
  found.expression.anchor = Anchor::focus;
  found.begin = begin;
  found.end = at;
  if (terms.is(at, "period")) {
    found.end = at + 1;
  } else if (const auto unit = terms.value(at, WordClass::unit); unit && *unit >= static_cast<int>(Grain::week)) {
    Expression latest;
    latest.kind = Kind::unit;
    latest.fields.grain = static_cast<Grain>(*unit);
    latest.relation = Relation::latest;
    found.expression.anchor = Anchor::inner;
    found.expression.inner.push_back(std::move(latest));
    found.end = at + 1;
  } else if (auto ordinal = ordinal_at(terms, at, depth + 1)) {
    found.expression.anchor = Anchor::inner;
    found.expression.inner.push_back(std::move(ordinal->expression));
    found.end = ordinal->end;
  } else if (begin + 3 != at) {
    return std::nullopt;
  }
  return found;
}

}  // namespace

std::optional<Match> offset_at(const Terms& terms, std::size_t begin, int depth) {
  if (auto found = period_before(terms, begin, depth)) return found;
  auto distance = distance_at(terms, begin);
  if (!distance) return std::nullopt;
  std::size_t at = distance->end;
  if (terms.is(at, "-") && one_of(terms.word(at + 1), {"ago", "earlier"})) ++at;
  if (terms.is(at, "or") && terms.is(at + 1, "so")) at += 2;
  Match found;
  found.expression.kind = Kind::offset;
  found.expression.amounts = std::move(distance->amounts);
  found.begin = begin;
  const std::string_view word = terms.word(at), next = terms.word(at + 1);
  const auto finish = [&](Anchor anchor, int sign, std::size_t end) {
    found.expression.anchor = anchor;
    found.expression.sign = sign;
    found.end = end;
    return found;
  };
  if (!distance->article) {
    if (word == "ago") return finish(Anchor::speech, -1, at + 1);
    if (word == "hence") return finish(Anchor::speech, 1, at + 1);
    if (word == "from" && one_of(next, {"now", "today"})) return finish(Anchor::speech, 1, at + 2);
    const bool later = one_of(word, {"later", "afterward", "afterwards", "thereafter"});
    // "30 minutes later this week" is no offset, "two years earlier than" another one.
    if ((later || one_of(word, {"earlier", "previously", "beforehand"})) &&
        !one_of(next, {"than", "this", "that", "in"})) {
      return finish(Anchor::focus, later ? 1 : -1, at + 1);
    }
  }
  std::size_t of = at + 1;
  int sign = 0;
  if (one_of(word, {"before", "preceding"})) sign = -1;
  if (word == "prior" && next == "to") sign = -1, ++of;
  if (one_of(word, {"earlier", "later"}) && next == "than") sign = word == "later" ? 1 : -1, ++of;
  if (one_of(word, {"after", "from", "following"})) sign = 1;
  if (sign == 0) return std::nullopt;
  if (auto date = calendar_at(terms, of, depth + 1)) {
    found.expression.inner.push_back(std::move(date->expression));
    return finish(Anchor::inner, sign, date->end);
  }
  if (distance->article && one_of(word, {"before", "after"}) && ends_clause(next))
    return finish(Anchor::focus, sign, at + 1);
  return std::nullopt;
}

}  // namespace sayso::extract
