#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "evaluate/scores.h"
#include "sayso/result.h"

namespace sayso::evaluate {

/// What records say about annotated texts.
struct Predictions {
  Predicted by_name;
  std::vector<Error> problems;  ///< records that cannot be used; the others are there all the same
};

/// Reads records: JSON Lines, or with a `path` that ends in .json one record or an array of them. A record belongs to
/// the text that its document.uri names (base name, with or without extension), else to the one with the same words;
/// its text must be the same but for line ends at the end. Problems are of code invalid_json, with file and line.
[[nodiscard]] Predictions parse_predictions(std::string_view records, const std::string& path,
                                            const std::vector<AnnotatedText>& gold);

}  // namespace sayso::evaluate
