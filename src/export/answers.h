#pragma once
#include <chrono>
#include <optional>

#include "export/ledger.h"
#include "export/links.h"
#include "export/statements.h"
#include "sayso/store.h"

// What a store answers, as rows.
namespace sayso::exporter {

[[nodiscard]] StatementRow statement_row(const Hit& hit);

/// `today` tells whether it is overdue; without it nothing is.
[[nodiscard]] LedgerRow ledger_row(const Hit& hit, const std::optional<std::chrono::sys_days>& today);

[[nodiscard]] LinkRow link_row(const Link& link);

}  // namespace sayso::exporter
