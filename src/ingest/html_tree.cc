#include "ingest/html_tree.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "ingest/ascii.h"
#include "text/utf8.h"

namespace sayso::ingest {

// All of the parser's memory, freed at once: faster than node by node, and gumbo_destroy_output is recursive.
struct HtmlTree::Arena {
  static constexpr std::size_t kBlock = std::size_t{1} << 18;

  std::vector<std::unique_ptr<std::byte[]>> blocks;
  std::byte* next = nullptr;
  std::size_t left = 0;

  void* take(std::size_t size) {
    constexpr std::size_t kAlign = alignof(std::max_align_t);
    size = (size + kAlign - 1) / kAlign * kAlign;
    if (size > kBlock / 4) {
      blocks.push_back(std::make_unique_for_overwrite<std::byte[]>(size));
      return blocks.back().get();
    }
    if (size > left) {
      blocks.push_back(std::make_unique_for_overwrite<std::byte[]>(kBlock));
      next = blocks.back().get();
      left = kBlock;
    }
    left -= size;
    return std::exchange(next, next + size);
  }
};

void HtmlTree::ArenaDeleter::operator()(Arena* arena) const { delete arena; }

namespace {

const GumboVector* children_of(const GumboNode* node) {
  const bool element = node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
  return element ? &node->v.element.children : nullptr;
}

bool is_text(const GumboNode* node) {
  return node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE || node->type == GUMBO_NODE_CDATA;
}

bool is_link(const GumboNode* node) {
  if (node->type != GUMBO_NODE_ELEMENT || node->v.element.tag != GUMBO_TAG_UNKNOWN) return false;
  GumboStringPiece name = node->v.element.original_tag;
  gumbo_tag_from_original_text(&name);
  return name.data && std::string_view(name.data, name.length) == "x-a";
}

HtmlNode make_node(const GumboNode* node, std::uint32_t parent) {
  HtmlNode made{node, parent, 0, GUMBO_TAG_UNKNOWN, is_text(node), is_link(node)};
  if (node->type == GUMBO_NODE_ELEMENT) made.tag = node->v.element.tag;
  return made;
}

std::vector<HtmlNode> flatten(const GumboNode* root) {
  struct Step {
    std::uint32_t index;
    unsigned next_child;
  };
  std::vector<HtmlNode> nodes{make_node(root, 0)};
  std::vector<Step> path{{0, 0}};
  while (!path.empty()) {
    Step& step = path.back();
    const GumboVector* children = children_of(nodes[step.index].node);
    if (!children || step.next_child >= children->length) {
      nodes[step.index].end = static_cast<std::uint32_t>(nodes.size());
      path.pop_back();
      continue;
    }
    const auto* child = static_cast<const GumboNode*>(children->data[step.next_child++]);
    if (child->type == GUMBO_NODE_COMMENT) continue;
    nodes.push_back(make_node(child, step.index));
    path.push_back({static_cast<std::uint32_t>(nodes.size() - 1), 0});
  }
  return nodes;
}

}  // namespace

HtmlTree::HtmlTree(std::string html) : html_(std::move(html)), arena_(new Arena) {
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = [](void* arena, std::size_t size) { return static_cast<Arena*>(arena)->take(size); };
  options.deallocator = [](void*, void*) {};
  options.userdata = arena_.get();
  options.max_errors = 0;
  const GumboOutput* output = gumbo_parse_with_options(&options, html_.data(), html_.size());
  if (output && output->root) nodes_ = flatten(output->root);
}

std::string_view HtmlTree::text(std::size_t i) const {
  return nodes_[i].is_text ? std::string_view(nodes_[i].node->v.text.text) : std::string_view();
}

std::string_view HtmlTree::attribute(std::size_t i, const char* name) const {
  if (nodes_[i].is_text) return {};
  const GumboAttribute* found = gumbo_get_attribute(&nodes_[i].node->v.element.attributes, name);
  return found ? std::string_view(found->value) : std::string_view();
}

bool HtmlTree::has_attribute(std::size_t i, const char* name) const {
  return !nodes_[i].is_text && gumbo_get_attribute(&nodes_[i].node->v.element.attributes, name) != nullptr;
}

std::string HtmlTree::text_in(std::size_t i, std::size_t limit) const {
  std::string out;
  for (std::size_t at = i; at < nodes_[i].end && out.size() <= limit; ++at) {
    if (nodes_[at].is_text)
      out += text(at).substr(0, limit);
    else if (nodes_[at].tag != GUMBO_TAG_UNKNOWN && nodes_[at].tag != GUMBO_TAG_SPAN)
      out += ' ';
  }
  if (out.size() > limit) {
    std::size_t end = limit;
    while (!text::is_boundary(out, end)) --end;
    out.resize(end);
  }
  return collapsed(out);
}

}  // namespace sayso::ingest
