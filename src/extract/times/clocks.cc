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

/// "half past seven", "ten to eight", "a quarter after six".
std::optional<Match> spoken(const Terms& terms, std::size_t at) {
  std::size_t next = terms.is(at, "a") ? at + 1 : at;
  int minutes = 0;
  if (terms.is(next, "half")) {
    minutes = 30;
    ++next;
  } else if (terms.is(next, "quarter")) {
    minutes = 15;
    ++next;
  } else if (const auto number = number_at(terms, next); number && number->value >= 1 && number->value < 60) {
    minutes = static_cast<int>(number->value);
    next = number->end;
    if (one_of(terms.word(next), {"minute", "minutes", "mins"})) ++next;
  } else {
    return std::nullopt;
  }
  const bool past = one_of(terms.word(next), {"past", "after"});
  if (!past && !one_of(terms.word(next), {"to", "of", "before", "til", "till"})) return std::nullopt;
  const auto hour = number_at(terms, next + 1);
  if (!hour || hour->value < 1 || hour->value > 12 || hour->value != static_cast<int>(hour->value)) return std::nullopt;
  std::size_t end = hour->end;
  const bool certain = terms.is(next, "past") || one_of(terms.word(end), {"o'clock", "o’clock"}) || minutes == 15;
  if (one_of(terms.word(end), {"o'clock", "o’clock"})) ++end;
  const Half half = half_of_day(terms, end);
  if (!certain && !half.told) return std::nullopt;
  if (minutes == 15 && !past && !terms.is(next, "to") && !half.told) return std::nullopt;
  Fields fields;
  fields.hour = static_cast<int>(hour->value);
  fields.minute = minutes;
  if (!past) fields.minute = 60 - minutes, --fields.hour;
  if (half.told) set_half(fields, half), end = half.end;
  if (fields.hour == 0 && !half.told) fields.hour = kNoon;
  return finish(terms, fields, at, end);
}

/// "noon", "12 midnight".
std::optional<Match> named_hour(const Terms& terms, std::size_t at) {
  const std::size_t next = terms.is(at, "12") ? at + 1 : at;
  const auto hour = terms.value(next, WordClass::clock);
  if (!hour) return std::nullopt;
  Fields fields;
  fields.hour = *hour;
  return finish(terms, fields, at, next + 1);
}

/// 18:00, 7:45 p.m., 10.30am, 9 o'clock, 1500 UTC, 0900 hours.
std::optional<Match> written(const Terms& terms, std::size_t at) {
  Fields fields;
  std::size_t end = at + 1;
  bool certain = false;
  const Groups colon = groups_of(terms.word(at), ':'), stop = groups_of(terms.word(at), '.');
  if ((colon.count == 2 || colon.count == 3) && colon.width[0] <= 2 && colon.width[1] == 2) {
    fields.hour = colon.value[0], fields.minute = colon.value[1];
    if (colon.count == 3) fields.second = colon.width[2] == 2 ? colon.value[2] : 99;
    certain = true;
  } else if (stop.count == 2 && stop.width[0] <= 2 && stop.width[1] == 2) {
    fields.hour = stop.value[0], fields.minute = stop.value[1];
  } else if (const auto digits = digits_at(terms, at); digits && terms.word(at).size() <= 4) {
    fields.hour = *digits;
    if (terms.word(at).size() >= 3) fields.hour = *digits / 100, fields.minute = *digits % 100;
  } else if (const auto number = number_at(terms, at);
             number && !number->digits && number->value >= 1 && number->value <= 24) {
    fields.hour = static_cast<int>(number->value);
    if (number->value != fields.hour) return std::nullopt;
    end = number->end;
    const auto minutes = number_at(terms, end);
    if (minutes && !minutes->digits && minutes->value >= 10 && minutes->value < 60 &&
        half_of_day(terms, minutes->end).told) {
      fields.minute = static_cast<int>(minutes->value);
      end = minutes->end;
    }
  } else {
    return std::nullopt;
  }
  if (one_of(terms.word(end), {"o'clock", "o’clock"})) ++end, certain = true;
  const Half half = half_of_day(terms, end);
  if (half.told && fields.hour <= 24 && (certain || fields.hour <= kNoon || terms.word(end).size() > 1)) {
    const bool letters = one_of(terms.word(end), {"am", "a.m", "pm", "p.m", "a", "p"});
    if (letters || certain || terms.is(end, "in") || terms.is(end, "at")) {
      if (!letters && !certain && fields.hour > kNoon) return std::nullopt;
      set_half(fields, half);
      return finish(terms, fields, at, half.end);
    }
  }
  if (certain) return finish(terms, fields, at, end);
  if (end != at + 1) return std::nullopt;
  const bool four_digits = terms.word(at).size() == 4 && fields.minute >= 0 && stop.count != 2;
  Fields zone;
  const bool zoned = zone_end(terms, end, zone) > end;
  const bool dotted = stop.count == 2 && (zoned || terms.is(end, "hrs"));
  if (four_digits && terms.is(end, "hours")) return finish(terms, fields, at, end + 1);
  if (dotted && terms.is(end, "hrs")) return finish(terms, fields, at, end + 1);
  if (zoned && (four_digits || dotted || fields.minute < 0)) return finish(terms, fields, at, end);
  return std::nullopt;
}

}  // namespace

std::optional<Match> clock_at(const Terms& terms, std::size_t at) {
  if (terms.word(at).empty()) return std::nullopt;
  std::optional<Match> best;
  for (auto& found : {spoken(terms, at), named_hour(terms, at), written(terms, at)}) {
    if (found && (!best || found->end > best->end)) best = found;
  }
  return best;
}

std::optional<Match> bare_hour_at(const Terms& terms, std::size_t at, const Fields& like) {
  Fields fields;
  const Groups colon = groups_of(terms.word(at), ':');
  if (colon.count == 2 && colon.width[1] == 2) {
    fields.hour = colon.value[0], fields.minute = colon.value[1];
  } else if (const auto number = number_at(terms, at);
             number && number->end == at + 1 && number->value >= 1 && number->value <= 12) {
    fields.hour = static_cast<int>(number->value);
  } else {
    return std::nullopt;
  }
  if (like.hour >= kNoon && fields.hour < kNoon && fields.hour + kNoon <= like.hour) fields.hour += kNoon;
  return finish(terms, fields, at, at + 1);
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
