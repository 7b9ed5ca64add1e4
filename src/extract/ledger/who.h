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

  /// Whether what `speaker` says that `actor` will do binds it: it is the speaker, or the speaker speaks for it.
  [[nodiscard]] bool speaks_for(const Actor* speaker, const Actor* actor) const;

 private:
  const Tree& tree_;
  std::vector<const Actor*> by_head_;  ///< at each word: the actor whose mention it heads
  std::unordered_map<std::string_view, const Actor*> by_id_;
};

}  // namespace sayso::extract
