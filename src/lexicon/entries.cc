#include "lexicon/entries.h"

#include <utility>

namespace sayso::lexicon {

std::uint32_t Draft::entry_of(std::string_view id) {
  const auto [at, is_new] = by_id.try_emplace(std::string(id), static_cast<std::uint32_t>(entries.size()));
  if (is_new) entries.emplace_back().id = id;
  return at->second;
}

void Draft::fault(Origin where, Code code, std::string message) {
  if (++fault_count > kMaxFaults) return;
  Error error{code, std::move(message), files[where.file]};
  if (where.line > 0) error.line = where.line;
  faults.push_back(std::move(error));
}

}  // namespace sayso::lexicon
