#include "output_options.h"

#include <unistd.h>

#include "complain.h"
#include "exit_code.h"
#include "output.h"
#include "terminal.h"

namespace sayso::cli {

void add_output_options(CLI::App& command, OutputOptions& options) {
  command.add_option("-f,--format", options.format, "table (the default), json or csv")
      ->check(CLI::IsMember({"table", "json", "csv"}))
      ->type_name("FORMAT")
      ->option_text("FORMAT");
  command.add_option("-o,--output", options.output, "Write here instead of standard output")->type_name("FILE");
  command.add_option("--color", options.colour, "auto, always or never; NO_COLOR is respected")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->type_name("WHEN")
      ->option_text("WHEN");
}

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
