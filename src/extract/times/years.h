#pragma once
#include <cstddef>
#include <optional>

#include "extract/times/expression.h"
#include "extract/times/terms.h"

namespace sayso::extract {

/// A year and the term behind it.
struct Year {
  int year = 0;
  std::size_t end = 0;
};

/// The year right behind a date: "2020", "264 BC", "AD 70", "nineteen ninety-four".
[[nodiscard]] std::optional<Year> year_after(const Terms& terms, std::size_t at);

/// The same after an optional comma, "of" or "in".
[[nodiscard]] std::optional<Year> year_behind(const Terms& terms, std::size_t at);

/// "2019", "in 1812", "264 BC", "(1793)"; no number that counts something.
[[nodiscard]] std::optional<Match> bare_year_at(const Terms& terms, std::size_t at);

/// "1990s", "'90s", "the nineties", "460s BC".
[[nodiscard]] std::optional<Match> decade_at(const Terms& terms, std::size_t begin);

/// "the 20th century", "the fifth century BC".
[[nodiscard]] std::optional<Match> century_at(const Terms& terms, std::size_t begin);

/// "autumn 2020"; "in the spring", where only a season can be meant.
[[nodiscard]] std::optional<Match> season_at(const Terms& terms, std::size_t begin);

/// "Q3 2018", "2018 Q3", "H1 2019", "Week 31", "week 31 of 2018".
[[nodiscard]] std::optional<Match> numbered_part_at(const Terms& terms, std::size_t begin);

/// "fiscal 2019", "fiscal year 2019", "the year 2000".
[[nodiscard]] std::optional<Match> labelled_year_at(const Terms& terms, std::size_t begin);

/// True for a word after which a bare number is a year: "in", "since", "until".
[[nodiscard]] bool before_year(std::string_view word);

}  // namespace sayso::extract
