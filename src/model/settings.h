#pragma once
#include <cstddef>
#include <string>

#include "model/weight_file.h"

namespace sayso::model {

/// The JSON entry "settings" of a weight file.
struct Settings {
  std::string name;
  std::size_t layers = 0, hidden = 0, heads = 0, ffn = 0, words = 0, positions = 0;
  std::size_t window = 0;                             ///< pieces read at once, without the two that frame them
  std::size_t overlap = 0;                            ///< pieces that neighbouring windows share at least
  std::size_t reach = 0;                              ///< most pieces between a cue and its source or content
  std::size_t link = 0;                               ///< width of the heads for links and for coreference
  std::size_t mention = 0;                            ///< width of the head for extents; 0: has no heads for mentions
  std::size_t syntax = 0;                             ///< width of the heads for trees; 0: has none
  std::size_t events = 0;                             ///< types of the head for events, kEventTypes; 0: has none
  double confidence_scale = 1, confidence_shift = 0;  ///< Platt's calibration of a statement's log-odds
};

/// Errors: model_corrupt (no JSON), model_incomplete (a setting is missing or out of range).
[[nodiscard]] Result<Settings> read_settings(const WeightFile& file);

}  // namespace sayso::model
