#include "extract/times/grammar.h"
#include "extract/times/numbers.h"
#include "extract/times/years.h"

namespace sayso::extract {
namespace {

using Kind = Expression::Kind;

Match unit(Grain grain, Relation relation, std::size_t begin, std::size_t end) {
  Match found;
  found.expression.kind = Kind::unit;
  found.expression.fields.grain = grain;
  found.expression.relation = relation;
  found.begin = begin;
  found.end = end;
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

/// How broad the stretch is in which something may be counted.
Grain breadth(const Expression& expression) {
  const bool known =
      expression.kind == Kind::ordinal || expression.kind == Kind::named || expression.kind == Kind::unit;
  return known ? expression.fields.grain : Grain::year;
}

}  // namespace

std::optional<Match> bare_unit_at(const Terms& terms, std::size_t at) {
  const bool article = terms.is(at, "the");
  // "end of year", "end of month"
  if (!article && !(at > 0 && terms.is(at - 1, "of") && one_of(terms.word(at), {"year", "month"}))) return std::nullopt;
  std::size_t noun = article ? at + 1 : at;
  if (one_of(terms.word(noun), {"fiscal", "calendar", "whole", "academic"})) ++noun;
  const auto value = terms.value(noun, WordClass::unit);
  if (!value || *value < static_cast<int>(Grain::day)) return std::nullopt;
  return unit(static_cast<Grain>(*value), Relation::none, at, noun + 1);
}

std::optional<Match> whole_at(const Terms& terms, std::size_t at, int depth) {
  if (auto found = calendar_at(terms, at, depth + 1)) return found;
  return bare_unit_at(terms, at);
}

std::optional<Match> ordinal_at(const Terms& terms, std::size_t begin, int depth) {
  std::size_t at = begin;
  if (one_of(terms.word(at), {"the", "its", "their", "his", "her", "our"})) ++at;
  const Year year = at > begin ? year_after(terms, at).value_or(Year{}) : Year{};  // "the 1988 third quarter"
  const bool has_year = year.end > 0;
  if (has_year) at = year.end;
  const bool fiscal = terms.is(at, "fiscal");
  if (fiscal) ++at;
  if (fiscal && terms.is(at, "-")) ++at;
  if (one_of(terms.word(at), {"latter"}) && terms.is(at + 1, "half")) {
    // as "second"
  } else if (has_year && terms.is(at, "quarter")) {
    Fields fields;
    fields.grain = Grain::quarter;
    fields.year = year.year;
    return named(fields, begin, at + 1);
  } else if (!ordinal_at(terms, at)) {
    return std::nullopt;
  }
  const auto nth = terms.is(at, "latter") ? Number{2, at + 1, false} : *ordinal_at(terms, at);
  const auto counted = ordinal_unit(terms, nth.end);
  if (!counted) return std::nullopt;
  Match found;
  found.expression.kind = Kind::ordinal;
  found.expression.fields = counted->fields;
  found.expression.nth = static_cast<int>(nth.value);
  found.begin = begin;
  found.end = counted->end;
  const Grain grain = counted->fields.grain;
  if (has_year) {
    Fields fields;
    fields.grain = Grain::year;
    fields.year = year.year;
    found.expression.inner.push_back(named(fields, at, at).expression);
    return grain < Grain::year ? std::optional(found) : std::nullopt;
  }
  std::size_t of = counted->end;
  const bool linked = one_of(terms.word(of), {"of", "in", ","});
  if (linked) ++of;
  auto whole = whole_at(terms, of, depth);
  if (whole && !linked && whole->expression.kind == Kind::named && whole->expression.fields.grain != Grain::year)
    whole.reset();
  const bool calendar = whole && whole->expression.kind != Kind::clock && whole->expression.kind != Kind::reference;
  if (calendar && breadth(whole->expression) > grain) {
    found.end = whole->end;
    found.expression.inner.push_back(std::move(whole->expression));
    return found;
  }
  const bool alone = grain == Grain::quarter && nth.value >= 1 && nth.value <= 4 && !terms.is(counted->end, "of");
  if (!alone) return std::nullopt;
  Fields fields;
  fields.grain = Grain::quarter;
  fields.quarter = static_cast<int>(nth.value);
  return named(fields, begin, found.end);
}

std::optional<Match> week_of_at(const Terms& terms, std::size_t begin, int depth) {
  std::size_t at = terms.is(begin, "the") ? begin + 1 : begin;
  const auto value = terms.value(at, WordClass::unit);
  if (!value || (*value != static_cast<int>(Grain::week) && *value != static_cast<int>(Grain::weekend) &&
                 *value != static_cast<int>(Grain::month)))
    return std::nullopt;
  ++at;
  if (one_of(terms.word(at), {"of", "starting", "beginning", "commencing", "ending"}))
    ++at;
  else
    return std::nullopt;
  if (terms.is(at, "on")) ++at;
  auto day = calendar_at(terms, at, depth + 1);
  const bool is_day = day && day->expression.kind == Kind::named && day->expression.fields.grain == Grain::day;
  if (!is_day) return std::nullopt;
  Match found = unit(static_cast<Grain>(*value), Relation::none, begin, day->end);
  found.expression.inner.push_back(std::move(day->expression));
  return found;
}

}  // namespace sayso::extract
