#pragma once
#include <gumbo.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace sayso::ingest {

/// An element or a text, in the order of the page: the nodes of a subtree are `[own index, end)`.
struct HtmlNode {
  const GumboNode* node = nullptr;
  std::uint32_t parent = 0;  ///< index; the root is its own
  std::uint32_t end = 0;
  GumboTag tag = GUMBO_TAG_UNKNOWN;
  bool is_text = false;
  bool is_link = false;  ///< <a href>, see html_simplify.h
};

/// A parsed page as a flat list, so that nothing needs to walk it recursively. Owns the parser's memory; movable.
class HtmlTree {
 public:
  /// `html` comes from simplify_html(), which keeps the parser's time linear and its depth bounded.
  explicit HtmlTree(std::string html);

  [[nodiscard]] const std::vector<HtmlNode>& nodes() const { return nodes_; }
  /// The characters of a text node, entities decoded; empty for an element.
  [[nodiscard]] std::string_view text(std::size_t i) const;
  /// An attribute's value, entities decoded; empty if absent.
  [[nodiscard]] std::string_view attribute(std::size_t i, const char* name) const;
  [[nodiscard]] bool has_attribute(std::size_t i, const char* name) const;
  /// All text in a subtree, white space collapsed, cut after `limit` bytes.
  [[nodiscard]] std::string text_in(std::size_t i, std::size_t limit = 1000) const;

 private:
  struct Arena;
  struct ArenaDeleter {
    void operator()(Arena* arena) const;
  };

  std::string html_;
  std::unique_ptr<Arena, ArenaDeleter> arena_;
  std::vector<HtmlNode> nodes_;
};

}  // namespace sayso::ingest
