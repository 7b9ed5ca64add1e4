#pragma once
#include <optional>
#include <string>

#include "extract/times/expression.h"
#include "extract/times/tense.h"

namespace sayso::extract {

/// What the text before an expression tells for reading it.
struct Context {
  std::optional<Day> speech;    ///< the day of publication, or of speaking within a quotation
  std::optional<Fields> focus;  ///< the last time that was named with its year
  std::optional<Fields> story;  ///< where a narrative stands: the last such that is no leap aside
  std::optional<Day> day;       ///< the last day that was named
  std::optional<Day> recent;    ///< the last such in the week before publication
  Tense tense = Tense::unknown;
  bool narrative = false;  ///< the text tells history: what is left out comes from `story`
};

/// A time with its place in the calendar.
struct Resolved {
  TimeType type = TimeType::date;
  std::string value;  ///< TIMEX3
  std::optional<TimeModifier> mod;
  std::optional<Fields> fields;  ///< of a DATE or TIME that is one stretch of the calendar
  bool impossible = false;       ///< no calendar has such a day; nothing else is set
};

/// Never fails: what the context cannot tell stays unknown (XXXX-11).
[[nodiscard]] Resolved resolve(const Expression& expression, const Context& context);

}  // namespace sayso::extract
