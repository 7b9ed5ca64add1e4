#include "add_command.h"

#include <cstdio>
#include <string>

#include "complain.h"
#include "exit_code.h"
#include "read_documents.h"
#include "store_path.h"
#include "store_sink.h"

namespace sayso::cli {
namespace {}  // namespace

int run_add(const AddOptions& options) {
  const InputOptions& input = options.input;
  if (!is_day("--date", input.date)) return kUsage;
  const std::string path = store_path(options.database);
  if (!spares_inputs(input, "--db", path, "add")) return kUsage;
  const auto reader = open_reader(input);
  if (!reader) return kNoModel;
  auto store = open_store(options.database, Store::Access::write);
  if (!store) return kNoOutput;
  StoreSink sink(*store, options.again ? Store::Again::replace : Store::Again::keep);
  const int exit_code = read_documents(*reader, input, sink);
  if (!input.quiet) {
    std::fprintf(stderr, "sayso: %zu added, %zu known already: %s\n", sink.added(), sink.known(), path.c_str());
  }
  return exit_code;
}

}  // namespace sayso::cli
