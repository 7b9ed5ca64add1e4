#pragma once
#include <cstddef>
#include <optional>
#include <string_view>

#include "extract/times/fields.h"
#include "extract/times/terms.h"

namespace sayso::extract {

/// A day that comes every year, with a name that hardly means another.
struct Holiday {
  std::string_view name;  ///< words in lower case with blanks between, as tokens: "new year 's eve"
  int month = 0;          ///< 0: counted from Easter Sunday
  int day = 0;            ///< of the month, or days after Easter; with a weekday: days after it
  int weekday = 0;        ///< 1 to 7: the nth such day of the month; 0: `day`
  int nth = 0;            ///< -1: the last
};

/// The holiday whose name begins at a term, the longest such, and the term behind it.
struct NamedHoliday {
  const Holiday* holiday = nullptr;
  std::size_t end = 0;
};
[[nodiscard]] std::optional<NamedHoliday> holiday_at(const Terms& terms, std::size_t at);

/// Whether the name of a holiday begins with a word.
[[nodiscard]] bool begins_holiday(std::string_view lower);

/// When it is in a year.
[[nodiscard]] std::optional<Day> day_in(const Holiday& holiday, int year);

}  // namespace sayso::extract
