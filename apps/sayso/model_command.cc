#include "model_command.h"

#include <cstdio>
#include <filesystem>
#include <string>
#include <system_error>
#include <vector>

#include "complain.h"
#include "exit_code.h"
#include "model_path.h"
#include "nn/kernels.h"
#include "output.h"
#include "record/json_writer.h"
#include "sayso/reader.h"

namespace sayso::cli {
namespace {

struct Facts {
  std::string path, name, hash, kernels;
  std::uintmax_t bytes = 0;
  std::vector<std::string> usable;  ///< kernels that this CPU has
};

std::string as_text(const Facts& facts) {
  char size[32];
  std::snprintf(size, sizeof size, "%.1f MB", static_cast<double>(facts.bytes) / 1e6);
  std::string out = "name     " + facts.name + "\nhash     " + facts.hash + "\nfile     " + facts.path + "\nsize     " +
                    size + "\nkernels  " + facts.kernels + " (this machine has:";
  for (const std::string& each : facts.usable) out += " " + each;
  return out + ")\n";
}

std::string as_json(const Facts& facts) {
  std::string out;
  JsonWriter json(out, JsonWriter::Layout::pretty);
  json.open('{');
  json.field("name", facts.name);
  json.field("hash", facts.hash);
  json.field("file", facts.path);
  json.key("bytes");
  json.number(facts.bytes);
  json.field("kernels", facts.kernels);
  json.key("usable_kernels");
  json.open_short('[');
  for (const std::string& each : facts.usable) json.text(each);
  json.close(']');
  json.close('}');
  return out + "\n";
}

}  // namespace

int run_model(const ModelOptions& options) {
  Facts facts;
  facts.path = model_path(options.model);
  const auto reader = Reader::open(facts.path);
  if (!reader.ok()) {
    complain(reader.error());
    return kNoModel;
  }
  const auto kernels = nn::kernels_from_environment();
  if (!kernels.ok()) {
    complain(kernels.error());
    return kNoModel;
  }
  facts.kernels = (*kernels)->name;
  for (const char* each : {"scalar", "avx2", "vnni", "amx", "neon"}) {
    if (nn::find_kernels(each).ok()) facts.usable.emplace_back(each);
  }
  const std::string name = reader->read(Document{}).engine.model;  // name@hash
  facts.name = name.substr(0, name.find('@'));
  facts.hash = name.find('@') == std::string::npos ? "" : name.substr(name.find('@') + 1);
  std::error_code error;
  facts.bytes = std::filesystem::file_size(facts.path, error);
  if (error) facts.bytes = 0;
  auto output = Output::open({});
  output->write(options.format == "json" ? as_json(facts) : as_text(facts));
  output->flush();
  if (!output->error()) return kAllGood;
  if (!output->pipe_closed()) complain(*output->error());
  return kNoOutput;
}

}  // namespace sayso::cli
