#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "extract/times/fields.h"
#include "extract/times/holidays.h"
#include "extract/times/vocabulary.h"
#include "sayso/record.h"

namespace sayso::extract {

/// A number of stretches of time: "two weeks", "several months" (vague), "half an hour".
struct Amount {
  double count = 1;
  bool vague = false;
  Grain grain = Grain::day;
};

/// What an offset is counted from: the moment of speaking ("two years ago"), what was named before ("two years
/// later"), or the inner expression ("two years after 1990").
enum class Anchor : std::uint8_t { speech, focus, inner };

/// A time expression as it is written, before it is given a place in the calendar.
struct Expression {
  enum class Kind : std::uint8_t {
    reference,  ///< `code` stands for itself: PAST_REF, PRESENT_REF, FUTURE_REF
    named,      ///< `fields` in the text's words, or `holiday`, chosen by `relation`: "5 May", "last Monday"
    unit,       ///< a stretch of fields.grain chosen by `relation`: "last year", "the following day"
    offset,     ///< `amounts` before (sign -1) or after (sign 1) `anchor`: "two weeks ago"
    ordinal,    ///< the `nth` stretch of fields.grain in inner[0]: "the first half of 2019"
    within,     ///< inner[0] in the place that inner[1] gives: "Monday of next week"
    clock,      ///< the time of day of `fields` on the day inner[0], or on a day that the context gives
    duration,   ///< `amounts`
    set,        ///< what comes again: each inner[0], or once in each `amounts`
  };
  Kind kind = Kind::named;
  Fields fields;
  Relation relation = Relation::none;
  Anchor anchor = Anchor::speech;
  int sign = 1;
  int nth = 1;  ///< from 1; -1: the last
  std::vector<Amount> amounts;
  std::vector<Expression> inner;
  const Holiday* holiday = nullptr;
  std::string code;         ///< of a reference
  std::string quant, freq;  ///< of a set
  std::optional<TimeModifier> mod;
  bool deadline = false;  ///< "by", "before": the end is meant
};

/// An expression and its terms.
struct Match {
  Expression expression;
  std::size_t begin = 0, end = 0;
};

/// What is named by its parts.
[[nodiscard]] inline Match named(const Fields& fields, std::size_t begin, std::size_t end) {
  Match found;
  found.expression.fields = fields;
  found.begin = begin;
  found.end = end;
  return found;
}

}  // namespace sayso::extract
