#include "store_path.h"

#include <cstdlib>
#include <filesystem>
#include <utility>

#include "complain.h"

namespace sayso::cli {

std::string store_path(const std::string& given) {
  if (!given.empty()) return given;
  const auto named = [](const char* variable) {
    const char* value = std::getenv(variable);
    return std::string(value == nullptr ? "" : value);
  };
  if (std::string path = named("SAYSO_DB"); !path.empty()) return path;
  std::filesystem::path data = named("XDG_DATA_HOME");
  if (!data.is_absolute()) data = std::filesystem::path(named("HOME")) / ".local" / "share";
  return (data / "sayso" / "news.db").string();
}

std::optional<Store> open_store(const std::string& given, Store::Access access) {
  auto store = Store::open(store_path(given), access);
  if (store.ok()) return std::move(*store);
  complain(store.error());
  return std::nullopt;
}

}  // namespace sayso::cli
