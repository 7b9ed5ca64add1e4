#pragma once
#include <string>
#include <string_view>

namespace sayso::ingest {

/// The day that a date or a point in time names, as YYYY-MM-DD, or empty where it names no existing day. Understood are
/// ISO 8601 (`2024-11-02T10:00:00Z` is cut to its date, whatever its zone), `2024/11/02`, `20241102`, RFC 2822 and
/// English dates with the month in letters (`2 November 2024`, `Nov. 2, 2024`), also within up to 100 bytes of other
/// words. Not `02/11/2024`, which means two days.
[[nodiscard]] std::string day_of(std::string_view text);

}  // namespace sayso::ingest
