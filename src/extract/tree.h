#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/syntax.h"
#include "sayso/span.h"

namespace sayso::extract {

/// The dependency trees of a text as the rooms above read them. Words are told by their index. Made in linear
/// time; views the text and the words. A word whose heads lead nowhere counts as a root.
class Tree {
 public:
  static constexpr std::size_t kNone = ~std::size_t{0};

  Tree(std::string_view text, std::span<const model::Word> words);

  [[nodiscard]] std::size_t size() const { return words_.size(); }
  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] Span span(std::size_t word) const { return words_[word].span; }
  /// In small letters (ASCII).
  [[nodiscard]] const std::string& lower(std::size_t word) const { return lower_[word]; }
  [[nodiscard]] model::PartOfSpeech pos(std::size_t word) const { return words_[word].pos; }
  [[nodiscard]] model::Relation relation(std::size_t word) const { return words_[word].relation; }
  [[nodiscard]] std::size_t sentence(std::size_t word) const { return words_[word].sentence; }
  /// The type of event that the model's head takes a word for first of all (PLOVER's name; empty where it has no such
  /// head), and how probable that is.
  [[nodiscard]] std::string_view event(std::size_t word) const;
  [[nodiscard]] float event_score(std::size_t word) const { return words_[word].event_score; }
  /// kNone for a root.
  [[nodiscard]] std::size_t head(std::size_t word) const { return head_[word]; }
  /// Ascending.
  [[nodiscard]] std::span<const std::uint32_t> children(std::size_t word) const {
    return std::span(children_).subspan(child_begin_[word], child_begin_[word + 1] - child_begin_[word]);
  }
  /// Whether `word` is `above` or hangs from it.
  [[nodiscard]] bool within(std::size_t word, std::size_t above) const {
    return enter_[above] <= enter_[word] && enter_[word] < leave_[above];
  }
  /// The sentence's words: [first, last).
  [[nodiscard]] std::size_t sentence_begin(std::size_t word) const { return begin_[word]; }
  [[nodiscard]] std::size_t sentence_end(std::size_t word) const { return end_[word]; }

  /// The first child of that relation, or kNone.
  [[nodiscard]] std::size_t child(std::size_t word, model::Relation relation) const;
  /// The preposition, possessive mark or subordinator that introduces a word, in small letters, or empty.
  [[nodiscard]] std::string_view marker(std::size_t word) const;
  [[nodiscard]] bool is_noun(std::size_t word) const;
  /// Whether something is said of a subject here: a verb, or what has a subject or copula.
  [[nodiscard]] bool is_predicate(std::size_t word) const;

 private:
  std::string_view text_;
  std::span<const model::Word> words_;
  std::vector<std::string> lower_;
  std::vector<std::size_t> head_, begin_, end_;
  std::vector<std::uint32_t> child_begin_, children_, enter_, leave_;
};

}  // namespace sayso::extract
