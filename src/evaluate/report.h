#pragma once
#include <string>

#include "evaluate/scores.h"

namespace sayso::evaluate {

/// The table for a person; `name` heads it.
[[nodiscard]] std::string to_table(const Scores& scores, const std::string& name);

/// Every measure with P, R, F1, pred and gold, as one JSON object on several lines, shares from 0 to 1.
[[nodiscard]] std::string to_json(const Scores& scores);

}  // namespace sayso::evaluate
