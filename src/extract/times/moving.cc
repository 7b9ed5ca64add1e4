#include "extract/times/moving.h"

#include <algorithm>
#include <cmath>

namespace sayso::extract {
namespace {

namespace chrono = std::chrono;

}  // namespace

std::optional<Day> moved_by(Day day, const std::vector<Amount>& amounts, int sign) {
  std::optional<Day> result = day;
  for (const Amount& amount : amounts) {
    if (!result || amount.count > 1e6) return std::nullopt;
    const double whole = std::floor(amount.count), rest = amount.count - whole;
    result = moved(*result, amount.grain, sign * static_cast<long>(whole));
    if (!result || rest == 0) continue;
    const bool years = amount.grain >= Grain::year;
    const double days = amount.grain == Grain::week ? 7 : amount.grain == Grain::month ? 30 : 0;
    if (years) {
      const double months = amount.grain == Grain::year ? 12 : amount.grain == Grain::decade ? 120 : 1200;
      result = moved(*result, Grain::month, sign * std::lround(rest * months));
    } else {
      result = moved(*result, Grain::day, sign * std::lround(rest * days));
    }
  }
  return result;
}

std::optional<Fields> clock_moved(const Fields& from, const std::vector<Amount>& amounts, int sign) {
  const auto day = first_day(from);
  if (!day || from.hour < 0) return std::nullopt;
  double seconds = from.hour * 3600.0 + std::max(from.minute, 0) * 60.0 + std::max(from.second, 0);
  bool with_seconds = from.second >= 0;
  for (const Amount& amount : amounts) {
    const double size = amount.grain == Grain::hour     ? 3600
                        : amount.grain == Grain::minute ? 60
                        : amount.grain == Grain::second ? 1
                                                        : 86400;
    seconds += sign * amount.count * size;
    with_seconds = with_seconds || amount.grain == Grain::second;
  }
  if (std::abs(seconds) > 1e9) return std::nullopt;
  const auto total = static_cast<long>(std::floor(seconds));
  const long days = total >= 0 ? total / 86400 : -((86399 - total) / 86400);
  const long rest = total - days * 86400;
  Fields fields = fields_at(*day + chrono::days(days), Grain::day);
  fields.grain = with_seconds ? Grain::second : Grain::minute;
  fields.hour = static_cast<int>(rest / 3600), fields.minute = static_cast<int>(rest / 60 % 60);
  if (with_seconds) fields.second = static_cast<int>(rest % 60);
  fields.utc = from.utc;
  return fields;
}

}  // namespace sayso::extract
