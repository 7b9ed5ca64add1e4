#pragma once
#include <string>
#include <vector>

#include "export/ledger.h"
#include "page.h"
#include "speakers.h"

namespace sayso::cli {

/// The ledger as a table: by when (the last day on which it is due, else the words), who, act and stage, and what, with
/// to whom, for whom, amounts, condition and outcome. `with_document` adds the name of each row's document. Empty
/// without rows.
[[nodiscard]] std::string ledger_table(const std::vector<exporter::LedgerRow>& rows, const PageLayout& layout,
                                       bool with_document);

/// What a page says below the statements: ledger, meetings and plans, each under its heading. Empty without any.
[[nodiscard]] std::string commitments(const Record& record, const Speakers& speakers, const PageLayout& layout);

}  // namespace sayso::cli
