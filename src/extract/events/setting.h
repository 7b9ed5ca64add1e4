#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "extract/events/events.h"
#include "extract/tree.h"

namespace sayso::extract {

/// In which statement, when and where a text's events are told. Views what it was made from.
class Setting {
 public:
  Setting(const Tree& tree, const EventSources& sources);

  /// Id of the innermost statement whose content holds the span, else empty.
  [[nodiscard]] std::string statement(const Span& span) const;
  /// Id of the time in the word's own clause, the nearest to it, else empty.
  [[nodiscard]] std::string time(std::size_t word) const;
  /// "in Kyiv": a place or state behind the word in its clause that is none of the event's parties.
  [[nodiscard]] std::optional<Span> place(std::size_t word, const Event& event) const;

 private:
  struct Content {
    Span span;
    std::size_t statement;
  };
  [[nodiscard]] bool in_clause(std::size_t word, std::size_t predicate) const;

  const Tree& tree_;
  const EventSources& sources_;
  std::vector<Content> contents_;     // ascending by their ends
  std::vector<std::size_t> time_at_;  // by word: index of the time that begins there, or kNone
  std::vector<std::size_t> name_at_;  // by word: index of the name that ends there, or kNone
};

}  // namespace sayso::extract
