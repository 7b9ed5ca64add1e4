#pragma once
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace sayso::extract {

/// How long a stretch of time is, in ascending order.
enum class Grain : std::uint8_t {
  second,
  minute,
  hour,
  part_of_day,
  day,
  weekend,
  week,
  fortnight,
  month,
  quarter,
  season,
  half,
  year,
  decade,
  century,
  millennium
};

enum class Season : std::uint8_t { none, spring, summer, autumn, winter };

/// ISO-TimeML parts of a day: MO, MI (midday), AF, EV, NI, DT (working hours, daylight).
enum class DayPart : std::uint8_t { none, morning, midday, afternoon, evening, night, daytime };

/// A stretch of the calendar of one `grain`, by what is known of it: "5 May" has month and day and no year. Years
/// before Christ are negative (44 BC is -44); there is no year 0. A decade or century is given by its first year.
struct Fields {
  Grain grain = Grain::day;
  std::optional<int> year;
  int month = 0;    ///< 1 to 12; 0: not known. So below.
  int day = 0;      ///< of the month
  int weekday = 0;  ///< 1 (Monday) to 7; told beside the rest, or instead of it
  int week = 0;     ///< ISO 8601; `year` is then the ISO year
  int quarter = 0;  ///< 1 to 4
  int half = 0;     ///< 1 or 2
  Season season = Season::none;
  DayPart part = DayPart::none;
  int hour = -1;  ///< 0 to 24; -1: not known. So below.
  int minute = -1;
  int second = -1;
  bool utc = false;

  [[nodiscard]] bool has_clock() const { return hour >= 0 || part != DayPart::none; }
  [[nodiscard]] bool has_day() const { return year && month > 0 && day > 0; }
};

/// The TIMEX3 value (ISO-TimeML): 2024-11-02, 2024-W44, 2024-W44-WE, 2024-Q4, 2024-FA, 2024-11-02T18:00, 2024-11-02TNI,
/// 199 (the 1990s), 19 (the 20th century), BC0044; X for what is not known: XXXX-11, XXXX-WXX-5, XXXX-XX-XXT18:00.
[[nodiscard]] std::string timex_value(const Fields& fields);

using Day = std::chrono::sys_days;

/// The day that YYYY-MM-DD names, or nothing for what is no existing day.
[[nodiscard]] std::optional<Day> day_of(std::string_view iso);

/// The day that `fields` begins with, or nothing where it has no year or cannot exist.
[[nodiscard]] std::optional<Day> first_day(const Fields& fields);

/// The last day of `fields`, or nothing likewise.
[[nodiscard]] std::optional<Day> last_day(const Fields& fields);

/// The stretch of `grain` that holds `day`.
[[nodiscard]] Fields fields_at(Day day, Grain grain);

/// The stretch of `grain` that begins `count` such stretches after that which holds `day`; nothing beyond the years
/// 9999 BC to 9999.
[[nodiscard]] std::optional<Fields> shifted(Day day, Grain grain, long count);

/// `day` moved by `count` of `grain`; the day of the month is cut to the month's last.
[[nodiscard]] std::optional<Day> moved(Day day, Grain grain, long count);

/// 1 (Monday) to 7.
[[nodiscard]] int weekday_of(Day day);

/// False for 30 February, month 13, hour 25; of a day of the month alone whether some month has it.
[[nodiscard]] bool can_exist(const Fields& fields);

/// Sunday of Easter in the Gregorian calendar (Gauss's method as of Meeus, Astronomical Algorithms, 1991).
[[nodiscard]] Day easter(int year);

/// The `n`th of a weekday in a month; the last for n = -1; nothing where the month has no such.
[[nodiscard]] std::optional<Day> nth_weekday(int year, int month, int weekday, int n);

}  // namespace sayso::extract
