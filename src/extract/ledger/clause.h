#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

#include "extract/ledger/acts.h"
#include "extract/tree.h"

namespace sayso::extract {

// Questions to the clause that a verb heads. Trees may be wrong: every answer is a word of the same sentence or
// Tree::kNone, and none takes more than a bounded number of steps up the tree.

/// Whether it hangs from its head as a verb's complement may: xcomp, ccomp, advcl, acl, parataxis.
[[nodiscard]] bool is_clause(const Tree& tree, std::size_t word);
[[nodiscard]] bool is_participle_ing(const Tree& tree, std::size_t word);
/// "to" before a verb: as a mark, or as the preposition of a gerund.
[[nodiscard]] bool has_to(const Tree& tree, std::size_t verb);
[[nodiscard]] bool is_negated(const Tree& tree, std::size_t word);
/// "was urged", "urged by": also without an auxiliary where an agent follows.
[[nodiscard]] bool is_passive(const Tree& tree, std::size_t verb);
/// will, must ... before a verb, "is going to" counted as will. `at` is its word.
struct ModalWord {
  Modal modal = Modal::none;
  std::size_t at = Tree::kNone;
};
[[nodiscard]] ModalWord modal(const Tree& tree, std::size_t verb);
/// Whether a verb stands under a condition or in a question, so that nothing is said to be so.
[[nodiscard]] bool is_hypothetical(const Tree& tree, std::size_t verb);
/// if, unless, once, until ...
[[nodiscard]] bool is_condition(const Tree& tree, std::size_t clause);

/// The noun that a clause's verb has as its own subject, not "there" or "it" that stands for nothing.
[[nodiscard]] std::size_t own_subject(const Tree& tree, std::size_t verb);
/// Who does what the verb says, through infinitives, coordination, participles and relative clauses.
[[nodiscard]] std::size_t subject(const Tree& tree, std::size_t verb);
/// The noun right before a modal, which the tree may not give as the subject.
[[nodiscard]] std::size_t subject_before(const Tree& tree, std::size_t modal);
/// "by the bank" of a passive.
[[nodiscard]] std::size_t agent(const Tree& tree, std::size_t verb);
[[nodiscard]] std::size_t object(const Tree& tree, std::size_t verb);
/// The noun behind one of these prepositions, among the dependents of a word.
[[nodiscard]] std::size_t behind(const Tree& tree, std::size_t word, std::string_view prepositions);

/// "back" of "push back", or Tree::kNone.
[[nodiscard]] std::size_t particle(const Tree& tree, std::size_t verb);
/// "demanded that it close", "that it be closed", "should close".
[[nodiscard]] bool is_subjunctive(const Tree& tree, std::size_t verb);
/// The verb of saying whose content a verb's clause is, or belongs to.
[[nodiscard]] std::size_t teller(const Tree& tree, std::size_t verb);

/// A word and those coordinated with it that share its place: "to cut taxes and [raise] wages". Verbs with a subject or
/// modal of their own do not share it.
[[nodiscard]] std::vector<std::size_t> coordinated(const Tree& tree, std::size_t word);

}  // namespace sayso::extract
