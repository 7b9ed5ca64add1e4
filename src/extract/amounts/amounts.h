#pragma once
#include <string_view>
#include <vector>

#include "sayso/record.h"
#include "text/tokens.h"

namespace sayso::extract {

/// The amounts that a text names, ascending and disjoint: sums of money ("$61 billion", "half a billion hryvnias"),
/// shares in percent, and numbers of people and things ("31 Abrams tanks"). A range ("between 5 and 10 million euros")
/// is one amount, "from 5 to 10 million euros" are two. Words that approximate ("more than", "some") belong to the span
/// and give `mod`; of "dozens" and "tens of thousands" the value is the least that they can mean, with more_than.
/// What is counted is given in the singular by its last noun ("tank"). No amounts are: ordinals, dates, times,
/// durations, ages, names with numbers ("Article 5", "September 11 attacks"), "one" and known groups ("the two
/// countries") of things, bare numbers, and numbers beyond 64 bits. A currency that several states call alike has its
/// noun as unit ("peso") unless one of them is meant as a rule: dollar USD, pound with a scale GBP, rupee INR.
/// `tokens` are those of `text`. Linear. (Read by the forms of words: on news, heads from the dependency trees found no
/// noun that these miss, and missed some that these find.)
[[nodiscard]] std::vector<Amount> find_amounts(std::string_view text, const std::vector<text::Token>& tokens);

/// Whether a text writes a number beyond 64 bits, which no amount can have.
[[nodiscard]] bool has_number_too_large(std::string_view text, const std::vector<text::Token>& tokens);

}  // namespace sayso::extract
