#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "extract/tree.h"
#include "sayso/record.h"

namespace sayso::extract {

/// How a draft was told.
enum class Told : std::uint8_t {
  by_verb,      ///< "urged", "plans to"
  by_noun,      ///< "plans for", "a call for"
  by_modal,     ///< will, would, may: what it is depends on who says so of whom
  by_must,      ///< must, should: of somebody else it is asked for
  by_schedule,  ///< "is to", "is expected to"
  by_warning    ///< "warned that"; `to`: who will act, whom the warner must be or speak for
};

/// An entry of the ledger as the tree alone tells it, before it is known who the words name and who says so.
struct Draft {
  Act act = Act::intend;
  std::optional<Stage> stage;
  Told told = Told::by_verb;
  std::size_t trigger = Tree::kNone;  ///< the word that tells the act
  std::size_t deed = Tree::kNone;     ///< the verb or noun that heads the action
  std::size_t actor = Tree::kNone;    ///< head of who acts or asks; Tree::kNone: whoever says so
  std::size_t to = Tree::kNone;       ///< head of who is asked or addressed
  Span action;
  bool negated = false;   ///< the deed is: "will not"
  bool repeated = false;  ///< "has repeatedly urged"
};

/// All drafts of a text, ascending by their triggers; of one actor and deed there may be several. Linear but for the
/// depth of the trees.
[[nodiscard]] std::vector<Draft> draft_ledger(const Tree& tree);

void draft_verbs(const Tree& tree, std::size_t word, std::vector<Draft>& drafts);
void draft_nouns(const Tree& tree, std::size_t word, std::vector<Draft>& drafts);
void draft_modals(const Tree& tree, std::size_t word, std::vector<Draft>& drafts);

}  // namespace sayso::extract
