#include "ingest/html_article.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "ingest/ascii.h"
#include "ingest/html_blocks.h"
#include "ingest/html_boilerplate.h"
#include "ingest/html_metadata.h"
#include "ingest/published.h"
#include "text/unicode.h"

namespace sayso::ingest {
namespace {

constexpr std::size_t kLong = 80;  // bytes; a block that is surely a paragraph

// What publishers write between paragraphs. Each is the beginning of a short block, in lower case.
constexpr std::array<std::string_view, 41> kPhrases = {"advertisement",
                                                       "sponsored",
                                                       "read more",
                                                       "read also",
                                                       "related:",
                                                       "related stories",
                                                       "related articles",
                                                       "see also:",
                                                       "more on this story",
                                                       "share this",
                                                       "sign up",
                                                       "signup",
                                                       "subscribe",
                                                       "follow us",
                                                       "we use cookies",
                                                       "this site uses cookies",
                                                       "this website uses cookies",
                                                       "by continuing to use",
                                                       "click here",
                                                       "all rights reserved",
                                                       "\u00A9",
                                                       "copyright \u00A9",
                                                       "copyright 20",
                                                       "(c) 20",
                                                       "continue reading",
                                                       "to continue reading",
                                                       "story continues below",
                                                       "article continues",
                                                       "already a subscriber",
                                                       "log in to",
                                                       "sign in to",
                                                       "this article is for subscribers",
                                                       "this article is reserved",
                                                       "enter your email",
                                                       "download our app",
                                                       "image source",
                                                       "getty images",
                                                       "loading...",
                                                       "your browser does not",
                                                       "please enable javascript",
                                                       "skip to"};

bool is_phrase(std::string_view text) {
  if (text.size() >= 200) return false;
  return std::any_of(kPhrases.begin(), kPhrases.end(),
                     [&](std::string_view phrase) { return starts_with_ascii(text, phrase); }) ||
         find_ascii(text, "all rights reserved") != std::string_view::npos;
}

bool ends_sentence(std::string_view text) {
  for (const std::string_view mark : {".", "!", "?", "\"", "\u201D", "\u2019", ":", "\u2026"}) {
    if (text.ends_with(mark)) return true;
  }
  return false;
}

bool is_link_list(const HtmlBlock& block) {
  return block.link_bytes * 10 > block.size() * (block.size() < 200 ? 6 : 8) ||
         (block.kind == BlockKind::item && block.link_bytes * 2 > block.size());
}

constexpr std::int64_t kFurniture = -10;  // the value of links and phrases is below

// How much a block speaks for its surroundings being the story.
std::int64_t value_of(const HtmlBlock& block, std::string_view text) {
  const auto size = static_cast<std::int64_t>(block.size()), links = static_cast<std::int64_t>(block.link_bytes);
  if (is_link_list(block) || is_phrase(text)) return kFurniture - std::min<std::int64_t>(size, 100) / 5;
  if (block.kind == BlockKind::heading) return 0;
  const std::int64_t value = size >= static_cast<std::int64_t>(kLong) ? size - 2 * links
                             : size >= 25 && ends_sentence(text)      ? size * 3 / 4 - links
                                                                      : -5;
  return block.kind == BlockKind::item && value > 0 ? value / 2 : value;
}

// A range of blocks.
struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
};

class Chooser {
 public:
  Chooser(const HtmlTree& page, const HtmlBlocks& content) : page_(page), content_(content), sums_(1, 0) {
    const auto& blocks = content.blocks;
    std::vector<std::int64_t> values;
    values.reserve(blocks.size());
    for (const HtmlBlock& block : blocks) values.push_back(value_of(block, content.of(block)));
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      // A short paragraph between links is the teaser of another story.
      const bool teaser = i > 0 && values[i] > 0 && blocks[i].size() < 200 && values[i - 1] <= kFurniture &&
                          (i + 1 == blocks.size() || values[i + 1] <= kFurniture);
      sums_.push_back(sums_.back() + (teaser ? -5 : values[i]));
    }
  }

  // Blocks of the element that holds the story.
  [[nodiscard]] Range choose() const {
    const auto& nodes = page_.nodes();
    Range best{0, content_.blocks.size()}, body, article;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      if (!is_container(i)) continue;
      const Range range = blocks_in(i);
      if (score(range) >= score(best) && range.begin < range.end) best = range;
      if (find_ascii(page_.attribute(i, "itemprop"), "articlebody") != std::string_view::npos) take_better(body, range);
      if (nodes[i].tag == GUMBO_TAG_ARTICLE || nodes[i].tag == GUMBO_TAG_MAIN ||
          same_ascii(page_.attribute(i, "role"), "main")) {
        take_better(article, range);
      }
    }
    if (score(body) > 0 && score(body) * 2 >= score(best)) return body;
    return score(article) > 0 && score(article) * 10 >= score(best) * 6 ? article : best;
  }

 private:
  void take_better(Range& best, Range range) const {
    if (range.begin < range.end && (best.begin == best.end || score(range) >= score(best))) best = range;
  }
  [[nodiscard]] std::int64_t score(Range range) const { return sums_[range.end] - sums_[range.begin]; }

  // Blocks stand in the order of their nodes, so a subtree's are a range.
  [[nodiscard]] Range blocks_in(std::size_t i) const {
    const auto& blocks = content_.blocks;
    const auto at = [&](std::size_t node) {
      const auto found =
          std::partition_point(blocks.begin(), blocks.end(), [&](const HtmlBlock& block) { return block.node < node; });
      return static_cast<std::size_t>(found - blocks.begin());
    };
    return {at(i), at(page_.nodes()[i].end)};
  }

  [[nodiscard]] bool is_container(std::size_t i) const {
    switch (page_.nodes()[i].tag) {
      case GUMBO_TAG_BODY:
      case GUMBO_TAG_MAIN:
      case GUMBO_TAG_ARTICLE:
      case GUMBO_TAG_SECTION:
      case GUMBO_TAG_DIV:
      case GUMBO_TAG_TD:
      case GUMBO_TAG_TABLE:
      case GUMBO_TAG_UL:
      case GUMBO_TAG_OL:
      case GUMBO_TAG_DL:
      case GUMBO_TAG_PRE:
        return true;
      case GUMBO_TAG_UNKNOWN:
        return !page_.nodes()[i].is_text && !page_.nodes()[i].is_link;
      default:
        return false;
    }
  }

  const HtmlTree& page_;
  const HtmlBlocks& content_;
  std::vector<std::int64_t> sums_;
};

std::size_t word_count(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = text::skip_space(text, 0); at < text.size(); ++count) {
    at = text::skip_space(text, text::skip_nonspace(text, at));
  }
  return count;
}

// `10:42`, `10.42 GMT`, `3:15 pm`
bool is_clock(std::string_view text) {
  return text.size() <= 16 && text::ascii_digit(text[0]) && text.find_first_of(":.") != std::string_view::npos &&
         text.find_first_of(":.") <= 2 && word_count(text) <= 3 && !text.ends_with('.');
}

bool is_byline(std::string_view text) {
  return text.size() <= 120 && starts_with_ascii(text, "by ") && !text.ends_with('.') && !clean_byline(text).empty();
}

bool is_date_line(std::string_view text) {
  return text.size() <= kLong && word_count(text) <= 12 && !text.ends_with('.') && !day_of(text).empty();
}

// Picks from the chosen blocks what belongs to the story, and joins it.
class Joiner {
 public:
  Joiner(const HtmlBlocks& content, std::string_view title) : content_(content), title_(title) {}

  HtmlArticle run(Range range) {
    lead_ = true;
    const Range core = core_of(range);
    for (std::size_t i = range.begin; i < range.end; ++i) {
      const HtmlBlock& block = content_.blocks[i];
      const std::string_view text = content_.of(block);
      if (lead_ && takes_as_metadata(text)) continue;
      if ((i < core.begin || i >= core.end) && is_label(block, text)) continue;
      if (is_link_list(block) || is_phrase(text) || is_clock(text)) continue;
      if (lead_ && (block.is_h1 || same_ascii(text, title_))) continue;
      if (block.kind == BlockKind::heading) {
        headings_.push_back(&block);
        continue;
      }
      if (text.size() >= kLong) lead_ = false;
      if (!headings_.empty()) append(*headings_.back());  // one heading for one text; others headed what was left out
      headings_.clear();
      append(block);
    }
    return std::move(out_);
  }

  // Bylines and dates stand above the story too, where the element that holds it does not reach.
  void look_above(std::size_t begin) {
    constexpr std::size_t kLines = 8;
    for (std::size_t i = begin - std::min(begin, kLines); i < begin; ++i) {
      takes_as_metadata(content_.of(content_.blocks[i]));
    }
  }

 private:
  // From the first to the last paragraph that is surely one; without any, everything.
  [[nodiscard]] Range core_of(Range range) const {
    Range core = range;
    const auto is_sure = [&](std::size_t i) {
      const HtmlBlock& block = content_.blocks[i];
      return block.kind != BlockKind::heading &&
             value_of(block, content_.of(block)) >= static_cast<std::int64_t>(kLong) * 3 / 4;
    };
    while (core.begin < core.end && !is_sure(core.begin)) ++core.begin;
    if (core.begin == core.end) return range;
    while (!is_sure(core.end - 1)) --core.end;
    return core;
  }

  // A name, a place, a section: what stands above and below a story. A dash may begin the name of who was quoted.
  static bool is_label(const HtmlBlock& block, std::string_view text) {
    if (text.starts_with('-') || text.starts_with("\u2013") || text.starts_with("\u2014")) return false;
    return block.kind == BlockKind::paragraph && text.size() < 40 && !ends_sentence(text);
  }

  bool takes_as_metadata(std::string_view text) {
    if (is_byline(text)) {
      if (out_.byline.empty()) out_.byline = clean_byline(text);
      if (out_.published.empty()) out_.published = day_of(text);
      return true;
    }
    if (!is_date_line(text)) return false;
    if (out_.published.empty()) out_.published = day_of(text);
    return true;
  }

  // Items and cells stand close together, unless they hold paragraphs.
  static std::string_view separator(const HtmlBlock& before, const HtmlBlock& block) {
    if (before.kind != block.kind || before.node == block.node) return "\n\n";
    if (block.kind == BlockKind::item) return before.group == block.group ? "\n" : "\n\n";
    if (block.kind != BlockKind::cell || before.table != block.table) return "\n\n";
    if (before.size() >= kLong || block.size() >= kLong) return "\n\n";
    return before.group == block.group ? "\t" : "\n";
  }

  void append(const HtmlBlock& block) {
    if (last_) out_.text += separator(*last_, block);
    out_.text += content_.of(block);
    last_ = &block;
  }

  const HtmlBlocks& content_;
  std::string_view title_;
  HtmlArticle out_;
  std::vector<const HtmlBlock*> headings_;
  const HtmlBlock* last_ = nullptr;
  bool lead_ = true;  // no long paragraph yet
};

bool has_words(std::string_view text) {
  constexpr std::size_t kFewest = 3;
  std::size_t letters = 0;
  for (const char c : text) letters += text::ascii_alpha(c) || (c & 0x80) != 0 ? 1 : 0;
  return letters >= kFewest;
}

HtmlArticle find_article(const HtmlTree& page, std::string_view title, Pruning pruning) {
  const HtmlBlocks content = read_blocks(page, find_boilerplate(page, pruning));
  const Range range = Chooser(page, content).choose();
  Joiner joiner(content, title);
  joiner.look_above(range.begin);
  HtmlArticle article = joiner.run(range);
  if (!has_words(article.text)) article.text.clear();
  return article;
}

}  // namespace

HtmlArticle find_article(const HtmlTree& page, std::string_view title) {
  constexpr std::size_t kLittle = 140, kMuch = 560;
  HtmlArticle best = find_article(page, title, Pruning::hints);
  for (const Pruning pruning : {Pruning::tags, Pruning::hidden}) {
    if (best.text.size() >= kLittle) break;
    HtmlArticle wider = find_article(page, title, pruning);
    if (best.text.empty() || wider.text.size() >= kMuch) best = std::move(wider);
  }
  return best;
}

std::string all_text(const HtmlTree& page) {
  const HtmlBlocks content = read_blocks(page, find_boilerplate(page, Pruning::hidden));
  return Joiner(content, {}).run({0, content.blocks.size()}).text;
}

}  // namespace sayso::ingest
