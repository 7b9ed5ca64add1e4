#include "ingest/html_blocks.h"

#include <algorithm>
#include <utility>

#include "ingest/ascii.h"

namespace sayso::ingest {
namespace {

bool breaks_lines(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_HTML:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_MENU:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_P:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_SUMMARY:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_UL:
      return true;
    default:
      return false;
  }
}

bool is_heading(GumboTag tag) { return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6; }

class BlockReader {
 public:
  BlockReader(const HtmlTree& page, const std::vector<bool>& left_out) : page_(page), left_out_(left_out) {}

  HtmlBlocks run() {
    const auto& nodes = page_.nodes();
    for (std::uint32_t i = 0; i < nodes.size(); ++i) {
      while (!open_.empty() && nodes[open_.back()].end <= i) close();
      if (left_out_[i] || is_footnote_mark(i))
        i = nodes[i].end - 1;
      else if (nodes[i].is_text)
        add_text(page_.text(i), i < link_end_);
      else
        open(i);
    }
    while (!open_.empty()) close();
    flush();
    return std::move(out_);
  }

 private:
  void open(std::uint32_t i) {
    const HtmlNode& node = page_.nodes()[i];
    if (node.tag == GUMBO_TAG_BR) return add_break();
    if (node.is_link) link_end_ = std::max<std::size_t>(link_end_, node.end);
    const bool block = breaks_lines(node.tag);
    if (block) flush();
    if (node.tag == GUMBO_TAG_Q) add_text("\u201C", false);
    if (node.tag == GUMBO_TAG_PRE) ++preformatted_;
    if (block || node.tag == GUMBO_TAG_Q) open_.push_back(i);
  }

  void close() {
    const GumboTag tag = page_.nodes()[open_.back()].tag;
    if (tag == GUMBO_TAG_Q) {
      space_ = false;
      add_text("\u201D", false);
    } else {
      flush();
    }
    if (tag == GUMBO_TAG_PRE) --preformatted_;
    open_.pop_back();
  }

  // <sup><a href="#n">1</a></sup>
  [[nodiscard]] bool is_footnote_mark(std::uint32_t i) const {
    const HtmlNode& node = page_.nodes()[i];
    if (node.tag != GUMBO_TAG_SUP || node.end - i > 6) return false;
    for (std::uint32_t at = i; at < node.end; ++at) {
      if (page_.nodes()[at].is_link) return true;
    }
    return false;
  }

  void add_text(std::string_view text, bool in_link) {
    std::string& out = out_.text;
    for (std::size_t at = 0; at < text.size();) {
      const char c = text[at];
      if (preformatted_ > 0 && c == '\n') {
        add_break();
        ++at;
      } else if (is_html_space(c)) {
        space_ = true;
        ++at;
      } else if (const std::size_t odd = odd_space(text, at); odd > 0) {
        space_ = space_ || odd == kNoBreak;
        at += odd == kNoBreak ? 2 : odd - kNoBreak;
      } else {
        if (out.size() > begin_ && out.back() != '\n' && space_) out += ' ';
        if (out.size() == begin_) start_node();
        space_ = break_ = false;
        const std::size_t end = run_end(text, at);
        if (in_link) link_bytes_ += end - at;
        out.append(text.substr(at, end - at));
        at = end;
      }
    }
  }

  // kNoBreak for U+00A0, kNoBreak + its size for what takes no room (soft hyphen, zero-width space and no-break space).
  static constexpr std::size_t kNoBreak = 1;
  static std::size_t odd_space(std::string_view text, std::size_t at) {
    const std::string_view two = text.substr(at, 2), three = text.substr(at, 3);
    if (two == "\xC2\xA0") return kNoBreak;
    if (two == "\xC2\xAD") return kNoBreak + 2;
    return three == "\xE2\x80\x8B" || three == "\xEF\xBB\xBF" ? kNoBreak + 3 : 0;
  }

  static std::size_t run_end(std::string_view text, std::size_t at) {
    for (++at; at < text.size(); ++at) {
      const auto byte = static_cast<unsigned char>(text[at]);
      if (byte <= ' ' && is_html_space(text[at])) break;
      if ((byte == 0xC2 || byte == 0xE2 || byte == 0xEF) && odd_space(text, at) > 0) break;
    }
    return at;
  }

  // A second break in a row, with nothing between, ends the block.
  void add_break() {
    if (break_) return flush();
    space_ = false;
    break_ = true;
    if (out_.text.size() > begin_) out_.text += '\n';
  }

  // The element that the block's first characters are in.
  void start_node() {
    node_ = 0;
    for (std::size_t i = open_.size(); i-- > 0;) {
      if (page_.nodes()[open_[i]].tag == GUMBO_TAG_Q) continue;
      node_ = open_[i];
      return;
    }
  }

  void flush() {
    std::string& out = out_.text;
    while (out.size() > begin_ && (out.back() == '\n' || out.back() == ' ')) out.pop_back();
    if (out.size() > begin_) {
      HtmlBlock block{begin_, out.size(), std::min(link_bytes_, out.size() - begin_), node_};
      classify(block);
      out_.blocks.push_back(block);
    }
    begin_ = out.size();
    link_bytes_ = 0;
    space_ = break_ = false;
  }

  void classify(HtmlBlock& block) const {
    const auto& nodes = page_.nodes();
    const GumboTag tag = nodes[block.node].tag;
    block.is_h1 = tag == GUMBO_TAG_H1;
    if (is_heading(tag)) block.kind = BlockKind::heading;
    if (tag == GUMBO_TAG_LI) block.kind = BlockKind::item;
    if (tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH) block.kind = BlockKind::cell;
    if (block.kind == BlockKind::item || block.kind == BlockKind::cell) block.group = nodes[block.node].parent;
    if (block.kind == BlockKind::cell) block.table = nodes[block.group].parent;
  }

  const HtmlTree& page_;
  const std::vector<bool>& left_out_;
  HtmlBlocks out_;
  std::vector<std::uint32_t> open_;  // block elements and <q>
  std::size_t begin_ = 0;            // of the block in the making
  std::size_t link_bytes_ = 0;
  std::size_t link_end_ = 0;
  std::uint32_t node_ = 0;
  int preformatted_ = 0;
  bool space_ = false;  // white space since the last character
  bool break_ = false;  // <br> since the last character
};

}  // namespace

HtmlBlocks read_blocks(const HtmlTree& page, const std::vector<bool>& left_out) {
  return BlockReader(page, left_out).run();
}

}  // namespace sayso::ingest
