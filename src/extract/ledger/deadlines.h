#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "extract/ledger/draft.h"
#include "extract/tree.h"
#include "sayso/record.h"

namespace sayso::extract {

/// The times of a text by the words at which they begin.
class Deadlines {
 public:
  /// `published`: YYYY-MM-DD, or empty; `times` ascending.
  Deadlines(const Tree& tree, const std::vector<Time>& times, std::string_view published);

  /// The id of the time by or at which a draft's deed is to happen: the first in its clause that does not lie before
  /// the day of publication. Times of its condition (`except`) do not count. Empty if none.
  [[nodiscard]] std::string of(const Draft& draft, const Span& except) const;

 private:
  [[nodiscard]] bool follows(const Span& action, std::size_t word) const;
  [[nodiscard]] bool lies_ahead(const Time& time, std::size_t word) const;

  const Tree& tree_;
  const std::vector<Time>& times_;
  std::vector<std::size_t> words_;  ///< for each time: its first word
  std::string_view published_;
};

}  // namespace sayso::extract
