#pragma once
#include <string>
#include <vector>

#include "sayso/record.h"
#include "sayso/span.h"

namespace sayso {

/// A statement stripped to its words: what brat files hold and what the evaluation compares. Spans in bytes, in any
/// order; a role that is absent has none.
struct Attribution {
  std::vector<Span> source;
  std::vector<Span> cue;
  std::vector<Span> content;

  friend bool operator==(const Attribution&, const Attribution&) = default;
};

/// A text with its attributions, as a person annotated them.
struct AnnotatedText {
  std::string name;  ///< the file's name without folder and extension
  std::string text;
  std::vector<Attribution> attributions;
};

/// The statements of a record as attributions, in the same order, without those inside others: brat's PolNeAR layout
/// and its gold have none.
[[nodiscard]] std::vector<Attribution> attributions_of(const Record& record);

}  // namespace sayso
