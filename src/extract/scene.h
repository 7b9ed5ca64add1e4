#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "extract/tree.h"
#include "sayso/record.h"

namespace sayso::extract {

/// A text's trees with the actors and times that its words head. Views what it was made of.
class Scene {
 public:
  Scene(const Tree& tree, const std::vector<Actor>& actors, const std::vector<Time>& times);

  [[nodiscard]] const Tree& tree() const { return *tree_; }
  /// The actor of the noun phrase that a word heads, or null.
  [[nodiscard]] const Actor* actor(std::size_t word) const { return actors_[word]; }
  /// The time, no duration, that a word heads, or null.
  [[nodiscard]] const Time* time(std::size_t word) const { return times_[word]; }
  /// Whether a word belongs to a time of any kind.
  [[nodiscard]] bool in_time(std::size_t word) const { return in_time_[word]; }

  /// The children of a word that are near another: what hangs far off says nothing of it, and looking at all of a
  /// word's children for each of them would not be linear.
  [[nodiscard]] std::vector<std::size_t> children_near(std::size_t word, std::size_t near) const;
  /// The words that hang from a word, with it, as one span: as far as they are next to each other.
  [[nodiscard]] Span subtree(std::size_t word) const;
  /// The preposition or possessive mark of a noun, in small letters, or empty: in the tree, else right before its
  /// phrase.
  [[nodiscard]] std::string_view marker(std::size_t word) const;
  /// The first of the words before a noun that stand with it in one name: "[NATO] summit", "the ["victory"] plan". No
  /// determiners, owners and commas. `top` is the word that all of them hang from, mostly the noun itself.
  [[nodiscard]] std::size_t name_begin(std::size_t noun, std::size_t top) const;
  /// A word and those that "and" joins to it.
  [[nodiscard]] std::vector<std::size_t> conjuncts(std::size_t word) const;
  [[nodiscard]] bool is_capital(std::size_t word) const;
  /// Whether "'s" hangs from a word.
  [[nodiscard]] bool is_possessive(std::size_t word) const;
  [[nodiscard]] bool is_possessive_mark(std::size_t word) const;
  /// The actor of "[May]'s" right before a word, wherever the tree has it hang, or null.
  [[nodiscard]] const Actor* owner_before(std::size_t first) const;

 private:
  [[nodiscard]] bool is_in_name(std::size_t word, std::size_t top) const;

  const Tree* tree_;
  std::vector<const Actor*> actors_;
  std::vector<const Time*> times_;
  std::vector<bool> in_time_;
};

}  // namespace sayso::extract
