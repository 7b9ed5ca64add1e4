#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "record/enum_names.h"
#include "sayso/store.h"

namespace sayso::cli {

/// What the commands that ask the database are told alike, as it was given.
struct QuestionOptions {
  std::string database, about, speaker, via, to, outlet, since, until;
  std::size_t limit = 50;
  bool originals = false;

  /// Whether any option is given that only the database understands, and which.
  [[nodiscard]] std::string first_given() const;
};

/// The question; complains and gives nothing where a day is none.
[[nodiscard]] std::optional<Question> question_of(const QuestionOptions& options);

/// The names of all values of an enum, in its order.
template <class Enum>
[[nodiscard]] std::vector<std::string> names_of_all() {
  std::vector<std::string> names;
  for (int i = 0; !name_of(static_cast<Enum>(i)).empty(); ++i) names.emplace_back(name_of(static_cast<Enum>(i)));
  return names;
}

/// `pledge, offer, refuse`
[[nodiscard]] std::string listed(const std::vector<std::string>& names);

}  // namespace sayso::cli
