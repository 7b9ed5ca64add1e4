#include "ingest/html_tags.h"

#include <algorithm>
#include <array>

namespace sayso::ingest {
namespace {

using enum TagRole;

constexpr TagInfo same(std::string_view name, TagRole role) { return {name, role, name}; }

// Sorted by name.
constexpr std::array kTags = {
    TagInfo{"a", link, "x-a"},
    same("abbr", drop),
    same("address", block),
    same("article", block),
    same("aside", block),
    same("audio", skip),
    same("b", drop),
    same("base", drop),
    same("blockquote", block),
    same("body", drop),
    same("br", empty),
    same("button", skip),
    same("canvas", skip),
    same("caption", skip),
    TagInfo{"center", block, "div"},
    same("datalist", skip),
    same("dd", term),
    same("details", block),
    same("dialog", skip),
    TagInfo{"dir", block, "ul"},
    same("div", block),
    same("dl", block),
    same("dt", term),
    TagInfo{"fieldset", block, "div"},
    same("figcaption", block),
    same("figure", block),
    same("footer", block),
    TagInfo{"form", block, "div"},
    same("h1", heading),
    same("h2", heading),
    same("h3", heading),
    same("h4", heading),
    same("h5", heading),
    same("h6", heading),
    same("header", block),
    TagInfo{"hgroup", block, "div"},
    same("hr", empty),
    same("iframe", raw),
    same("li", item),
    same("main", block),
    same("map", skip),
    same("math", skip),
    same("menu", block),
    same("meta", empty),
    same("nav", block),
    same("noembed", raw),
    same("noframes", raw),
    same("noscript", raw),
    same("object", skip),
    same("ol", block),
    same("p", paragraph),
    same("pre", block),
    same("q", inline_hinted),
    same("script", raw),
    same("section", block),
    same("select", skip),
    same("span", inline_hinted),
    same("style", raw),
    same("summary", block),
    same("sup", inline_hinted),
    same("svg", skip),
    same("table", table),
    same("td", cell),
    same("template", skip),
    same("textarea", raw),
    same("th", cell),
    same("time", inline_hinted),
    same("title", title),
    same("tr", row),
    same("ul", block),
    same("video", skip),
};

static_assert(std::is_sorted(kTags.begin(), kTags.end(),
                             [](const TagInfo& a, const TagInfo& b) { return a.name < b.name; }));

}  // namespace

TagInfo tag_info(std::string_view name) {
  const auto found = std::lower_bound(kTags.begin(), kTags.end(), name,
                                      [](const TagInfo& tag, std::string_view wanted) { return tag.name < wanted; });
  if (found != kTags.end() && found->name == name) return *found;
  return {name, unknown, name};
}

}  // namespace sayso::ingest
