#pragma once
#include <cstddef>
#include <unordered_map>
#include <vector>

#include "extract/tree.h"
#include "sayso/record.h"

namespace sayso::extract {

/// Which actor a noun is, by the mentions of the record's actors. Views what it was made from.
class Who {
 public:
  Who(const Tree& tree, const std::vector<Actor>& actors);

  /// The actor of the noun phrase that a word heads, or null.
  [[nodiscard]] const Actor* at(std::size_t word) const;
  /// The actors of a noun phrase and of those coordinated with it: "[the bank] and [the union]".
  [[nodiscard]] std::vector<const Actor*> all(std::size_t word) const;
  /// By its id, or null.
  [[nodiscard]] const Actor* called(const std::string& id) const;

  /// Whom a speaker means by "we": whom it represents, the body that somebody without a name is from, or the state of a
  /// minister or ambassador (where the text does not tell it, the state that it names first); else itself.
  [[nodiscard]] const Actor* behind(const Actor& speaker) const;
  /// The last two or more actors joined by "and" before a word of a sentence: whom "they" may mean.
  [[nodiscard]] std::vector<const Actor*> pair_before(std::size_t word) const;

  /// Whether what `speaker` says that `actor` will do binds it: it is the speaker, or the speaker speaks for it.
  /// "The bank will lend more, Governor Reuss said": an office that is told without its body, in one sentence with one,
  /// is of that body. `word` is any of the sentence.
  [[nodiscard]] bool heads(const Actor* speaker, const Actor* actor, std::size_t word) const;
  [[nodiscard]] bool speaks_for(const Actor* speaker, const Actor* actor) const;

 private:
  const Tree& tree_;
  const std::vector<Actor>& actors_;
  std::vector<const Actor*> by_head_;  ///< at each word: the actor whose mention it heads
  std::unordered_map<std::string_view, const Actor*> by_id_;
  std::unordered_map<const Actor*, const Actor*> belongs_;  ///< people without a name: the body that they are from
};

}  // namespace sayso::extract
