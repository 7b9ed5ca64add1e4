#pragma once
#include <string>
#include <vector>

#include "export/links.h"
#include "page.h"

namespace sayso::cli {

/// Statements of several documents as a table: when, who and through whom, where, and what, in the colour of its mode.
/// Empty without rows.
[[nodiscard]] std::string statement_table(const std::vector<exporter::StatementRow>& rows, const PageLayout& layout);

/// Linked statements and entries, the later one above the earlier one, with how alike they are. Empty without rows.
[[nodiscard]] std::string link_table(const std::vector<exporter::LinkRow>& rows, const PageLayout& layout);

}  // namespace sayso::cli
