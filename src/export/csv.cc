#include "export/csv.h"

#include "record/json_writer.h"
#include "text/spaces.h"
#include "text/utf8.h"

namespace sayso::exporter {
namespace {

/// What begins a formula in a spreadsheet, also in the wide forms of East Asia.
bool runs_as_formula(std::string_view cell) {
  switch (text::decode(cell, 0).value) {
    case U'=':
    case U'+':
    case U'-':
    case U'@':
    case U'＝':
    case U'＋':
    case U'－':
    case U'＠':
      return true;
    default:
      return false;
  }
}

}  // namespace

void append_cell(std::string& out, std::string_view value) {
  std::string cell = text::single_spaced(value);
  if (runs_as_formula(cell)) cell.insert(cell.begin(), '\'');
  if (cell.find_first_of(",\"") == std::string::npos) {
    out += cell;
    return;
  }
  out += '"';
  for (const char c : cell) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

std::string probability_cell(double value) {
  std::string out;
  JsonWriter(out, JsonWriter::Layout::line).probability(value);
  return out;
}

}  // namespace sayso::exporter
