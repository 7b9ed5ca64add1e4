#include <array>

#include "extract/times/dates.h"
#include "extract/times/grammar.h"

namespace sayso::extract {
namespace {

using Kind = Expression::Kind;

struct Approximator {
  std::string_view words;  ///< with one blank between them
  TimeModifier modifier;
};

constexpr std::array kApproximators = std::to_array<Approximator>({
    {"about", TimeModifier::approx},
    {"almost", TimeModifier::less_than},
    {"approximately", TimeModifier::approx},
    {"around", TimeModifier::approx},
    {"at around", TimeModifier::approx},
    {"at least", TimeModifier::equal_or_more},
    {"at most", TimeModifier::equal_or_less},
    {"c.", TimeModifier::approx},
    {"ca", TimeModifier::approx},
    {"circa", TimeModifier::approx},
    {"close to", TimeModifier::less_than},
    {"fewer than", TimeModifier::less_than},
    {"just over", TimeModifier::more_than},
    {"just under", TimeModifier::less_than},
    {"less than", TimeModifier::less_than},
    {"more than", TimeModifier::more_than},
    {"nearly", TimeModifier::less_than},
    {"no less than", TimeModifier::equal_or_more},
    {"no longer than", TimeModifier::equal_or_less},
    {"no more than", TimeModifier::equal_or_less},
    {"not less than", TimeModifier::equal_or_more},
    {"not more than", TimeModifier::equal_or_less},
    {"over", TimeModifier::more_than},
    {"roughly", TimeModifier::approx},
    {"some", TimeModifier::approx},
    {"under", TimeModifier::less_than},
    {"up to", TimeModifier::equal_or_less},
    {"well over", TimeModifier::more_than},
});

/// More than two years ago is before that day.
TimeModifier of_point(TimeModifier modifier, int sign) {
  switch (modifier) {
    case TimeModifier::more_than:
      return sign < 0 ? TimeModifier::before : TimeModifier::after;
    case TimeModifier::less_than:
      return sign < 0 ? TimeModifier::after : TimeModifier::before;
    case TimeModifier::equal_or_more:
      return sign < 0 ? TimeModifier::on_or_before : TimeModifier::on_or_after;
    case TimeModifier::equal_or_less:
      return sign < 0 ? TimeModifier::on_or_after : TimeModifier::on_or_before;
    default:
      return modifier;
  }
}

std::optional<Match> plain_at(const Terms& terms, std::size_t at) {
  std::optional<Match> best;
  const auto take = [&](std::optional<Match> found) {
    if (found && (!best || found->end > best->end)) best = std::move(found);
  };
  take(calendar_at(terms, at, 0));
  take(set_at(terms, at));
  take(reference_at(terms, at));
  take(duration_at(terms, at));
  return best;
}

std::optional<Match> approximate(const Terms& terms, std::size_t at) {
  for (const Approximator& approximator : kApproximators) {
    const std::size_t length = terms.phrase(at, approximator.words);
    if (length == 0) continue;
    auto found = plain_at(terms, at + length);
    if (!found || found->expression.kind == Kind::set || found->expression.kind == Kind::reference) continue;
    Expression& expression = found->expression;
    const bool counted = expression.kind == Kind::duration || expression.kind == Kind::offset;
    if (!counted && approximator.modifier != TimeModifier::approx) continue;
    if (one_of(approximator.words, {"some"}) && !counted) continue;
    // "How about next week", "was about May 1": only of hours, days and years.
    if (approximator.words == "about" && !counted && expression.kind != Kind::clock &&
        !(expression.kind == Kind::named &&
          (expression.fields.grain == Grain::day || expression.fields.grain == Grain::year))) {
      continue;
    }
    // "over the past two years": during; "over five years": more than.
    const std::string_view next = terms.word(at + length);
    if (one_of(approximator.words, {"over", "some"}) &&
        one_of(next, {"the", "these", "those", "this", "that", "last", "next"}))
      continue;
    if (one_of(approximator.words, {"over"}) && expression.kind == Kind::duration && expression.amounts.front().vague)
      continue;
    expression.mod =
        expression.kind == Kind::offset ? of_point(approximator.modifier, expression.sign) : approximator.modifier;
    found->begin = at + (approximator.words == "at around" ? 1 : 0);
    return found;
  }
  return std::nullopt;
}

/// "by Friday", "before the end of the year".
std::optional<Match> deadline(const Terms& terms, std::size_t at) {
  if (!one_of(terms.word(at), {"by", "before"})) return std::nullopt;
  auto found = calendar_at(terms, at + 1, 0);
  if (!found) return std::nullopt;
  Expression& expression = found->expression;
  if (expression.mod && expression.mod != TimeModifier::end) return std::nullopt;
  if (expression.mod && one_of(terms.word(at + 1), {"late"})) return std::nullopt;
  expression.deadline = expression.mod.has_value();
  expression.mod = TimeModifier::before;
  found->begin = at;
  return found;
}

}  // namespace

std::optional<Match> time_at(const Terms& terms, std::size_t at) {
  if (terms.word(at).empty()) return std::nullopt;
  std::optional<Match> best = plain_at(terms, at);
  for (auto& found : {approximate(terms, at), deadline(terms, at)}) {
    if (found && (!best || found->end > best->end)) best = found;
  }
  if (!best) return std::nullopt;
  if (terms.is(best->end, "or") && !best->expression.mod) {
    const std::string_view word = terms.word(best->end + 1);
    if (word == "so") best->expression.mod = TimeModifier::approx;
    if (word == "more" || word == "longer") best->expression.mod = TimeModifier::equal_or_more;
    if (word == "less") best->expression.mod = TimeModifier::equal_or_less;
    if (best->expression.mod) best->end += 2;
  }
  return best;
}

}  // namespace sayso::extract
