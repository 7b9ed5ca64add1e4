#include "ingest/html_boilerplate.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "ingest/ascii.h"
#include "text/unicode.h"

namespace sayso::ingest {
namespace {

// Sorted. Words of a class or id that mark an element whatever its size.
constexpr std::array<std::string_view, 50> kFurniture = {
    "ad",         "ads",        "advert",   "advertisement", "adverts",     "breadcrumb", "breadcrumbs", "caption",
    "carousel",   "comment",    "comments", "consent",       "cookie",      "cookies",    "copyright",   "disqus",
    "footer",     "gdpr",       "masthead", "menu",          "modal",       "mostread",   "nav",         "navbar",
    "navigation", "newsletter", "outbrain", "overlay",       "pagination",  "popular",    "popup",       "promo",
    "promos",     "pullquote",  "readmore", "recirc",        "recommended", "related",    "share",       "sharing",
    "sidebar",    "signup",     "social",   "sponsor",       "sponsored",   "subscribe",  "taboola",     "toolbar",
    "trending",   "whatsapp"};
// Sorted. Words that mark short elements only: the same class may hold the story itself.
constexpr std::array<std::string_view, 23> kShortFurniture = {
    "actions", "author", "banner", "byline", "credit",    "credits",  "date",    "hidden",
    "info",    "kicker", "label",  "legal",  "meta",      "metadata", "paywall", "poll",
    "regwall", "skip",   "tag",    "tags",   "timestamp", "tools",    "topics"};
constexpr std::size_t kShort = 300;
// Sorted. A class with one of these speaks of the page around: `has-sidebar`.
constexpr std::array<std::string_view, 8> kModifiers = {"enabled", "grid", "has",  "layout",
                                                        "no",      "not",  "with", "without"};
// Sorted.
constexpr std::array<std::string_view, 13> kRoles = {"alert",  "alertdialog", "banner", "complementary", "contentinfo",
                                                     "dialog", "form",        "menu",   "menubar",       "navigation",
                                                     "search", "tablist",     "toolbar"};

static_assert(std::is_sorted(kFurniture.begin(), kFurniture.end()));
static_assert(std::is_sorted(kShortFurniture.begin(), kShortFurniture.end()));
static_assert(std::is_sorted(kModifiers.begin(), kModifiers.end()));
static_assert(std::is_sorted(kRoles.begin(), kRoles.end()));

bool among(const auto& sorted, std::string_view word) { return std::binary_search(sorted.begin(), sorted.end(), word); }

enum class Hint { none, short_furniture, furniture, comments };

Hint hint_of_word(std::string_view word) {
  if (word == "comment" || word == "comments" || word == "disqus") return Hint::comments;
  if (among(kFurniture, word)) return Hint::furniture;
  return among(kShortFurniture, word) ? Hint::short_furniture : Hint::none;
}

// Of one class, split at punctuation and where lower case turns to upper: `storyRelated`, `ad_slot-2`.
Hint hint_of_class(std::string_view name) {
  Hint hint = Hint::none;
  std::string word;
  for (std::size_t at = 0; at <= name.size(); ++at) {
    const char c = at < name.size() ? name[at] : ' ';
    const bool letter = text::ascii_alpha(c);
    const bool hump = letter && at > 0 && c != text::ascii_lower(c) && name[at - 1] == text::ascii_lower(name[at - 1]);
    if ((!letter || hump) && !word.empty()) {
      if (among(kModifiers, word)) return Hint::none;
      hint = std::max(hint, hint_of_word(word));
      word.clear();
    }
    if (letter && word.size() < 32) word += text::ascii_lower(c);
  }
  return hint;
}

Hint hint_of(std::string_view classes) {
  Hint hint = Hint::none;
  classes = classes.substr(0, 512);
  for (std::size_t at = 0; at < classes.size();) {
    std::size_t end = at;
    while (end < classes.size() && !is_html_space(classes[end])) ++end;
    if (end > at) hint = std::max(hint, hint_of_class(classes.substr(at, end - at)));
    at = end + 1;
  }
  return hint;
}

// What a subtree holds.
struct Weight {
  std::uint64_t plain = 0;    // bytes of text outside links
  bool has_headline = false;  // <h1>, <main> or itemprop=articleBody
  bool has_quote = false;     // <blockquote>
};

std::vector<Weight> weigh(const HtmlTree& page) {
  const auto& nodes = page.nodes();
  std::vector<Weight> weights(nodes.size());
  std::size_t link_end = 0;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i].is_link) link_end = std::max<std::size_t>(link_end, nodes[i].end);
    if (nodes[i].is_text && i >= link_end) weights[i].plain = trimmed(page.text(i)).size();
    const GumboTag tag = nodes[i].tag;
    weights[i].has_quote = tag == GUMBO_TAG_BLOCKQUOTE;
    weights[i].has_headline = tag == GUMBO_TAG_H1 || tag == GUMBO_TAG_MAIN ||
                              find_ascii(page.attribute(i, "itemprop"), "articlebody") != std::string_view::npos;
  }
  for (std::size_t i = nodes.size(); i-- > 1;) {
    Weight& parent = weights[nodes[i].parent];
    parent.plain += weights[i].plain;
    parent.has_headline |= weights[i].has_headline;
    parent.has_quote |= weights[i].has_quote;
  }
  return weights;
}

bool is_hidden(const HtmlTree& page, std::size_t i) {
  const std::string_view classes = page.attribute(i, "class");
  return page.has_attribute(i, "hidden") || find_ascii(classes, "sr-only") != std::string_view::npos ||
         find_ascii(classes, "visually-hidden") != std::string_view::npos ||
         find_ascii(classes, "screen-reader") != std::string_view::npos;
}

bool is_furniture_tag(const HtmlTree& page, std::size_t i, const Weight& weight, bool in_article) {
  const HtmlNode& node = page.nodes()[i];
  switch (node.tag) {
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_MENU:
      return true;
    case GUMBO_TAG_FIGURE:
      return !weight.has_quote;
    // Within a quotation the footer names who said it.
    case GUMBO_TAG_FOOTER:
      return page.nodes()[node.parent].tag != GUMBO_TAG_BLOCKQUOTE;
    case GUMBO_TAG_HEADER:
      return !in_article;
    default:
      return !weight.has_headline && among(kRoles, lower_ascii(page.attribute(i, "role").substr(0, 20)));
  }
}

bool is_hinted(const HtmlTree& page, std::size_t i, const Weight& weight, std::uint64_t total) {
  switch (page.nodes()[i].tag) {
    case GUMBO_TAG_SPAN:
    case GUMBO_TAG_Q:
    case GUMBO_TAG_TIME:
    case GUMBO_TAG_HTML:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_MAIN:
      return false;
    default:
      break;
  }
  if (page.nodes()[i].is_link || weight.has_headline) return false;
  const Hint hint = std::max(hint_of(page.attribute(i, "class")), hint_of(page.attribute(i, "id")));
  switch (hint) {
    case Hint::comments:
      return true;
    // A block with most of the page's text is the story, whatever it is called.
    case Hint::furniture:
      return weight.plain * 2 <= total;
    case Hint::short_furniture:
      return weight.plain < kShort && weight.plain * 2 <= total;
    default:
      return false;
  }
}

}  // namespace

std::vector<bool> find_boilerplate(const HtmlTree& page, Pruning pruning) {
  const auto& nodes = page.nodes();
  const std::vector<Weight> weights = weigh(page);
  std::vector<bool> out(nodes.size());
  std::size_t article_end = 0;
  for (std::size_t i = 1; i < nodes.size(); ++i) {
    if (nodes[i].is_text) continue;
    const GumboTag tag = nodes[i].tag;
    if (tag == GUMBO_TAG_ARTICLE || tag == GUMBO_TAG_MAIN)
      article_end = std::max<std::size_t>(article_end, nodes[i].end);
    bool leave = tag == GUMBO_TAG_HEAD || is_hidden(page, i);
    if (pruning >= Pruning::tags) leave = leave || is_furniture_tag(page, i, weights[i], i < article_end);
    if (pruning >= Pruning::hints) leave = leave || is_hinted(page, i, weights[i], weights[0].plain);
    out[i] = leave;
    if (leave) i = nodes[i].end - 1;
  }
  return out;
}

}  // namespace sayso::ingest
