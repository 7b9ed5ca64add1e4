#pragma once
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "record/attribution.h"

namespace sayso::evaluate {

/// How much of what was predicted is right, and how much of gold was found. A hit counts on both sides, but a pair of
/// different kinds counts for the prediction's kind on one side and for the gold's on the other.
struct Counts {
  double hits_pred = 0;
  double hits_gold = 0;
  std::size_t pred = 0;
  std::size_t gold = 0;

  [[nodiscard]] double precision() const { return pred > 0 ? hits_pred / static_cast<double>(pred) : 0; }
  [[nodiscard]] double recall() const { return gold > 0 ? hits_gold / static_cast<double>(gold) : 0; }
  [[nodiscard]] double f1() const;
};

/// Measures by name, summed over the documents (micro average):
///   exact ROLE 0|1      distinct spans of source, cue, content: strict (0), lenient (1)
///   overlap ROLE        distinct token sets, matched one to one for the greatest sum of Jaccard indices
///   token ROLE          tokens that bear the role
///   kexact KIND 0|1     exact spans of content, by the kind of statement: direct, mixed, indirect
///   content|attr KIND   whole attributions, by kind, `all`, and `direct*`; docs/cli.md has the definitions
struct Scores {
  std::map<std::string, Counts, std::less<>> measures;
  std::size_t source_right = 0;  ///< of the pairs matched by content, those with the same source
  std::size_t source_judged = 0;
  std::size_t unknown_documents = 0;

  /// The counts of a measure; all zero when nothing was counted.
  [[nodiscard]] Counts of(std::string_view measure) const;
};

/// Predictions by the name of the annotated text. A text that is not there has none.
using Predicted = std::unordered_map<std::string, std::vector<Attribution>>;

/// Compares as PolNeAR's evaluation does, measure for measure. `merge` joins parts of one role that only white space
/// parts.
[[nodiscard]] Scores score(const std::vector<AnnotatedText>& gold, const Predicted& predicted, bool merge = true);

}  // namespace sayso::evaluate
