#include "table.h"

#include <algorithm>
#include <string_view>

namespace sayso::cli {
namespace {

constexpr std::size_t kGap = 2;         // columns of the terminal between two of the table
constexpr std::size_t kLeastLast = 24;  // the last column is not narrower
constexpr std::size_t kIndent = 4;      // of the last cell below the others

std::vector<std::string> split_lines(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end + 1);  // each line has its line end
  }
  return lines;
}

/// A row of cells whose lines stand side by side; no line ends in spaces.
std::string side_by_side(const std::vector<Paragraph>& cells, const std::vector<std::size_t>& widths, bool colour) {
  std::vector<std::vector<std::string>> shown, plain;
  std::size_t height = 0;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    shown.push_back(split_lines(cells[i].lines(widths[i], 0, colour)));
    plain.push_back(split_lines(cells[i].lines(widths[i], 0, false)));
    height = std::max(height, plain[i].size());
  }
  std::string out;
  for (std::size_t line = 0; line < height; ++line) {
    std::size_t column = 0, begin = 0;  // where the line is, and where the cell begins
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (line < plain[i].size()) {
        out.append(begin - column, ' ');
        out += shown[i][line];
        column = begin + display_width(plain[i][line]);
      }
      begin += widths[i] + kGap;
    }
    out += '\n';
  }
  return out;
}

}  // namespace

std::string Table::stacked(const PageLayout& layout) const {
  std::string out;
  for (const std::vector<Paragraph>& row : rows_) {
    Paragraph head;
    for (std::size_t i = 0; i + 1 < row.size(); ++i) head.next(row[i]);
    out += head.lines(layout.width, 0, layout.colour);
    out += row.back().lines(layout.width, kIndent, layout.colour);
  }
  return out;
}

std::string Table::lines(const PageLayout& layout) const {
  if (rows_.empty()) return {};
  std::vector<std::size_t> widths;
  std::vector<Paragraph> names(columns_.size());
  std::size_t used = 0;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    names[i].add(columns_[i].name, Style::faint);
    std::size_t width = names[i].width();
    for (const std::vector<Paragraph>& row : rows_) width = std::max(width, row[i].width());
    widths.push_back(std::min(width, columns_[i].most));
    if (i + 1 < columns_.size()) used += widths[i] + kGap;
  }
  if (layout.width < used + kLeastLast) return stacked(layout);
  widths.back() = layout.width - used;
  std::string out = side_by_side(names, widths, layout.colour);
  for (const std::vector<Paragraph>& row : rows_) out += side_by_side(row, widths, layout.colour);
  return out;
}

}  // namespace sayso::cli
