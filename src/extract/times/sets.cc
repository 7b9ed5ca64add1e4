#include "extract/times/amounts.h"
#include "extract/times/clocks.h"
#include "extract/times/dates.h"
#include "extract/times/grammar.h"

namespace sayso::extract {
namespace {

using Kind = Expression::Kind;

Match again(std::size_t begin, std::size_t end) {
  Match found;
  found.expression.kind = Kind::set;
  found.begin = begin;
  found.end = end;
  return found;
}

Match each(std::vector<Amount> amounts, std::size_t begin, std::size_t end) {
  Match found = again(begin, end);
  found.expression.amounts = std::move(amounts);
  return found;
}

/// The time of day behind what comes again: "every Monday at 5 p.m.", "every Monday morning", "every night at 9".
void add_clock(const Terms& terms, Match& found) {
  std::vector<Expression>& inner = found.expression.inner;
  const bool part_told = !inner.empty() && inner.front().kind == Kind::clock;
  std::size_t at = found.end;
  if (one_of(terms.word(at), {"at", ","})) ++at;
  Fields fields;
  if (const auto part = part_of_day_at(terms, at); part && at == found.end && !part_told) {
    fields.part = part->part;
    found.end = part->end;
  } else {
    auto time = clock_at(terms, at);
    if (!time && terms.is(at - 1, "at")) time = bare_hour_at(terms, at);
    if (!time) return;
    fields = time->expression.fields;
    if (part_told && inner.front().fields.part != DayPart::morning && fields.hour < 12 && !tells_half(terms, *time))
      fields.hour += 12;
    found.end = time->end;
  }
  if (part_told) {
    inner.front().fields = fields;
    return;
  }
  Expression clock;
  clock.kind = Kind::clock;
  clock.fields = fields;
  clock.inner = std::move(inner);
  found.expression.inner = {std::move(clock)};
}

/// "every Monday", "each of the next two years" not; "every two weeks", "every other day", "each year".
std::optional<Match> every(const Terms& terms, std::size_t begin) {
  if (!one_of(terms.word(begin), {"every", "each"})) return std::nullopt;
  std::size_t at = begin + 1;
  if (terms.is(at, "single")) ++at;
  const std::string quant = terms.is(begin, "each") ? "EACH" : "EVERY";
  const bool other = one_of(terms.word(at), {"other", "second"});
  if (other && !terms.is(at + 1, "of")) ++at;
  std::optional<Match> found;
  if (const auto part = part_of_day_at(terms, at)) {
    found = again(begin, part->end);
    Expression clock;
    clock.kind = Kind::clock;
    clock.fields.part = part->part;
    found->expression.inner.push_back(std::move(clock));
    add_clock(terms, *found);
    found->expression.quant = quant;
    return found;
  }
  if (terms.is(at, "weekend")) {
    found = again(begin, at + 1);
    Expression weekend;
    weekend.fields.grain = Grain::weekend;
    found->expression.inner.push_back(std::move(weekend));
    found->expression.quant = quant;
    return found;
  }
  if (auto recurring = recurring_date_at(terms, at)) {
    found = again(begin, recurring->end);
    found->expression.inner.push_back(std::move(recurring->expression));
    add_clock(terms, *found);
  } else if (auto length = length_at(terms, at); length && !terms.has(at, WordClass::several)) {
    found = each(std::move(length->amounts), begin, length->end);
  } else if (const auto unit = terms.value(at, WordClass::unit)) {
    found = each({{other ? 2.0 : 1.0, false, static_cast<Grain>(*unit)}}, begin, at + 1);
    if (static_cast<Grain>(*unit) == Grain::day) {
      Match with_clock = *found;
      add_clock(terms, with_clock);
      if (with_clock.end > found->end) found = with_clock;
    }
  } else {
    return std::nullopt;
  }
  found->expression.quant = quant;
  return found;
}

/// "twice a week", "three times per day", "once a year", "5 days a week".
std::optional<Match> times_per(const Terms& terms, std::size_t begin) {
  std::size_t at = begin;
  std::string freq;
  if (terms.is(at, "once")) {
    freq = "1X";
    ++at;
  } else if (terms.is(at, "twice")) {
    freq = "2X";
    ++at;
  } else if (const auto number = number_at(terms, at);
             number && one_of(terms.word(number->end), {"times", "days", "hours"})) {
    const std::string_view word = terms.word(number->end);
    freq = std::to_string(static_cast<long>(number->value)) + (word == "times" ? "X" : word == "days" ? "D" : "H");
    at = number->end + 1;
  } else {
    return std::nullopt;
  }
  if (!one_of(terms.word(at), {"a", "an", "per", "each", "every"})) return std::nullopt;
  ++at;
  std::vector<Amount> amounts;
  if (auto length = terms.is(at - 1, "every") ? length_at(terms, at) : std::nullopt) {
    amounts = length->amounts;
    at = length->end;
  } else if (const auto unit = terms.value(at, WordClass::unit)) {
    amounts = {{1, false, static_cast<Grain>(*unit)}};
    ++at;
  } else {
    return std::nullopt;
  }
  Match found = each(std::move(amounts), begin, at);
  found.expression.freq = freq;
  return found;
}

/// "a year" behind a number or sum: "$5 million a year"; "per year".
std::optional<Match> per_unit(const Terms& terms, std::size_t at) {
  if (at == 0 || !one_of(terms.word(at), {"a", "an", "per"})) return std::nullopt;
  const auto unit = terms.value(at + 1, WordClass::unit);
  if (!unit || terms.is(at + 1, "second")) return std::nullopt;
  const std::string_view before = terms.word(at - 1);
  const bool rate = terms.is(at, "per") || (!before.empty() && (before.front() >= '0' && before.front() <= '9')) ||
                    one_of(before, {"%", "percent", "million", "billion", "trillion", "m", "bn", "dollars", "euros",
                                    "pounds", "times"});
  if (!rate) return std::nullopt;
  return each({{1, false, static_cast<Grain>(*unit)}}, at, at + 2);
}

/// "mornings", "in the evenings".
std::optional<Match> plural_part(const Terms& terms, std::size_t begin) {
  const std::size_t at = terms.is(begin, "the") ? begin + 1 : begin;
  const std::string_view word = terms.word(at);
  if (!one_of(word, {"mornings", "afternoons", "evenings"})) return std::nullopt;
  Match found = again(begin, at + 1);
  Expression clock;
  clock.kind = Kind::clock;
  clock.fields.part = word.front() == 'm'   ? DayPart::morning
                      : word.front() == 'a' ? DayPart::afternoon
                                            : DayPart::evening;
  found.expression.inner.push_back(std::move(clock));
  add_clock(terms, found);
  return found;
}

/// "daily", "annual"; not where it is part of a name: "Daily Mail".
std::optional<Match> adjective(const Terms& terms, std::size_t at) {
  const auto unit = terms.value(at, WordClass::frequency);
  if (!unit) return std::nullopt;
  const bool name = terms.at(at).capital &&
                    ((at + 1 < terms.size() && terms.at(at + 1).capital) || (at > 0 && terms.at(at - 1).capital));
  if (name) return std::nullopt;
  return each({{1, false, static_cast<Grain>(*unit)}}, at, at + 1);
}

/// "Mondays", "weekends", "Tuesday nights".
std::optional<Match> plural(const Terms& terms, std::size_t at) {
  std::string_view word = terms.word(at);
  Expression day;
  std::size_t end = at;
  bool many = false;
  if (const auto weekday = terms.value(at, WordClass::weekday); weekday && word.size() > 5) {
    day.fields.weekday = *weekday;
    end = at + 1;
  } else if (word.size() > 6 && word.ends_with("days")) {
    for (const Word& meaning : meanings(word.substr(0, word.size() - 1))) {
      if (meaning.kind == WordClass::weekday) day.fields.weekday = meaning.value, end = at + 1, many = true;
    }
  } else if (word == "weekends" && at > 0 && one_of(terms.word(at - 1), {"on", "at"})) {
    day.fields.grain = Grain::weekend, end = at + 1, many = true;
  }
  if (end == at) return std::nullopt;
  const std::string_view next = terms.word(end);
  if (next.ends_with('s') && next.size() > 3) {
    for (const Word& meaning : meanings(next.substr(0, next.size() - 1))) {
      if (meaning.kind != WordClass::part) continue;
      Match found = again(at, end + 1);
      Expression clock;
      clock.kind = Kind::clock;
      clock.fields.part = static_cast<DayPart>(meaning.value);
      clock.inner.push_back(std::move(day));
      found.expression.inner.push_back(std::move(clock));
      return found;
    }
  }
  if (!many) return std::nullopt;
  Match found = again(at, end);
  found.expression.inner.push_back(std::move(day));
  add_clock(terms, found);
  return found;
}

/// "9 a.m. every Sunday", "5 p.m. on Mondays".
std::optional<Match> clock_then_each(const Terms& terms, std::size_t begin) {
  const auto clock = clock_at(terms, begin);
  if (!clock) return std::nullopt;
  const std::size_t at = terms.is(clock->end, "on") ? clock->end + 1 : clock->end;
  auto found = one_of(terms.word(at), {"every", "each"}) ? every(terms, at) : plural(terms, at);
  if (!found || found->expression.inner.size() > 1 ||
      (!found->expression.inner.empty() && found->expression.inner.front().kind == Kind::clock))
    return std::nullopt;
  Expression time;
  time.kind = Kind::clock;
  time.fields = clock->expression.fields;
  time.inner = std::move(found->expression.inner);
  found->expression.inner = {std::move(time)};
  found->begin = begin;
  return found;
}

}  // namespace

std::optional<Match> set_at(const Terms& terms, std::size_t at) {
  std::optional<Match> best;
  for (auto& found : {every(terms, at), times_per(terms, at), per_unit(terms, at), adjective(terms, at),
                      plural(terms, at), plural_part(terms, at), clock_then_each(terms, at)}) {
    if (found && (!best || found->end > best->end)) best = found;
  }
  return best;
}

}  // namespace sayso::extract
