#include "ingest/html_metadata.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "ingest/ascii.h"
#include "ingest/published.h"
#include "text/unicode.h"

namespace sayso::ingest {
namespace {

using Names = std::span<const std::string_view>;

// The best first.
constexpr std::array<std::string_view, 5> kTitle = {"og:title", "twitter:title", "headline", "dc.title", "title"};
constexpr std::array<std::string_view, 5> kOutlet = {"og:site_name", "application-name", "dc.publisher", "publisher",
                                                     "dcterms.publisher"};
constexpr std::array<std::string_view, 8> kByline = {
    "author", "article:author", "byl", "byline", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator"};
constexpr std::array<std::string_view, 20> kPublished = {"article:published_time",
                                                         "og:article:published_time",
                                                         "og:published_time",
                                                         "datepublished",
                                                         "pubdate",
                                                         "publish-date",
                                                         "publish_date",
                                                         "publishdate",
                                                         "published",
                                                         "parsely-pub-date",
                                                         "sailthru.date",
                                                         "dc.date.issued",
                                                         "dcterms.issued",
                                                         "dc.date",
                                                         "dcterms.date",
                                                         "dcterms.created",
                                                         "dc.created",
                                                         "originalpublicationdate",
                                                         "displaydate",
                                                         "date"};

// The value of the best name seen so far.
struct Best {
  Names names;
  std::size_t rank = static_cast<std::size_t>(-1);
  std::string value = {};

  void offer(std::size_t at, std::string offered) {
    if (at >= rank || offered.empty()) return;
    rank = at;
    value = std::move(offered);
  }
  void offer_named(std::string_view name, std::string offered) {
    offer(static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin()), std::move(offered));
  }
  [[nodiscard]] bool knows(std::string_view name) const {
    return std::find(names.begin(), names.end(), name) != names.end();
  }
};

void read_metas(const HtmlTree& page, HtmlMetadata& known) {
  Best title{kTitle}, outlet{kOutlet}, byline{kByline}, published{kPublished};
  for (std::size_t i = 0; i < page.nodes().size(); ++i) {
    if (page.nodes()[i].tag != GUMBO_TAG_META) continue;
    const std::string_view content = page.attribute(i, "content");
    for (const char* key : {"property", "name", "itemprop"}) {
      const std::string name = lower_ascii(page.attribute(i, key));
      if (title.knows(name)) title.offer_named(name, collapsed(content));
      if (outlet.knows(name)) outlet.offer_named(name, collapsed(content));
      if (byline.knows(name)) byline.offer_named(name, clean_byline(content));
      if (published.knows(name)) published.offer_named(name, day_of(content));
    }
  }
  const auto fill = [](std::string& target, Best& best) {
    if (target.empty()) target = std::move(best.value);
  };
  fill(known.title, title);
  fill(known.outlet, outlet);
  fill(known.byline, byline);
  fill(known.published, published);
}

bool has_class(std::string_view classes, std::string_view wanted) {
  for (std::size_t at = find_ascii(classes, wanted); at != std::string_view::npos;
       at = find_ascii(classes, wanted, at + 1)) {
    const std::size_t end = at + wanted.size();
    if ((at == 0 || is_html_space(classes[at - 1])) && (end == classes.size() || is_html_space(classes[end])))
      return true;
  }
  return false;
}

// Lower is better; 4 is none.
std::size_t byline_rank(const HtmlTree& page, std::size_t i) {
  const std::string_view itemprop = page.attribute(i, "itemprop"), classes = page.attribute(i, "class");
  if (same_ascii(page.attribute(i, "rel"), "author")) return 0;
  if (same_ascii(itemprop, "author")) return 1;
  for (const std::string_view name : {"byline", "author-name", "byline-name", "article-author"}) {
    if (has_class(classes, name)) return 2;
  }
  return has_class(classes, "author") ? 3 : 4;
}

// Authors and times in the body, each but in navigation, asides and comments.
void read_body(const HtmlTree& page, HtmlMetadata& known) {
  Best byline{{}}, published{{}};
  const auto& nodes = page.nodes();
  std::size_t article_end = 0;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const GumboTag tag = nodes[i].tag;
    if (nodes[i].is_text) continue;
    if (tag == GUMBO_TAG_NAV || tag == GUMBO_TAG_ASIDE || tag == GUMBO_TAG_FOOTER) {
      i = nodes[i].end - 1;
      continue;
    }
    if (tag == GUMBO_TAG_ARTICLE || tag == GUMBO_TAG_MAIN)
      article_end = std::max<std::size_t>(article_end, nodes[i].end);
    if (tag == GUMBO_TAG_TIME || same_ascii(page.attribute(i, "itemprop"), "datepublished")) {
      const bool named = same_ascii(page.attribute(i, "itemprop"), "datepublished") || page.has_attribute(i, "pubdate");
      std::string day = day_of(page.attribute(i, "datetime"));
      if (day.empty()) day = day_of(page.text_in(i, 100));
      published.offer(named ? 0 : i < article_end ? 1 : 2, std::move(day));
    }
    const std::size_t rank = byline_rank(page, i);
    if (rank < 4 && rank < byline.rank) byline.offer(rank, clean_byline(page.text_in(i, 200)));
  }
  if (known.byline.empty()) known.byline = std::move(byline.value);
  if (known.published.empty()) known.published = std::move(published.value);
}

// <title> without ` | Outlet`.
std::string without_outlet(const std::string& title) {
  constexpr std::size_t kShortest = 15;
  for (const std::string_view separator : {" | ", " \u2013 ", " \u2014 ", " - ", " :: "}) {
    const std::size_t at = title.rfind(separator);
    if (at != std::string::npos && at >= kShortest) return title.substr(0, at);
  }
  return title;
}

std::string page_title(const HtmlTree& page) {
  std::string title, heading;
  for (std::size_t i = 0; i < page.nodes().size(); ++i) {
    const GumboTag tag = page.nodes()[i].tag;
    if (tag == GUMBO_TAG_TITLE && title.empty()) title = page.text_in(i);
    if (tag != GUMBO_TAG_H1) continue;
    std::string text = page.text_in(i);
    if (!text.empty() && title.find(text) != std::string::npos && text.size() > 8) return text;
    if (heading.empty()) heading = std::move(text);
  }
  return title.empty() ? heading : without_outlet(title);
}

}  // namespace

std::string clean_byline(std::string_view line) {
  constexpr std::size_t kLongest = 120;
  if (line.size() > 4 * kLongest) return {};
  std::string text = collapsed(line);
  for (const std::string_view opening : {"by: ", "by ", "from ", "author: ", "written by "}) {
    if (starts_with_ascii(text, opening)) {
      text.erase(0, opening.size());
      break;
    }
  }
  std::size_t end = text.size();
  for (const std::string_view stop :
       {"|", "\u2022", "\u00B7", " published", " updated", " posted", " last modified", " for the "}) {
    end = std::min(end, find_ascii(text, stop));
  }
  end = std::min(end, text.find_first_of("0123456789"));
  text.resize(std::min(end, text.size()));
  while (!text.empty() && (is_html_space(text.back()) || text.find_last_of(",;:-/") == text.size() - 1))
    text.pop_back();
  const bool name =
      text.find("://") == std::string::npos && text.find('@') == std::string::npos &&
      std::any_of(text.begin(), text.end(), [](char c) { return text::ascii_alpha(c) || (c & 0x80) != 0; });
  return name && text.size() <= kLongest ? text : std::string();
}

void add_page_metadata(const HtmlTree& page, HtmlMetadata& known) {
  read_metas(page, known);
  read_body(page, known);
  if (known.title.empty()) known.title = page_title(page);
}

}  // namespace sayso::ingest
