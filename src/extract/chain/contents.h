#pragma once
#include <cstddef>
#include <vector>

#include "sayso/record.h"

namespace sayso::extract {

inline constexpr std::size_t kNoStatement = static_cast<std::size_t>(-1);

/// Which statement's content a place of the text belongs to, the innermost where one stands within another.
class Contents {
 public:
  explicit Contents(const std::vector<Statement>& statements);

  /// The statement's index, or kNoStatement.
  [[nodiscard]] std::size_t at(std::size_t byte) const;

 private:
  struct Stretch {
    std::size_t begin, statement;
  };
  std::vector<Stretch> stretches_;  // ascending; each reaches to the next
};

}  // namespace sayso::extract
