#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "page.h"
#include "sayso/reader.h"

namespace sayso::cli {

/// What the commands that read articles are told alike.
struct InputOptions {
  std::vector<std::string> inputs;
  std::string date, outlet, model, lexicon, output;
  std::string dictionaries;  ///< a folder of dictionaries in place of the shipped lexicon
  std::string colour = "auto";
  std::size_t threads = 0;  ///< 0: all there are
  double least_confidence = 0;
  /// How events are found; when not given, by both coders, or with `dictionaries` by these alone.
  std::optional<EventCoder> events;
  bool strict = false;  ///< a fault of the lexicon or a dictionary ends the program
  bool quiet = false;
};

/// Complains about a file that `option` would write over an input; gives whether there is none.
[[nodiscard]] bool spares_inputs(const InputOptions& options, const std::string& option, const std::string& path,
                                 const std::string& command);

/// Complains where `day`, given by `option`, is no existing day; gives whether it is one, or empty.
[[nodiscard]] bool is_day(const std::string& option, const std::string& day);

/// The terminal's width and colours, or what fits a file.
[[nodiscard]] PageLayout layout_of(const InputOptions& options);

}  // namespace sayso::cli
