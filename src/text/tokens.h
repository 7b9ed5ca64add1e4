#pragma once
#include <string_view>
#include <vector>

#include "sayso/span.h"

namespace sayso::text {

/// A word, number or mark.
struct Token {
  Span span;
};

/// The syntactic words of English text as in the Universal Dependencies treebank EWT: "do|n't", "Kyiv|'s", "can|not",
/// "$|61", "1.5|bn", "5|p.m.", "15|-|year", "e-mail", "U.S.", "Sept.|5", "and|/|or". Ascending, disjoint, without white
/// space. Linear.
[[nodiscard]] std::vector<Token> tokens(std::string_view text);

}  // namespace sayso::text
