#include "extract/times/clocks.h"

#include <algorithm>

#include "extract/times/numbers.h"

namespace sayso::extract {
namespace {

constexpr int kNoon = 12;

/// Which half of the day words behind a clock tell, and the term behind them.
struct Half {
  bool told = false, afternoon = false;
  std::size_t end = 0;
};

/// "a.m.", "pm", "p m", "in the morning", "at night".
Half half_of_day(const Terms& terms, std::size_t at) {
  const std::string_view word = terms.word(at);
  if (one_of(word, {"am", "a.m"})) return {true, false, at + 1};
  if (one_of(word, {"pm", "p.m"})) return {true, true, at + 1};
  if (one_of(word, {"a", "p", "a.", "p."}) && one_of(terms.word(at + 1), {"m", "m."}))
    return {true, word[0] == 'p', at + 2};
  std::size_t next = at;
  if (terms.is(next, "in") && terms.is(next + 1, "the"))
    next += 2;
  else if (terms.is(next, "at") && terms.is(next + 1, "night"))
    ++next;
  const auto part = terms.value(next, WordClass::part);
  if (!part || (next == at && !one_of(terms.word(next), {"afternoon", "evening", "morning"})))
    return {false, false, at};
  return {true, *part != static_cast<int>(DayPart::morning), next + 1};
}

void set_half(Fields& fields, const Half& half) {
  if (!half.told) return;
  if (half.afternoon && fields.hour < kNoon) fields.hour += kNoon;
  if (!half.afternoon && fields.hour == kNoon) fields.hour = 0;
}

/// A zone behind a clock, and the term behind it: "UTC", "local time", "Eastern Time", "Moscow time".
std::size_t zone_end(const Terms& terms, std::size_t at, Fields& fields) {
  if (const auto zone = terms.value(at, WordClass::zone);
      zone && (terms.at(at).capital || (*zone == 1 && terms.word(at) != "z"))) {
    fields.utc = *zone == 1;
    const bool offset = one_of(terms.word(at + 1), {"+", "-"}) && digits_at(terms, at + 2) && terms.glued(at + 1);
    if (offset) fields.utc = false;
    return offset ? at + 3 : at + 1;
  }
  if (one_of(terms.word(at), {"local", "eastern", "central", "pacific", "mountain", "moscow", "kyiv", "beijing",
                              "greenwich", "european"})) {
    std::size_t end = at + 1;
    while (end < at + 3 && one_of(terms.word(end), {"standard", "daylight", "summer", "european", "mean"})) ++end;
    if (terms.is(end, "time")) return end + 1;
  }
  return at;
}

std::optional<Match> finish(const Terms& terms, Fields fields, std::size_t begin, std::size_t end) {
  const std::size_t before_zone = end;
  end = zone_end(terms, end, fields);
  if (terms.is(before_zone, "(") || !can_exist(fields)) return std::nullopt;
  fields.grain = fields.second >= 0 ? Grain::second : Grain::minute;
  Match found;
  found.expression.kind = Expression::Kind::clock;
  found.expression.fields = fields;
  found.begin = begin;
  found.end = end;
  return found;
}

bool is_oclock(std::string_view word) { return one_of(word, {"o'clock", "o’clock", "oclock"}); }

/// A whole number of the clock in words or digits, from 1 to `greatest`.
std::optional<Number> clock_number(const Terms& terms, std::size_t at, int greatest) {
  const auto number = number_at(terms, at);
  const bool whole = number && number->value == static_cast<int>(number->value);
  return whole && number->value >= 1 && number->value <= greatest ? number : std::nullopt;
}

/// "half past seven", "ten to eight", "a quarter after six", "three minutes to five thirty" not.
std::optional<Match> spoken(const Terms& terms, std::size_t at) {
  std::size_t next = terms.is(at, "a") ? at + 1 : at;
  int minutes = 0;
  bool certain = false;
  if (terms.is(next, "half")) {
    minutes = 30;
    ++next;
  } else if (terms.is(next, "quarter")) {
    minutes = 15;
    ++next;
  } else if (const auto number = clock_number(terms, next, 59)) {
    minutes = static_cast<int>(number->value);
    next = number->end;
    certain = one_of(terms.word(next), {"minute", "minutes", "min", "mins"});
    if (certain) ++next;
  } else {
    return std::nullopt;
  }
  const bool past = one_of(terms.word(next), {"past", "after"});
  if (!past && !one_of(terms.word(next), {"to", "of", "before"})) return std::nullopt;
  const auto hour = clock_number(terms, next + 1, kNoon);
  if (!hour) return std::nullopt;
  std::size_t end = hour->end;
  const bool oclock = is_oclock(terms.word(end));
  if (oclock) ++end;
  const Half half = half_of_day(terms, end);
  certain = (certain && !one_of(terms.word(next), {"of", "before", "after"})) || terms.is(next, "past") || oclock ||
            (minutes == 15 && terms.is(next, "to")) || (half.told && (minutes == 15 || minutes == 30 || certain));
  if (!certain) return std::nullopt;
  Fields fields;
  fields.hour = static_cast<int>(hour->value);
  fields.minute = minutes;
  if (!past) fields.minute = 60 - minutes, --fields.hour;
  if (half.told) set_half(fields, half), end = half.end;
  if (fields.hour == 0 && !half.told) fields.hour = kNoon;
  return finish(terms, fields, at, end);
}

/// "noon", "12 midnight", "mid-day".
std::optional<Match> named_hour(const Terms& terms, std::size_t at) {
  std::size_t next = terms.is(at, "12") ? at + 1 : at;
  Fields fields;
  if (terms.is(next, "mid")) {
    const std::size_t noun = terms.is(next + 1, "-") ? next + 2 : next + 1;
    if (!one_of(terms.word(noun), {"day", "night"})) return std::nullopt;
    fields.hour = terms.is(noun, "day") ? kNoon : 0;
    return finish(terms, fields, at, noun + 1);
  }
  const auto hour = terms.value(next, WordClass::clock);
  if (!hour) return std::nullopt;
  fields.hour = *hour;
  return finish(terms, fields, at, next + 1);
}

/// "five-thirty", "ten forty five p.m.": an hour and minutes in words, behind a preposition or before the half of the
/// day.
std::optional<Match> hour_and_minutes(const Terms& terms, std::size_t at) {
  const int hour = terms.value(at, WordClass::cardinal).value_or(0);
  if (hour < 1 || hour > 24) return std::nullopt;
  const auto minutes = clock_number(terms, terms.is(at + 1, "-") ? at + 2 : at + 1, 59);
  if (!minutes || minutes->digits || minutes->value < 10) return std::nullopt;
  const Half half = half_of_day(terms, minutes->end);
  const bool led =
      at > 0 && one_of(terms.word(at - 1), {"at", "from", "to", "between", "until", "till", "by", "around", "for"});
  const std::string_view next = terms.word(minutes->end);
  const bool clause_ends = next.empty() || one_of(next, {",", ".", ";", "?", "!", "to", "on", "and", "in"}) ||
                           terms.has(minutes->end, WordClass::adverb);
  if (!half.told && !(led && clause_ends)) return std::nullopt;
  Fields fields;
  fields.hour = hour, fields.minute = static_cast<int>(minutes->value);
  set_half(fields, half);
  return finish(terms, fields, at, half.told ? half.end : minutes->end);
}

/// "9 o'clock", "seven p.m.", "5 in the morning": an hour, with what tells that it is one.
std::optional<Match> hour_alone(const Terms& terms, std::size_t at) {
  const auto hour = clock_number(terms, at, 24);
  if (!hour) return std::nullopt;
  const bool oclock = is_oclock(terms.word(hour->end));
  const std::size_t end = oclock ? hour->end + 1 : hour->end;
  const Half half = half_of_day(terms, end);
  const bool letters = half.told && one_of(terms.word(end), {"am", "a.m", "pm", "p.m", "a", "p", "a.", "p."});
  const bool told = letters || (half.told && hour->value <= kNoon && (oclock || one_of(terms.word(end), {"in", "at"})));
  if (!oclock && !told) return std::nullopt;
  Fields fields;
  fields.hour = static_cast<int>(hour->value);
  if (told) set_half(fields, half);
  return finish(terms, fields, at, told ? half.end : end);
}

/// 18:00, 7:45 p.m., 10.30am, 340 pm, 1500 UTC, 0900 hours.
std::optional<Match> written(const Terms& terms, std::size_t at) {
  const Groups colon = groups_of(terms.word(at), ':'), stop = groups_of(terms.word(at), '.');
  const std::size_t end = at + 1, width = terms.word(at).size();
  const Half half = half_of_day(terms, end);
  Fields fields, zone;
  if ((colon.count == 2 || colon.count == 3) && colon.width[0] <= 2 && colon.width[1] == 2) {
    fields.hour = colon.value[0], fields.minute = colon.value[1];
    if (colon.count == 3) fields.second = colon.width[2] == 2 ? colon.value[2] : 99;
    set_half(fields, half);
    const bool hours = one_of(terms.word(end), {"hrs", "hours"});
    return finish(terms, fields, at, half.told ? half.end : hours ? end + 1 : end);
  }
  if (stop.count == 2 && stop.width[0] <= 2 && stop.width[1] == 2) {
    fields.hour = stop.value[0], fields.minute = stop.value[1];
  } else if (const auto digits = digits_at(terms, at); digits && (width == 3 || width == 4)) {
    fields.hour = *digits / 100, fields.minute = *digits % 100;
  } else if (digits && width <= 2) {
    fields.hour = *digits;
  } else {
    return std::nullopt;
  }
  const bool letters = half.told && !one_of(terms.word(end), {"in", "at", "morning", "afternoon", "evening"});
  if (letters && fields.minute >= 0) {
    set_half(fields, half);
    return finish(terms, fields, at, half.end);
  }
  if (one_of(terms.word(end), {"hrs", "hours"}) && width >= 4) return finish(terms, fields, at, end + 1);
  const bool zoned = zone_end(terms, end, zone) > end;
  return zoned && (width != 3) ? finish(terms, fields, at, end) : std::nullopt;
}

}  // namespace

std::optional<Match> clock_at(const Terms& terms, std::size_t at) {
  if (terms.word(at).empty()) return std::nullopt;
  std::optional<Match> best;
  for (auto& found : {spoken(terms, at), named_hour(terms, at), hour_and_minutes(terms, at), hour_alone(terms, at),
                      written(terms, at)}) {
    if (found && (!best || found->end > best->end)) best = found;
  }
  return best;
}

std::optional<Match> bare_hour_at(const Terms& terms, std::size_t at) {
  Fields fields;
  const Groups colon = groups_of(terms.word(at), ':');
  if (colon.count == 2 && colon.width[1] == 2) {
    fields.hour = colon.value[0], fields.minute = colon.value[1];
    return finish(terms, fields, at, at + 1);
  }
  const auto number = clock_number(terms, at, 24);
  if (!number || number->end != at + 1) return std::nullopt;
  fields.hour = static_cast<int>(number->value);
  return finish(terms, fields, at, at + 1);
}

bool tells_half(const Terms& terms, const Match& clock) {
  const Fields& fields = clock.expression.fields;
  if (fields.hour > kNoon || fields.hour == 0) return true;
  for (std::size_t at = clock.begin; at < clock.end; ++at) {
    if (terms.has(at, WordClass::clock) || (at > clock.begin && half_of_day(terms, at).told)) return true;
  }
  return false;
}

std::optional<PartOfDay> part_of_day_at(const Terms& terms, std::size_t at) {
  std::size_t next = at;
  if (one_of(terms.word(next), {"early", "late", "mid"})) ++next;
  if (next > at && terms.is(next, "-")) ++next;
  const auto part = terms.value(next, WordClass::part);
  if (!part) return std::nullopt;
  return PartOfDay{static_cast<DayPart>(*part), next + 1};
}

}  // namespace sayso::extract
