#include "output_options.h"

#include <unistd.h>

#include "complain.h"
#include "exit_code.h"
#include "output.h"
#include "terminal.h"

namespace sayso::cli {

PageLayout layout_of(const OutputOptions& options) {
  if (options.output.empty()) return {terminal_width(STDOUT_FILENO), use_colour(options.colour, STDOUT_FILENO)};
  return {80, options.colour == "always"};
}

int put(const OutputOptions& options, const std::string& text) {
  auto output = Output::open(options.output);
  if (output.ok()) {
    output->write(text);
    output->flush();
    if (!output->error()) return kAllGood;
    if (!output->pipe_closed()) complain(*output->error());
    return kNoOutput;
  }
  complain(output.error());
  return kNoOutput;
}

}  // namespace sayso::cli
