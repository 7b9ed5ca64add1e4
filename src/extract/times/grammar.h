#pragma once
#include <cstddef>
#include <optional>

#include "extract/times/expression.h"
#include "extract/times/terms.h"

namespace sayso::extract {

/// How deep one expression may stand in another: "the day after the first Monday of next month" is three deep.
inline constexpr int kDeepest = 8;

/// The longest time expression that begins at a term, with its modifiers.
[[nodiscard]] std::optional<Match> time_at(const Terms& terms, std::size_t at);

/// The same of dates and times of day alone, without "about" or "by": "early last month", "the first half of 2019",
/// "two weeks before Christmas", "Monday at 5 p.m.". `depth` is how deep it stands in another.
[[nodiscard]] std::optional<Match> calendar_at(const Terms& terms, std::size_t at, int depth);

/// What stands behind "the end of": a date, or a stretch that the context tells ("the year", "the month").
[[nodiscard]] std::optional<Match> whole_at(const Terms& terms, std::size_t at, int depth);
[[nodiscard]] std::optional<Match> bare_unit_at(const Terms& terms, std::size_t at);

/// "the first half of 2019", "the third quarter", "the second Monday in June", "the last week of the month".
[[nodiscard]] std::optional<Match> ordinal_at(const Terms& terms, std::size_t begin, int depth);

/// "the week of 5 May", "the week starting on Monday".
[[nodiscard]] std::optional<Match> week_of_at(const Terms& terms, std::size_t begin, int depth);

/// "two weeks ago", "three years later", "two days before Christmas", "a year from now", "the year-ago quarter".
[[nodiscard]] std::optional<Match> offset_at(const Terms& terms, std::size_t begin, int depth);

/// Dates that are told by how they stand to another: "last year", "this Monday", "the following day", "tomorrow".
[[nodiscard]] std::optional<Match> relative_at(const Terms& terms, std::size_t at);

/// What comes again: "every Monday", "twice a week", "annual", "Tuesday nights".
[[nodiscard]] std::optional<Match> set_at(const Terms& terms, std::size_t at);

/// Words for the past, the present and the future as such: "now", "in recent months", "the near future".
[[nodiscard]] std::optional<Match> reference_at(const Terms& terms, std::size_t at);

/// How long: "two weeks", "the last few months", "19-year-old", "a four-day week".
[[nodiscard]] std::optional<Match> duration_at(const Terms& terms, std::size_t at);

}  // namespace sayso::extract
