#pragma once
#include <cstddef>
#include <optional>

#include "extract/tree.h"
#include "sayso/span.h"

namespace sayso::extract {

/// The shortest phrase that names the deed which a verb heads: "[cut taxes for workers] by May if it wins". Its
/// auxiliaries, conditions, clauses of time or reason, what is coordinated with it and times at its end stay outside;
/// of a passive, "be" is in it. `with_subject`: from its subject on, for deeds without somebody who does them ("[taxes
/// may be cut]"). `whole`: with its times and clauses, for what is refused ("not [wait until May before ...]").
[[nodiscard]] Span action_of_verb(const Tree& tree, std::size_t verb, bool with_subject, bool whole = false);

/// The noun phrase that a word heads, with what describes it, but not what is coordinated with it by its own article or
/// follows a comma.
[[nodiscard]] Span action_of_noun(const Tree& tree, std::size_t noun);

/// An action drawn out to `end`, where the content of the statement that tells it ends, from the word `stop` behind it:
/// before clauses, times and what is coordinated with it.
[[nodiscard]] Span widened(const Tree& tree, const Span& action, std::size_t end, std::size_t stop);

/// The condition that a verb, or the verb above it, stands under: "if ...", "unless ...", "once ...", "until ...",
/// "without ..." in front.
[[nodiscard]] std::optional<Span> condition_of(const Tree& tree, std::size_t verb);

/// The words of everything below a word: first and last token.
struct Extent {
  std::size_t first = 0, last = 0;  ///< both within
};
[[nodiscard]] Extent extent(const Tree& tree, std::size_t word);

}  // namespace sayso::extract
