#pragma once
#include <chrono>
#include <optional>
#include <string>

#include "export/ledger.h"

namespace sayso::cli {

/// Which entries are wanted; what is not given lets all pass.
struct LedgerFilter {
  std::optional<std::chrono::sys_days> due_before;  ///< the last day on which it is due is earlier
  std::string actor;  ///< its name has these words, of the last one at least the beginning; capitals and accents aside
  std::optional<Act> act;
  std::optional<Stage> stage;
};

[[nodiscard]] bool passes(const LedgerFilter& filter, const exporter::LedgerRow& row);

/// A meeting by its last day and its participants. None passes where an act or stage is wanted.
[[nodiscard]] bool passes(const LedgerFilter& filter, const exporter::MeetingRow& row);

}  // namespace sayso::cli
