#include "extract/times/amounts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "extract/times/numbers.h"

namespace sayso::extract {
namespace {

std::optional<Grain> unit_at(const Terms& terms, std::size_t at) {
  if (const auto unit = terms.value(at, WordClass::unit)) return static_cast<Grain>(*unit);
  if (const auto units = terms.value(at, WordClass::units)) return static_cast<Grain>(*units);
  return std::nullopt;
}

/// Words between a number and its unit that change nothing.
bool is_filler(std::string_view word) {
  return one_of(word, {"more",       "additional", "extra", "further",  "full",    "whole",    "entire",  "consecutive",
                       "straight",   "long",       "short", "calendar", "working", "business", "trading", "fiscal",
                       "successive", "other",      "brief", "separate", "single",  "good",     "solid",   "odd"});
}

/// A number, or a word for one, before a unit.
struct Count {
  double value = 1;
  bool vague = false;
  std::size_t end = 0;
};

std::optional<Count> count_at(const Terms& terms, std::size_t at) {
  const std::string_view word = terms.word(at), next = terms.word(at + 1);
  if (one_of(word, {"dozens", "hundreds", "thousands", "scores"}) && next == "of") return Count{1, true, at + 2};
  const bool article = one_of(word, {"a", "an", "another", "one"});
  const std::size_t noun = article ? at + 1 : at;
  if (one_of(terms.word(noun), {"couple", "pair"}) && (article || word == "couple")) {
    return Count{2, false, terms.is(noun + 1, "of") ? noun + 2 : noun + 1};
  }
  if (article && one_of(next, {"number", "handful", "matter", "series", "lot"}) && terms.is(at + 2, "of"))
    return Count{1, true, at + 3};
  if (article && terms.has(noun, WordClass::several) && next != "some" && next != "many") return Count{1, true, at + 2};
  if (terms.has(at, WordClass::several)) return Count{1, true, at + 1};
  if (auto number = number_at(terms, at)) {
    // "two to three weeks", "two or three", "12-18": the first number counts.
    const std::size_t link = number->end;
    if (one_of(terms.word(link), {"to", "or", "-", "–"})) {
      if (const auto upper = number_at(terms, link + 1);
          upper && upper->value > number->value && upper->value < number->value * 20) {
        std::size_t unit = upper->end;
        while (is_filler(terms.word(unit)) || terms.is(unit, "-")) ++unit;
        if (unit_at(terms, unit)) return Count{number->value, false, upper->end};
      }
    }
    return Count{number->value, false, number->end};
  }
  if (article) return Count{1, false, at + 1};
  return std::nullopt;
}

std::size_t count_end(const std::optional<Count>& count, std::size_t at) { return count ? count->end : at; }

/// "half an hour", "half a century", "a half hour", "half-hour", "a quarter of an hour"; also "three quarters of".
std::optional<Length> part_of_unit(const Terms& terms, std::size_t at) {
  std::size_t next = terms.is(at, "a") ? at + 1 : at;
  double count = 0.5;
  if (terms.is(next, "quarter") && terms.is(next + 1, "of")) {
    count = 0.25;
    ++next;
  } else if (!terms.is(next, "half")) {
    return std::nullopt;
  }
  ++next;
  if (terms.is(next, "of")) ++next;
  if (one_of(terms.word(next), {"a", "an", "-"})) ++next;
  const auto unit = terms.value(next, WordClass::unit);
  if (!unit || terms.is(next, "second")) return std::nullopt;
  return Length{{{count, false, static_cast<Grain>(*unit)}}, next + 1, true, false};
}

}  // namespace

std::optional<Length> length_at(const Terms& terms, std::size_t at) {
  if (auto half = part_of_unit(terms, at)) return half;
  const auto count = count_at(terms, at);
  Length length;
  length.numbered = count.has_value();
  std::size_t unit = count ? count->end : at;
  if (count && terms.is(unit, "-")) {
    length.hyphen = true;
    ++unit;
  } else {
    while (count && is_filler(terms.word(unit)) && unit < count->end + 3) ++unit;
    // "the five past years"
    const bool chosen = count && terms.has(unit, WordClass::relation) && terms.has(unit + 1, WordClass::units);
    if (chosen) ++unit;
  }
  const auto grain = unit_at(terms, unit);
  const bool plural = terms.has(unit, WordClass::units);
  if (!grain || (!count && !plural)) return std::nullopt;
  const bool one = one_of(terms.word(at), {"a", "an", "another"});
  if (one && plural && !count->vague && count->value == 1) return std::nullopt;  // "a years' war"
  // "three night markets"; but "a four day week"
  if (!plural && !length.hyphen && count && count->value > 1 &&
      one_of(terms.word(unit), {"night", "quarter", "second"}))
    return std::nullopt;
  if (count && !length.hyphen && !plural && terms.is(unit, "second") && !one_of(terms.word(at), {"1", "one", "a"}))
    return std::nullopt;
  if (terms.is(unit, "second") && one_of(terms.word(at), {"a", "another"})) return std::nullopt;  // "a second round"
  // "a quarter of the troops" is no time, nor are three quarters of them.
  if (*grain == Grain::quarter && !length.hyphen && unit == count_end(count, at) && !(count && count->vague)) {
    const std::string_view before = at > 0 ? terms.word(at - 1) : std::string_view();
    if (!one_of(before,
                {"last", "past", "next", "first", "previous", "coming", "following", "consecutive", "for", "every"}))
      return std::nullopt;
  }
  length.amounts.push_back({count ? count->value : 1, !count || count->vague, *grain});
  length.end = unit + 1;
  if (length.hyphen) return length;
  if (const std::size_t half = terms.is(length.end + 1, "a") ? 2 : 1;
      terms.is(length.end, "and") && terms.is(length.end + half, "half") && count) {
    length.amounts.back().count += 0.5;
    length.end += half + 1;
    return length;
  }
  // "an hour and 20 minutes", "1 year, 2 months and 3 days"
  std::size_t next = length.end;
  while (count && length.amounts.size() < 6) {
    while (one_of(terms.word(next), {",", "and"})) ++next;
    const auto more = count_at(terms, next);
    const auto finer = more ? unit_at(terms, more->end) : std::nullopt;
    if (!finer || more->vague || one_of(terms.word(next), {"another", "a", "an"})) break;
    if (*finer >= length.amounts.back().grain && next != length.end)
      break;  // "two days and a year"; but "2 days 1 month"
    length.amounts.push_back({more->value, false, *finer});
    length.end = next = more->end + 1;
  }
  return length;
}

namespace {

struct Unit {
  std::string_view code;
  bool clock;  ///< stands behind the T
};

Unit code_of(Grain grain) {
  switch (grain) {
    case Grain::second:
      return {"S", true};
    case Grain::minute:
      return {"M", true};
    case Grain::hour:
      return {"H", true};
    case Grain::weekend:
      return {"WE", false};
    case Grain::week:
    case Grain::fortnight:
      return {"W", false};
    case Grain::month:
      return {"M", false};
    case Grain::quarter:
      return {"Q", false};
    case Grain::half:
    case Grain::season:
      return {"M", false};
    case Grain::year:
      return {"Y", false};
    case Grain::decade:
      return {"DE", false};
    case Grain::century:
      return {"CE", false};
    case Grain::millennium:
      return {"ML", false};
    default:
      return {"D", false};
  }
}

/// A half of these is a whole number of the next smaller unit.
struct Smaller {
  Grain grain;
  double factor;
};
std::optional<Smaller> smaller(Grain grain) {
  switch (grain) {
    case Grain::minute:
      return Smaller{Grain::second, 60};
    case Grain::hour:
      return Smaller{Grain::minute, 60};
    case Grain::day:
      return Smaller{Grain::hour, 24};
    case Grain::year:
      return Smaller{Grain::month, 12};
    case Grain::decade:
      return Smaller{Grain::year, 10};
    case Grain::century:
      return Smaller{Grain::year, 100};
    default:
      return std::nullopt;
  }
}

std::string digits(double count) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.10g", count);
  return text.data();
}

}  // namespace

std::string timex_value(const std::vector<Amount>& amounts) {
  std::string days, clock;
  std::vector<Amount> ordered = amounts;
  std::ranges::stable_sort(ordered, std::ranges::greater(), &Amount::grain);
  const auto add = [&](double count, bool vague, Grain grain) {
    if (grain == Grain::fortnight && !vague) count *= 2;
    if (grain == Grain::half && !vague) count *= 6;
    const Unit unit = code_of(grain);
    (unit.clock ? clock : days) += (vague ? "X" : digits(count)) + std::string(unit.code);
  };
  for (const Amount& amount : ordered) {
    const double whole = std::floor(amount.count), rest = amount.count - whole;
    const auto finer = smaller(amount.grain);
    if (amount.vague || rest == 0 || !finer || std::floor(rest * finer->factor) != rest * finer->factor) {
      add(amount.count, amount.vague, amount.grain);
      continue;
    }
    if (whole > 0) add(whole, false, amount.grain);
    add(rest * finer->factor, false, finer->grain);
  }
  return "P" + days + (clock.empty() ? "" : "T" + clock);
}

}  // namespace sayso::extract
