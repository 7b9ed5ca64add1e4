#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/html_tree.h"

namespace sayso::ingest {

enum class BlockKind : std::uint8_t { paragraph, heading, item, cell };

/// A run of text between two breaks of the page: a paragraph, a heading, an item of a list, a cell of a table.
struct HtmlBlock {
  std::size_t begin = 0;  ///< bytes of HtmlBlocks::text
  std::size_t end = 0;
  std::size_t link_bytes = 0;  ///< of these, how many are in links
  std::uint32_t node = 0;      ///< its innermost block element
  std::uint32_t group = 0;     ///< the list or row that an item or cell belongs to
  std::uint32_t table = 0;     ///< the table of a cell
  BlockKind kind = BlockKind::paragraph;
  bool is_h1 = false;

  [[nodiscard]] std::size_t size() const { return end - begin; }
};

/// The visible text of a page, in its order. Within a block white space is collapsed and <br> is a line feed; two of
/// them end the block. <q> becomes “ ”. <pre> keeps its line ends.
struct HtmlBlocks {
  std::string text;
  std::vector<HtmlBlock> blocks;

  [[nodiscard]] std::string_view of(const HtmlBlock& block) const {
    return std::string_view(text).substr(block.begin, block.size());
  }
};

/// `left_out` comes from find_boilerplate(). Linear.
[[nodiscard]] HtmlBlocks read_blocks(const HtmlTree& page, const std::vector<bool>& left_out);

}  // namespace sayso::ingest
