#include "extract/times/amounts.h"
#include "extract/times/clocks.h"
#include "extract/times/dates.h"
#include "extract/times/grammar.h"
#include "extract/times/numbers.h"

namespace sayso::extract {
namespace {

using Kind = Expression::Kind;

void keep_longer(std::optional<Match>& best, std::optional<Match> found) {
  if (found && (!best || found->end > best->end)) best = std::move(found);
}

bool is_apostrophe_s(const Terms& terms, std::size_t at) { return one_of(terms.word(at), {"'s", "’s"}); }

/// Whether an expression names a day, so that a time of day may be told with it.
bool is_day(const Expression& expression) {
  switch (expression.kind) {
    case Kind::named:
    case Kind::unit:
    case Kind::ordinal:
      return expression.fields.grain == Grain::day;
    case Kind::offset:
      return expression.amounts.size() == 1 && expression.amounts.front().grain == Grain::day;
    case Kind::within:
      return is_day(expression.inner.front());
    default:
      return false;
  }
}

/// "the year", "the month": one that the context tells.
std::optional<Match> bare_unit(const Terms& terms, std::size_t at) {
  if (!one_of(terms.word(at), {"the", "each"})) return std::nullopt;
  const std::size_t noun = one_of(terms.word(at + 1), {"fiscal", "calendar", "whole", "academic"}) ? at + 2 : at + 1;
  const auto unit = terms.value(noun, WordClass::unit);
  if (!unit || *unit < static_cast<int>(Grain::day)) return std::nullopt;
  Match found;
  found.expression.kind = Kind::unit;
  found.expression.fields.grain = static_cast<Grain>(*unit);
  found.begin = at;
  found.end = noun + 1;
  return found;
}

/// What stands behind "the end of": a date, or a stretch that the context tells.
std::optional<Match> whole_at(const Terms& terms, std::size_t at, int depth) {
  if (auto found = calendar_at(terms, at, depth + 1)) return found;
  return bare_unit(terms, at);
}

/// "early May", "mid-2019", "late last year", "the end of the month", "earlier this week", "later in the year".
std::optional<Match> edge(const Terms& terms, std::size_t begin, int depth) {
  std::size_t at = begin;
  std::optional<TimeModifier> modifier;
  const auto noun = [&](std::size_t i) -> std::optional<Match> {
    if (is_apostrophe_s(terms, i)) return std::nullopt;
    return whole_at(terms, i, depth);
  };
  if (one_of(terms.word(at), {"earlier", "later"})) {
    ++at;
    if (terms.is(at, "in")) ++at;
    auto found = whole_at(terms, at, depth);
    if (!found || (found->expression.kind != Kind::unit && found->expression.kind != Kind::named)) return std::nullopt;
    if (found->expression.kind == Kind::named && found->expression.fields.grain < Grain::month && at > begin + 1)
      return std::nullopt;
    found->begin = begin;
    return found;
  }
  const bool article = terms.is(at, "the");
  if (article) ++at;
  if (one_of(terms.word(at), {"very"})) ++at;
  if (one_of(terms.word(at), {"latter", "early", "later", "first", "last", "late"}) && terms.is(at + 1, "part") &&
      terms.is(at + 2, "of")) {
    modifier = one_of(terms.word(at), {"early", "first"}) ? TimeModifier::start : TimeModifier::end;
    at += 3;
  } else if (const auto value = terms.value(at, WordClass::edge)) {
    modifier = static_cast<TimeModifier>(*value);
    const bool attribute = one_of(terms.word(at), {"early", "late", "mid"});
    ++at;
    if (attribute) {
      if (terms.is(at, "-") || terms.is(at, "in") || terms.is(at, "on")) ++at;
    } else if (terms.is(at, "of")) {
      ++at;
    } else {
      return std::nullopt;
    }
  } else {
    return std::nullopt;
  }
  std::optional<Match> found = noun(at);
  if (!found && terms.has(at, WordClass::season)) found = recurring_date_at(terms, at);
  if (!found || found->expression.mod) return std::nullopt;
  found->begin = begin;
  found->expression.mod = modifier;
  return found;
}

/// "year-end", "the year's end", "month's end", "2019's end".
std::optional<Match> unit_end(const Terms& terms, std::size_t begin) {
  const std::size_t at = terms.is(begin, "the") ? begin + 1 : begin;
  const auto unit = terms.value(at, WordClass::unit);
  if (!unit || *unit < static_cast<int>(Grain::week)) return std::nullopt;
  const bool linked = terms.is(at + 1, "-") || is_apostrophe_s(terms, at + 1);
  const std::size_t end = linked ? at + 2 : at + 1;
  if (!terms.is(end, "end") || (!linked && !terms.is(at, "year"))) return std::nullopt;
  Match found;
  found.expression.kind = Kind::unit;
  found.expression.fields.grain = static_cast<Grain>(*unit);
  found.expression.mod = TimeModifier::end;
  found.begin = begin;
  found.end = end + 1;
  return found;
}

/// The unit behind an ordinal: "half", "quarter", "week", "Monday"; the fields that it makes and the term behind it.
struct OrdinalUnit {
  Fields fields;
  std::size_t end = 0;
};
std::optional<OrdinalUnit> ordinal_unit(const Terms& terms, std::size_t at) {
  OrdinalUnit found;
  if (terms.is(at, "-")) ++at;
  if (one_of(terms.word(at), {"fiscal", "full"})) ++at;
  found.end = at + 1;
  if (terms.is(at, "half")) {
    found.fields.grain = Grain::half;
  } else if (const auto unit = terms.value(at, WordClass::unit); unit && *unit >= static_cast<int>(Grain::day)) {
    found.fields.grain = static_cast<Grain>(*unit);
  } else if (const auto weekday = terms.value(at, WordClass::weekday); weekday && terms.word(at).size() > 5) {
    found.fields.weekday = *weekday;
  } else {
    return std::nullopt;
  }
  return found;
}

/// "the first half of 2019", "the third quarter", "the second Monday in June", "the last week of the month".
std::optional<Match> ordinal(const Terms& terms, std::size_t begin, int depth) {
  std::size_t at = begin;
  if (one_of(terms.word(at), {"the", "its", "their", "his", "her", "our"})) ++at;
  const bool fiscal = terms.is(at, "fiscal");
  if (fiscal) ++at;
  if (fiscal && terms.is(at, "-")) ++at;
  const auto nth = ordinal_at(terms, at);
  if (!nth) return std::nullopt;
  const auto unit = ordinal_unit(terms, nth->end);
  if (!unit) return std::nullopt;
  Match found;
  found.expression.kind = Kind::ordinal;
  found.expression.fields = unit->fields;
  found.expression.nth = static_cast<int>(nth->value);
  found.begin = begin;
  found.end = unit->end;
  const Grain grain = unit->fields.grain;
  std::size_t of = unit->end;
  const bool linked = one_of(terms.word(of), {"of", "in", ","});
  if (linked) ++of;
  auto whole = whole_at(terms, of, depth);
  if (whole && !linked && whole->expression.kind == Kind::named && whole->expression.fields.grain != Grain::year)
    whole.reset();
  if (whole && whole->expression.kind != Kind::clock && whole->expression.kind != Kind::reference) {
    const Grain broad = whole->expression.kind == Kind::ordinal || whole->expression.kind == Kind::named ||
                                whole->expression.kind == Kind::unit
                            ? whole->expression.fields.grain
                            : Grain::year;
    if (broad > grain) {
      found.end = whole->end;
      found.expression.inner.push_back(std::move(whole->expression));
      return found;
    }
  }
  const bool alone =
      (grain == Grain::quarter && nth->value >= 1 && nth->value <= 4 && !terms.is(nth->end, "century")) ||
      (grain == Grain::half && terms.is(unit->end, "results"));
  if (!alone || terms.is(unit->end, "of")) return std::nullopt;
  Expression year;
  year.kind = Kind::unit;
  year.fields.grain = Grain::year;
  found.expression.inner.push_back(std::move(year));
  return found;
}

/// "two weeks ago", "three years later", "two days before Christmas", "a year from now", "the day after the vote" not.
std::optional<Match> offset(const Terms& terms, std::size_t begin, int depth) {
  std::size_t at = begin;
  std::vector<Amount> amounts;
  const bool article = terms.is(at, "the");
  if (article || terms.has(at, WordClass::unit)) {
    // "the day after Christmas", "the year before", "year-ago"
    const auto unit = terms.value(article ? at + 1 : at, WordClass::unit);
    if (!unit) return std::nullopt;
    amounts = {{1, false, static_cast<Grain>(*unit)}};
    at = article ? at + 2 : at + 1;
    if (!article && !terms.is(at, "-")) return std::nullopt;
  } else if (auto length = length_at(terms, at)) {
    amounts = std::move(length->amounts);
    at = length->end;
  } else {
    return std::nullopt;
  }
  if (terms.is(at, "-") && one_of(terms.word(at + 1), {"ago", "earlier"})) ++at;
  if (terms.is(at, "or") && terms.is(at + 1, "so")) at += 2;
  Match found;
  found.expression.kind = Kind::offset;
  found.expression.amounts = std::move(amounts);
  found.begin = begin;
  const std::string_view word = terms.word(at);
  const auto from_speech = [&](int sign, std::size_t end) {
    found.expression.sign = sign;
    found.end = end;
    return found;
  };
  if (!article) {
    if (word == "ago") return from_speech(-1, at + 1);
    if (word == "hence") return from_speech(1, at + 1);
    if (word == "from" && one_of(terms.word(at + 1), {"now", "today"})) return from_speech(1, at + 2);
    if (one_of(word, {"earlier", "later", "previously", "afterward", "afterwards", "thereafter", "beforehand"})) {
      found.expression.anchor = Anchor::focus;
      found.expression.sign = one_of(word, {"earlier", "previously", "beforehand"}) ? -1 : 1;
      if (!one_of(terms.word(at + 1), {"than"})) {
        found.end = at + 1;
        return found;
      }
    }
  }
  std::size_t of = at + 1;
  int sign = 0;
  if (one_of(word, {"before", "preceding"})) sign = -1;
  if (word == "prior" && terms.is(of, "to")) sign = -1, ++of;
  if (word == "earlier" && terms.is(of, "than")) sign = -1, ++of;
  if (one_of(word, {"after", "from", "following", "past"})) sign = 1;
  if (sign == 0) return std::nullopt;
  if (terms.is(of, "last") && !terms.has(of + 1, WordClass::unit)) return std::nullopt;
  auto date = calendar_at(terms, of, depth + 1);
  if (!date && terms.has(of, WordClass::ordinal) && terms.is(of, "the")) date = named_date_at(terms, of);
  if (date && date->expression.kind != Kind::reference && word != "past") {
    found.expression.anchor = Anchor::inner;
    found.expression.sign = sign;
    found.expression.inner.push_back(std::move(date->expression));
    found.end = date->end;
    return found;
  }
  const bool end_of_clause = terms.word(at + 1).empty() ||
                             one_of(terms.word(at + 1), {",", ".", ";", "-", "–", "—", ")", "and", "\"", "'", "”"});
  if (one_of(word, {"before", "after"}) && end_of_clause && amounts.empty()) {
    found.expression.anchor = Anchor::focus;
    found.expression.sign = sign;
    found.end = at + 1;
    return found;
  }
  return std::nullopt;
}

/// "fiscal 2019", "fiscal year 2019", "the year 2000".
std::optional<Match> labelled_year(const Terms& terms, std::size_t begin) {
  std::size_t at = terms.is(begin, "the") ? begin + 1 : begin;
  const std::size_t first = at;
  if (one_of(terms.word(at), {"fiscal", "fy"})) ++at;
  if (terms.is(at, "year")) ++at;
  if (at == first) return std::nullopt;
  const auto year = year_at(terms, at);
  if (!year || year->value > 2999) return std::nullopt;
  Match found;
  found.expression.fields.grain = Grain::year;
  found.expression.fields.year = static_cast<int>(year->value);
  found.begin = begin;
  found.end = year->end;
  return found;
}

/// "June last year", "Monday of next week", "the 31st of next month", "this year's third quarter".
void add_whole(const Terms& terms, Match& found, int depth) {
  const Grain grain = found.expression.fields.grain;
  const bool narrow = found.expression.kind == Kind::named && !found.expression.fields.year &&
                      found.expression.relation == Relation::none && grain < Grain::year;
  std::size_t at = found.end;
  if (narrow && !found.expression.holiday) {
    const bool linked = one_of(terms.word(at), {"of", "in", ","});
    if (linked) ++at;
    auto whole = relative_at(terms, at);
    if (!whole && linked && terms.is(at - 1, "of")) whole = bare_unit(terms, at);
    if (!whole || whole->expression.kind != Kind::unit || whole->expression.fields.grain <= grain) return;
    Match joined;
    joined.expression.kind = Kind::within;
    joined.expression.fields.grain = grain;
    joined.begin = found.begin;
    joined.end = whole->end;
    joined.expression.inner.push_back(std::move(found.expression));
    joined.expression.inner.push_back(std::move(whole->expression));
    found = std::move(joined);
    return;
  }
  const bool year = found.expression.kind == Kind::unit && grain == Grain::year;
  if (year && is_apostrophe_s(terms, at)) {
    auto part = ordinal(terms, at + 1, depth + 1);
    if (!part || part->expression.inner.size() != 1) return;
    part->expression.inner.front() = std::move(found.expression);
    part->begin = found.begin;
    found = std::move(*part);
  }
}

Match on_day(Match day, const Fields& clock, std::size_t begin, std::size_t end) {
  Match found;
  found.expression.kind = Kind::clock;
  found.expression.fields = clock;
  found.begin = begin;
  found.end = end;
  found.expression.inner.push_back(std::move(day.expression));
  return found;
}

/// "Monday at 5 p.m.", "Monday night", "yesterday morning at nine".
void add_clock(const Terms& terms, Match& found) {
  if (found.expression.kind != Kind::clock && is_day(found.expression)) {
    if (const auto part = part_of_day_at(terms, found.end)) {
      Fields fields;
      fields.part = part->part;
      const std::size_t begin = found.begin;
      found = on_day(std::move(found), fields, begin, part->end);
    }
  }
  const bool part = found.expression.kind == Kind::clock && found.expression.fields.hour < 0;
  if (!part && !is_day(found.expression)) return;
  std::size_t at = found.end;
  if (one_of(terms.word(at), {"at", ","})) ++at;
  if (one_of(terms.word(at), {"about", "around", "approximately"})) ++at;
  auto clock = clock_at(terms, at);
  if (!clock) return;
  Fields fields = clock->expression.fields;
  if (part) {
    const DayPart half = found.expression.fields.part;
    if (half != DayPart::morning && fields.hour < 12 && fields.hour > 0) fields.hour += 12;
    if (found.expression.inner.empty()) {
      found.expression.fields = fields;
      found.end = clock->end;
      return;
    }
    Expression day = std::move(found.expression.inner.front());
    found.expression = std::move(day);
  }
  const std::size_t begin = found.begin;
  found = on_day(std::move(found), fields, begin, clock->end);
}

/// "5 p.m. on Monday", "noon Friday", "the night of 5 June", "in the morning".
std::optional<Match> clock_first(const Terms& terms, std::size_t begin, int depth) {
  std::optional<Match> clock = clock_at(terms, begin);
  const bool article = terms.is(begin, "the");
  bool loose = false;
  if (!clock) {
    const auto part = part_of_day_at(terms, article ? begin + 1 : begin);
    if (!part) return std::nullopt;
    clock = Match{};
    clock->expression.kind = Kind::clock;
    clock->expression.fields.part = part->part;
    clock->begin = begin;
    clock->end = part->end;
    // A part of the day alone is a time behind "in the", "by", "until"; "night" and "dawn" are other things too.
    loose = begin == 0 || !one_of(terms.word(begin - 1),
                                  article ? std::initializer_list<std::string_view>{"in", "during", "of", "by", "until"}
                                          : std::initializer_list<std::string_view>{"at", "by", "until", "since"});
  }
  std::size_t at = clock->end;
  if (one_of(terms.word(at), {"on", "of", ",", "in"})) ++at;
  auto day = calendar_at(terms, at, depth + 1);
  if (day && (is_day(day->expression) || (day->expression.kind == Kind::clock && day->expression.fields.hour < 0 &&
                                          !day->expression.inner.empty()))) {
    Match date = std::move(*day);
    Fields fields = clock->expression.fields;
    if (date.expression.kind == Kind::clock) {
      const DayPart half = date.expression.fields.part;
      if (half != DayPart::morning && fields.hour < 12 && fields.hour > 0) fields.hour += 12;
      Expression inner = std::move(date.expression.inner.front());
      date.expression = std::move(inner);
    }
    const std::size_t end = date.end;
    return on_day(std::move(date), fields, begin, end);
  }
  if (loose) return std::nullopt;
  return clock;
}

}  // namespace

std::optional<Match> calendar_at(const Terms& terms, std::size_t at, int depth) {
  if (depth > kDeepest || terms.word(at).empty()) return std::nullopt;
  std::optional<Match> best;
  keep_longer(best, named_date_at(terms, at));
  keep_longer(best, relative_at(terms, at));
  keep_longer(best, labelled_year(terms, at));
  if (best) add_whole(terms, *best, depth);
  keep_longer(best, unit_end(terms, at));
  keep_longer(best, ordinal(terms, at, depth));
  keep_longer(best, edge(terms, at, depth));
  keep_longer(best, offset(terms, at, depth));
  if (best) add_clock(terms, *best);
  keep_longer(best, clock_first(terms, at, depth));
  return best;
}

}  // namespace sayso::extract
