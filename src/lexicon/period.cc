#include "lexicon/period.h"

#include <cstdio>

#include "base/dates.h"

namespace sayso::lexicon {

std::optional<Day> parse_day(std::string_view text) {
  if (!valid_date(text)) return std::nullopt;
  Day day = 0;
  for (const char c : text) {
    if (c != '-') day = day * 10 + (c - '0');
  }
  return day;
}

std::string day_text(Day day) {
  if (day <= 0) return {};
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02d-%02d", day / 10000, day / 100 % 100, day % 100);
  return text;
}

}  // namespace sayso::lexicon
