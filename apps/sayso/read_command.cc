#include "read_command.h"

#include <string>

#include "complain.h"
#include "exit_code.h"
#include "read_documents.h"
#include "sink.h"

namespace sayso::cli {
namespace {

Format format_named(const std::string& name) {
  if (name == "json") return Format::json;
  if (name == "jsonl") return Format::jsonl;
  return name == "brat" ? Format::brat : Format::text;
}

}  // namespace

int run_read(const ReadOptions& options) {
  const InputOptions& input = options.input;
  const Format format = format_named(options.format);
  if (format == Format::brat && input.output.empty())
    return wrong_use("--format brat writes files: add --output FOLDER", "read");
  if (format != Format::brat && !spares_inputs(input, "--output", input.output, "read")) return kUsage;
  if (!is_day("--date", input.date)) return kUsage;
  const auto reader = open_reader(input);
  if (!reader) return kNoModel;
  const auto sink = open_sink(format, input.output, layout_of(input));
  if (!sink.ok()) {
    complain(sink.error());
    return kNoOutput;
  }
  return read_documents(*reader, input, **sink);
}

}  // namespace sayso::cli
