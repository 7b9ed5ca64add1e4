#pragma once
#include <string>
#include <string_view>

namespace sayso::exporter {

/// Appends a cell by RFC 4180, white space within it single. One that a spreadsheet would run as a formula (OWASP, "CSV
/// Injection") begins with an apostrophe.
void append_cell(std::string& out, std::string_view value);

/// A probability as JSON has it.
[[nodiscard]] std::string probability_cell(double value);

}  // namespace sayso::exporter
