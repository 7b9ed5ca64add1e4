#pragma once
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "page.h"
#include "wrap.h"

namespace sayso::cli {

/// Rows of cells in columns, for a terminal. Each column is as wide as its cells want, up to a limit; the last one
/// takes what is left of the width, and words wrap within their cells. Where too little is left, each row becomes a
/// line with all cells but the last, which stands below it.
class Table {
 public:
  struct Column {
    std::string name;
    std::size_t most = 0;  ///< columns of the terminal, at least 8; not used of the last
  };

  explicit Table(std::vector<Column> columns) : columns_(std::move(columns)) {}

  /// A cell for each column.
  void add(std::vector<Paragraph> cells) { rows_.push_back(std::move(cells)); }

  /// Empty without rows, else with a line of the columns' names.
  [[nodiscard]] std::string lines(const PageLayout& layout) const;

 private:
  [[nodiscard]] std::string stacked(const PageLayout& layout) const;

  std::vector<Column> columns_;
  std::vector<std::vector<Paragraph>> rows_;
};

}  // namespace sayso::cli
