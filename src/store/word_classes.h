#pragma once
#include <string>
#include <string_view>
#include <unordered_map>

#include "store/stemmer.h"

namespace sayso::store {

/// A group of words that tell the same of a matter, or its opposite.
struct WordClass {
  std::size_t number = 0;
  bool opposite = false;
};

/// English stem -> its class; most words have none.
[[nodiscard]] std::unordered_map<std::string, WordClass> word_classes(const Stemmer& stemmer);

/// Words of grammar, and those that go with any matter: no hint of what a passage is about.
[[nodiscard]] bool is_stop_word(std::string_view word);

/// Words that turn around what follows them: "not", "no", "denied".
[[nodiscard]] bool is_negation(std::string_view word);

}  // namespace sayso::store
