#include "input_options.h"

#include <unistd.h>

#include <filesystem>
#include <system_error>

#include "base/dates.h"
#include "complain.h"
#include "terminal.h"

namespace sayso::cli {

bool spares_inputs(const InputOptions& options, const std::string& option, const std::string& path,
                   const std::string& command) {
  if (path.empty()) return true;
  for (const std::string& input : options.inputs) {
    std::error_code error;
    if (!std::filesystem::equivalent(input, path, error)) continue;
    std::string what = option;
    what.append(" would overwrite the input ").append(input);
    wrong_use(what, command);
    return false;
  }
  return true;
}

bool is_day(const std::string& option, const std::string& day) {
  if (day.empty() || valid_date(day)) return true;
  complain({Code::invalid_date, option + " '" + day + "' is no existing date"});
  return false;
}

PageLayout layout_of(const InputOptions& options) {
  if (options.output.empty()) return {terminal_width(STDOUT_FILENO), use_colour(options.colour, STDOUT_FILENO)};
  return {80, options.colour == "always"};
}

}  // namespace sayso::cli
