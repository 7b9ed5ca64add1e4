#include "lexicon_path.h"

#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace sayso::cli {

std::string shipped_lexicon() {
  std::string built = SAYSO_LEXICON_PATH;
  std::error_code error;
  if (std::filesystem::exists(built, error)) return built;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
  if (!error) {
    const auto installed = program.parent_path().parent_path() / "share" / "sayso" / "sayso.lexicon";
    if (std::filesystem::exists(installed, error)) return installed.string();
  }
  return built;  // for the message
}

std::string shipped_events() {
  std::error_code error;
  const auto folder = std::filesystem::path(shipped_lexicon()).parent_path() / "events";
  return std::filesystem::is_directory(folder, error) ? folder.string() : std::string();
}

LexiconPaths lexicon_paths(const std::string& given) {
  if (!given.empty()) return {given, shipped_lexicon(), shipped_events()};
  const char* named = std::getenv("SAYSO_LEXICON");
  if (named != nullptr && *named != '\0') return {named, shipped_lexicon(), shipped_events()};
  return {shipped_lexicon(), {}, shipped_events()};
}

Result<lexicon::Lexicon> open_lexicon(const std::string& given) {
  const LexiconPaths paths = lexicon_paths(given);
  return lexicon::Lexicon::open(paths.path, paths.below);
}

}  // namespace sayso::cli
