#pragma once
#include <string_view>

namespace sayso {

/// True for an existing day written as YYYY-MM-DD (Gregorian calendar, years 0001 to 9999).
[[nodiscard]] bool valid_date(std::string_view text);

}  // namespace sayso
