#include "model_path.h"

#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace sayso::cli {

std::string model_path(const std::string& given) {
  if (!given.empty()) return given;
  if (const char* named = std::getenv("SAYSO_MODEL"); named != nullptr && *named != '\0') return named;
  std::string built = SAYSO_MODEL_PATH;
  std::error_code error;
  if (std::filesystem::exists(built, error)) return built;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
  if (!error) {
    const auto installed = program.parent_path().parent_path() / "share" / "sayso" / "sayso.sayso";
    if (std::filesystem::exists(installed, error)) return installed.string();
  }
  return built;  // for the message
}

}  // namespace sayso::cli
