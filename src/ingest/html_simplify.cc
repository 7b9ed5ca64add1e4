#include "ingest/html_simplify.h"

#include <algorithm>
#include <array>
#include <utility>

#include "ingest/ascii.h"
#include "ingest/html_scanner.h"
#include "ingest/html_tags.h"

namespace sayso::ingest {
namespace {

using enum TagRole;

constexpr std::array<std::string_view, 14> kKept = {"class", "content",  "datetime", "hidden",   "href",
                                                    "id",    "itemprop", "name",     "property", "pubdate",
                                                    "rel",   "role",     "lang",     "title"};
constexpr std::size_t kLongestValue = 4096;

bool is_custom(std::string_view name) { return name.find('-') != std::string_view::npos && name.size() <= 64; }

// Of the elements of AMP only those that lay out other content are of interest; the rest are advertisements, players,
// share buttons and menus.
TagRole role_of_custom(std::string_view name) {
  constexpr std::array<std::string_view, 6> kLayout = {"amp-accordion", "amp-fit-text", "amp-layout",
                                                       "amp-list",      "amp-script",   "amp-story"};
  if (!name.starts_with("amp-")) return inline_hinted;
  return std::find(kLayout.begin(), kLayout.end(), name) != kLayout.end() ? inline_hinted : skip;
}

bool hides(const HtmlAttribute& attribute) {
  if (same_ascii(attribute.name, "aria-hidden")) return same_ascii(attribute.value, "true");
  if (!same_ascii(attribute.name, "style") || attribute.value.size() > kLongestValue) return false;
  std::string style = lower_ascii(attribute.value);
  style.erase(std::remove_if(style.begin(), style.end(), is_html_space), style.end());
  return style.find("display:none") != std::string::npos || style.find("visibility:hidden") != std::string::npos;
}

bool keeps(const HtmlAttribute& attribute) {
  return attribute.value.size() <= kLongestValue && std::any_of(kKept.begin(), kKept.end(), [&](std::string_view kept) {
           return same_ascii(attribute.name, kept);
         });
}

bool is_inline(TagRole role) { return role == inline_hinted || role == link; }
bool is_tabular(TagRole role) { return role == table || role == row || role == cell; }

// An element that was started and not yet ended.
struct Open {
  std::string name;
  TagRole role;
  bool written;  // false for a <span> that says nothing: known only to find its end tag
};

// Keeps a model of the parser's stack of open elements that is never lower than the parser's own: an element counts as
// ended only where the HTML standard surely ends it. So the parser never goes deeper than kMaxHtmlDepth.
class Simplifier {
 public:
  explicit Simplifier(std::string_view page) : scanner_(page) {
    page_.html.reserve(page.size() / 2);
    page_.html = "<!DOCTYPE html>";
  }

  SimplePage run() {
    HtmlToken token;
    while (scanner_.next(token)) {
      if (token.kind == HtmlToken::Kind::text) {
        page_.html += token.text;
        continue;
      }
      TagInfo tag = tag_info(token.name);
      if (tag.role == unknown && is_custom(token.name)) tag.role = role_of_custom(token.name);
      if (token.kind == HtmlToken::Kind::start_tag)
        start_tag(tag, token);
      else
        end_tag(tag);
    }
    return std::move(page_);
  }

 private:
  void start_tag(const TagInfo& tag, const HtmlToken& token) {
    switch (tag.role) {
      case unknown:
      case drop:
        return;
      case raw:
      case title:
        return raw_element(tag, token);
      case skip:
        return skip_element(tag.name);
      case empty:
        return write_tag(tag.emit, token);
      default:
        open_element(tag, token);
    }
  }

  void raw_element(const TagInfo& tag, const HtmlToken& token) {
    const std::string_view content = scanner_.raw_text(tag.name);
    if (tag.role == title) {
      if (!std::exchange(has_title_, true)) page_.html.append("<title>").append(content).append("</title>");
      return;
    }
    for (const HtmlAttribute& attribute : token.attributes) {
      if (tag.name == "script" && same_ascii(attribute.name, "type") &&
          find_ascii(attribute.value.substr(0, 100), "ld+json") != std::string_view::npos) {
        page_.json_ld.push_back(content);
      }
    }
  }

  // Passes over an element with its content, unless it has no end tag: then the page would go with it.
  void skip_element(std::string_view name) {
    if (std::find(endless_.begin(), endless_.end(), name) != endless_.end()) return;
    HtmlScanner ahead = scanner_;
    HtmlToken token;
    while (ahead.next(token)) {
      if (token.kind == HtmlToken::Kind::end_tag && token.name == name) {
        scanner_ = ahead;
        return;
      }
      if (token.kind == HtmlToken::Kind::start_tag && tag_info(token.name).role == raw) {
        (void)ahead.raw_text(token.name);
      }
    }
    endless_.emplace_back(name);
  }

  void open_element(const TagInfo& tag, const HtmlToken& token) {
    if (tag.role == link) {
      const auto& all = token.attributes;
      const auto href = std::find_if(all.begin(), all.end(), [](const auto& a) { return same_ascii(a.name, "href"); });
      if (href == all.end()) return;
      // A heading that links to itself is no link to another story.
      if (!open_.empty() && open_.back().role == heading && href->value.starts_with('#')) return;
      if (!open_.empty() && open_.back().role == link) close_from(open_.size() - 1);
    } else if (tag.role == row || tag.role == cell) {
      if (!close_up_to_table(tag.role)) return write_break();
    } else if (!is_inline(tag.role)) {
      close_implied(tag.role);
    }
    if (open_.size() >= kMaxHtmlDepth) {
      if (!is_inline(tag.role)) write("<p>");
      return;
    }
    const bool written = tag.role != inline_hinted || tag.name != "span" || says_something(token);
    open_.push_back({std::string(tag.emit), tag.role, written});
    if (written) write_tag(tag.emit, token);
  }

  static bool says_something(const HtmlToken& token) {
    return std::any_of(token.attributes.begin(), token.attributes.end(),
                       [](const HtmlAttribute& attribute) { return keeps(attribute) || hides(attribute); });
  }

  // A paragraph ends where a block begins, an item of a list where the next begins, a heading where another begins.
  void close_implied(TagRole role) {
    const auto innermost = [&] {
      std::size_t at = open_.size();
      while (at > 0 && is_inline(open_[at - 1].role)) --at;
      return at;  // one above it
    };
    if (const std::size_t at = innermost(); at > 0 && open_[at - 1].role == paragraph) open_.resize(at - 1);
    if (role != item && role != term && role != heading) return;
    if (const std::size_t at = innermost(); at > 0 && open_[at - 1].role == role) {
      if (role != heading || at == open_.size()) open_.resize(at - 1);
    }
  }

  // A row ends what is open above its table, a cell what is open above its row. False outside of tables.
  bool close_up_to_table(TagRole role) {
    std::size_t at = open_.size();
    while (at > 0 && open_[at - 1].role != table && !(role == cell && open_[at - 1].role == row)) --at;
    if (at == 0) return false;
    open_.resize(at);
    return true;
  }

  void end_tag(const TagInfo& tag) {
    if (tag.name == "br") return write_break();
    if (tag.role < block) return;
    for (std::size_t at = open_.size(); at-- > 0;) {
      const Open& open = open_[at];
      if (open.name == tag.emit || (tag.role == heading && open.role == heading)) return close_from(at);
      if (is_inline(tag.role) ? !is_inline(open.role) : ends_search(tag.role, open)) return;
    }
  }

  // Whether an end tag cannot end an element below `open`: the standard's scopes.
  static bool ends_search(TagRole role, const Open& open) {
    if (role == table) return false;
    if (role == row || role == cell) return open.role == table;
    return is_tabular(open.role) || (role == item && (open.name == "ol" || open.name == "ul"));
  }

  void close_from(std::size_t at) {
    if (open_[at].written) page_.html.append("</").append(open_[at].name).append(">");
    open_.resize(at);
  }

  void write_break() { write("<br>"); }

  void write(std::string_view tag) { page_.html += ++tags_ > kMaxHtmlTags ? std::string_view(" ") : tag; }

  void write_tag(std::string_view name, const HtmlToken& token) {
    if (++tags_ > kMaxHtmlTags) {
      page_.html += ' ';
      return;
    }
    std::string& out = page_.html;
    out.append("<").append(name);
    bool hidden = false;
    for (const HtmlAttribute& attribute : token.attributes) {
      if (!hidden && hides(attribute)) {
        hidden = true;
        out += " hidden";
      } else if (keeps(attribute)) {
        write_attribute(attribute);
      }
    }
    out += '>';
  }

  void write_attribute(const HtmlAttribute& attribute) {
    const bool is_target = same_ascii(attribute.name, "href");  // only its presence counts
    const char quote = attribute.value.find('"') == std::string_view::npos ? '"' : '\'';
    if (!is_target && attribute.value.find(quote) != std::string_view::npos) return;
    page_.html.append(" ").append(attribute.name).append("=").append(1, quote);
    if (!is_target) page_.html += attribute.value;
    page_.html += quote;
  }

  SimplePage page_;
  HtmlScanner scanner_;
  std::vector<Open> open_;
  std::vector<std::string> endless_;  // elements to skip that have no further end tag
  std::size_t tags_ = 0;
  bool has_title_ = false;
};

}  // namespace

SimplePage simplify_html(std::string_view page) { return Simplifier(page).run(); }

}  // namespace sayso::ingest
