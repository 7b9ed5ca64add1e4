#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

#include "extract/times/terms.h"

namespace sayso::extract {

/// Where what the words around a time tell lies, seen from the moment of speaking.
enum class Tense : std::uint8_t { unknown, past, future };

/// The tense for a time at each term of the sentence [begin, end): that of the verb group before it in the sentence,
/// else of the one behind it. What is planned, due, conditional or wanted lies ahead, whatever its auxiliary: "was
/// expected in November". Told from the words alone, one pass each way; a dependency tree
/// would tell which verb a time hangs on, and this is the only place to ask it.
[[nodiscard]] std::vector<Tense> tenses(const Terms& terms, std::size_t begin, std::size_t end);

}  // namespace sayso::extract
