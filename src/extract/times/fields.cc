#include "extract/times/fields.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>

#include "base/dates.h"

namespace sayso::extract {
namespace {

namespace chrono = std::chrono;

constexpr int kLastYear = 9999;
constexpr long kDaysInWeek = 7;

/// Years of std::chrono have a year 0, which is 1 BC.
chrono::year chrono_year(int year) { return chrono::year{year < 0 ? year + 1 : year}; }
int historical_year(chrono::year year) {
  return static_cast<int>(year) <= 0 ? static_cast<int>(year) - 1 : static_cast<int>(year);
}

std::string padded(int number, int width) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%0*d", width, number);
  return text.data();
}

std::string two(int number) { return number > 0 ? padded(number, 2) : "XX"; }

std::string year_text(const Fields& fields) {
  if (!fields.year) return "XXXX";
  return *fields.year < 0 ? "BC" + padded(-*fields.year, 4) : padded(*fields.year, 4);
}

/// The digits of a year that stand for its decade, century or millennium.
std::string span_of_years(const Fields& fields, int digits) {
  if (!fields.year) return std::string("XXXX").substr(0, static_cast<std::size_t>(digits));
  const std::string year = padded(std::abs(*fields.year), 4).substr(0, static_cast<std::size_t>(digits));
  return *fields.year < 0 ? "BC" + year : year;
}

std::string_view season_code(Season season) {
  constexpr std::array<std::string_view, 5> kCodes = {"", "SP", "SU", "FA", "WI"};
  return kCodes[static_cast<std::size_t>(season)];
}

std::string_view part_code(DayPart part) {
  constexpr std::array<std::string_view, 7> kCodes = {"", "MO", "MI", "AF", "EV", "NI", "DT"};
  return kCodes[static_cast<std::size_t>(part)];
}

std::string day_text(const Fields& fields) {
  if (fields.week > 0 || (fields.weekday > 0 && fields.day == 0)) {
    return year_text(fields) + "-W" + two(fields.week) + "-" + std::to_string(fields.weekday);
  }
  return year_text(fields) + "-" + two(fields.month) + "-" + two(fields.day);
}

std::string clock_text(const Fields& fields) {
  if (fields.part != DayPart::none) return "T" + std::string(part_code(fields.part));
  std::string text = "T" + (fields.hour < 0 ? std::string("XX") : padded(fields.hour, 2));
  text += ":" + padded(std::max(fields.minute, 0), 2);
  if (fields.second >= 0) text += ":" + padded(fields.second, 2);
  return fields.utc ? text + "Z" : text;
}

constexpr int first_month(Season season) { return static_cast<int>(season) * 3; }

std::optional<Day> make_day(int year, int month, int day) {
  if (year == 0 || std::abs(year) > kLastYear) return std::nullopt;
  const chrono::year_month_day date{chrono_year(year), chrono::month(static_cast<unsigned>(month)),
                                    chrono::day(static_cast<unsigned>(day))};
  if (!date.ok()) return std::nullopt;
  return chrono::sys_days(date);
}

/// Monday of an ISO week.
std::optional<Day> week_begin(int year, int week) {
  const auto fourth = make_day(year, 1, 4);
  if (!fourth || week < 1) return std::nullopt;
  return *fourth - chrono::days(weekday_of(*fourth) - 1) + chrono::days((week - 1) * kDaysInWeek);
}

/// The first month and the number of months of what is made of months.
struct Months {
  int first = 1;
  int count = 12;
};

Months months_of(const Fields& fields) {
  switch (fields.grain) {
    case Grain::quarter:
      return {fields.quarter * 3 - 2, 3};
    case Grain::season:
      return {first_month(fields.season), 3};
    case Grain::half:
      return {fields.half * 6 - 5, 6};
    case Grain::decade:
      return {1, 120};
    case Grain::century:
      return {1, 1200};
    case Grain::millennium:
      return {1, 12000};
    case Grain::month:
      return {fields.month, 1};
    default:
      return {1, 12};
  }
}

}  // namespace

std::string timex_value(const Fields& fields) {
  if (fields.has_clock()) return day_text(fields) + clock_text(fields);
  switch (fields.grain) {
    case Grain::millennium:
      return span_of_years(fields, 1);
    case Grain::century:
      return span_of_years(fields, 2);
    case Grain::decade:
      return span_of_years(fields, 3);
    case Grain::year:
      return year_text(fields);
    case Grain::half:
      return year_text(fields) + "-H" + (fields.half > 0 ? std::to_string(fields.half) : "X");
    case Grain::quarter:
      return year_text(fields) + "-Q" + (fields.quarter > 0 ? std::to_string(fields.quarter) : "X");
    case Grain::season:
      return year_text(fields) + "-" + std::string(season_code(fields.season));
    case Grain::month:
      return year_text(fields) + "-" + two(fields.month);
    case Grain::week:
    case Grain::fortnight:
      return year_text(fields) + "-W" + two(fields.week);
    case Grain::weekend:
      return year_text(fields) + "-W" + two(fields.week) + "-WE";
    default:
      return day_text(fields);
  }
}

std::optional<Day> day_of(std::string_view iso) {
  if (!valid_date(iso)) return std::nullopt;
  const auto number = [&](std::size_t begin, std::size_t size) {
    int value = 0;
    for (const char c : iso.substr(begin, size)) value = value * 10 + (c - '0');
    return value;
  };
  return make_day(number(0, 4), number(5, 2), number(8, 2));
}

std::optional<Day> first_day(const Fields& fields) {
  if (!fields.year) return std::nullopt;
  if (fields.grain <= Grain::day) return make_day(*fields.year, fields.month, fields.day);
  if (fields.grain == Grain::weekend) {
    const auto monday = week_begin(*fields.year, fields.week);
    return monday ? std::optional(*monday + chrono::days(5)) : std::nullopt;
  }
  if (fields.grain <= Grain::fortnight) return week_begin(*fields.year, fields.week);
  return make_day(*fields.year, months_of(fields).first, 1);
}

std::optional<Day> last_day(const Fields& fields) {
  const auto first = first_day(fields);
  if (!first || fields.grain <= Grain::day) return first;
  if (fields.grain == Grain::weekend) return *first + chrono::days(1);
  if (fields.grain <= Grain::fortnight) return *first + chrono::days(6);
  const auto after = moved(*first, Grain::month, months_of(fields).count);
  return after ? std::optional(*after - chrono::days(1)) : std::nullopt;
}

int weekday_of(Day day) { return static_cast<int>(chrono::weekday(day).iso_encoding()); }

Fields fields_at(Day day, Grain grain) {
  const chrono::year_month_day date{day};
  Fields fields;
  fields.grain = grain;
  fields.year = historical_year(date.year());
  const int month = static_cast<int>(static_cast<unsigned>(date.month()));
  switch (grain) {
    case Grain::weekend:
    case Grain::week:
    case Grain::fortnight: {
      const Day thursday = day + chrono::days(4 - weekday_of(day));
      const chrono::year_month_day middle{thursday};
      const Day new_year = chrono::sys_days(middle.year() / chrono::January / 1);
      fields.year = historical_year(middle.year());
      fields.week = static_cast<int>((thursday - new_year).count() / kDaysInWeek) + 1;
      break;
    }
    case Grain::month:
      fields.month = month;
      break;
    case Grain::quarter:
      fields.quarter = (month + 2) / 3;
      break;
    case Grain::season:
      fields.season = month < 3 ? Season::winter : static_cast<Season>(month / 3);
      if (month < 3) fields.year = *fields.year == 1 ? -1 : *fields.year - 1;
      break;
    case Grain::half:
      fields.half = month <= 6 ? 1 : 2;
      break;
    case Grain::year:
      break;
    case Grain::decade:
    case Grain::century:
    case Grain::millennium: {
      const int size = grain == Grain::decade ? 10 : grain == Grain::century ? 100 : 1000;
      fields.year = *fields.year / size * size;
      break;
    }
    default:
      fields.month = month;
      fields.day = static_cast<int>(static_cast<unsigned>(date.day()));
  }
  return fields;
}

std::optional<Day> moved(Day day, Grain grain, long count) {
  constexpr long kFarthest = 4'000'000;  // days, months or more: beyond any year that is written
  if (std::abs(count) > kFarthest) return std::nullopt;
  const auto by_months = [&](long months) -> std::optional<Day> {
    const chrono::year_month_day date{day};
    const auto month = date.year() / date.month() + chrono::months(months);
    const int year = historical_year(month.year());
    if (std::abs(static_cast<long>(static_cast<int>(date.year())) + months / 12) > kLastYear) return std::nullopt;
    const chrono::year_month_day_last end = month / chrono::last;
    const auto last = static_cast<int>(static_cast<unsigned>(end.day()));
    return make_day(year, static_cast<int>(static_cast<unsigned>(month.month())),
                    std::min(static_cast<int>(static_cast<unsigned>(date.day())), last));
  };
  switch (grain) {
    case Grain::weekend:
    case Grain::week:
      return day + chrono::days(count * kDaysInWeek);
    case Grain::fortnight:
      return day + chrono::days(count * 2 * kDaysInWeek);
    case Grain::month:
      return by_months(count);
    case Grain::quarter:
    case Grain::season:
      return by_months(count * 3);
    case Grain::half:
      return by_months(count * 6);
    case Grain::year:
      return by_months(count * 12);
    case Grain::decade:
      return by_months(count * 120);
    case Grain::century:
      return by_months(count * 1200);
    case Grain::millennium:
      return by_months(count * 12000);
    default:
      return day + chrono::days(count);
  }
}

std::optional<Fields> shifted(Day day, Grain grain, long count) {
  // From a stretch's own middle part, so that 31 January and a month make February.
  const auto first = first_day(fields_at(day, grain));
  const auto there = first ? moved(*first, grain, count) : std::nullopt;
  if (!there) return std::nullopt;
  return fields_at(*there, grain);
}

bool can_exist(const Fields& fields) {
  constexpr int kLeapYear = 2024;  // 29 February exists in some year
  if (fields.hour > 24 || fields.minute > 59 || fields.second > 60) return false;
  if (fields.hour == 24 && std::max(fields.minute, fields.second) > 0) return false;
  if (fields.year && (*fields.year == 0 || std::abs(*fields.year) > kLastYear)) return false;
  if (fields.month > 12 || fields.day > 31) return false;
  if (fields.month == 0 || fields.day == 0) return true;
  return make_day(fields.year.value_or(kLeapYear), fields.month, fields.day).has_value();
}

Day easter(int year) {
  const int a = year % 19, b = year / 100, c = year % 100;
  const int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  const int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4;
  const int l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451;
  const int sum = h + l - 7 * m + 114;
  return chrono::sys_days(chrono::year{year} / chrono::month(static_cast<unsigned>(sum / 31)) /
                          chrono::day(static_cast<unsigned>(sum % 31 + 1)));
}

std::optional<Day> nth_weekday(int year, int month, int weekday, int n) {
  const auto first = make_day(year, month, 1);
  if (!first || n == 0 || n > 5) return std::nullopt;
  const int lead = (weekday - weekday_of(*first) + 7) % 7;
  if (n > 0) {
    const Day day = *first + chrono::days(lead + (n - 1) * kDaysInWeek);
    return fields_at(day, Grain::day).month == month ? std::optional(day) : std::nullopt;
  }
  Day day = *first + chrono::days(lead + 4 * kDaysInWeek);
  if (fields_at(day, Grain::day).month != month) day -= chrono::days(kDaysInWeek);
  return day;
}

}  // namespace sayso::extract
