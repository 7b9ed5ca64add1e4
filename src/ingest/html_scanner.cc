#include "ingest/html_scanner.h"

#include <algorithm>

#include "ingest/ascii.h"
#include "text/unicode.h"

namespace sayso::ingest {
namespace {

using text::ascii_alpha;

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kMaxAttributes = 64;

bool ends_name(char c) { return is_html_space(c) || c == '/' || c == '>'; }

// Whether `text` at `at` is `<name` or `</name` (as given in `opening`), followed by the end of a tag's name.
bool tag_at(std::string_view page, std::size_t at, std::string_view opening, std::string_view name) {
  const std::size_t end = at + opening.size() + name.size();
  return end < page.size() && page.substr(at, opening.size()) == opening && ends_name(page[end]) &&
         same_ascii(page.substr(at + opening.size(), name.size()), name);
}

}  // namespace

bool HtmlScanner::next(HtmlToken& token) {
  while (at_ < page_.size()) {
    std::size_t begin = at_, markup = at_;
    // Where the next markup begins: `<` before a letter, `/`, `!` or `?`; any other is text.
    while ((markup = page_.find('<', markup)) != kNone) {
      const char after = markup + 1 < page_.size() ? page_[markup + 1] : ' ';
      if (ascii_alpha(after) || after == '/' || after == '!' || after == '?') break;
      ++markup;
    }
    markup = std::min(markup, page_.size());
    if (markup > begin) {
      token.kind = HtmlToken::Kind::text;
      token.text = page_.substr(begin, markup - begin);
      at_ = markup;
      return true;
    }
    const char second = page_[at_ + 1];
    const char third = at_ + 2 < page_.size() ? page_[at_ + 2] : ' ';
    if (ascii_alpha(second) || (second == '/' && ascii_alpha(third))) {
      read_tag(token);
      if (token.kind != HtmlToken::Kind::end) return true;
    } else {
      skip_declaration();
    }
  }
  token.kind = HtmlToken::Kind::end;
  return false;
}

void HtmlScanner::read_tag(HtmlToken& token) {
  const bool closes = page_[at_ + 1] == '/';
  const std::size_t begin = at_ + (closes ? 2 : 1);
  at_ = begin;
  while (at_ < page_.size() && !ends_name(page_[at_])) ++at_;
  token.name = lower_ascii(page_.substr(begin, at_ - begin));
  token.attributes.clear();
  token.kind = closes ? HtmlToken::Kind::end_tag : HtmlToken::Kind::start_tag;
  read_attributes(token);
  if (at_ >= page_.size())
    token.kind = HtmlToken::Kind::end;  // a tag cut off by the end of the file is none
  else
    ++at_;
}

// Reads up to the `>` that ends the tag, or the end of the page.
void HtmlScanner::read_attributes(HtmlToken& token) {
  for (;;) {
    while (at_ < page_.size() && (is_html_space(page_[at_]) || page_[at_] == '/')) ++at_;
    if (at_ >= page_.size() || page_[at_] == '>') return;
    const std::size_t begin = at_++;
    while (at_ < page_.size() && !ends_name(page_[at_]) && page_[at_] != '=') ++at_;
    HtmlAttribute attribute{page_.substr(begin, at_ - begin), {}};
    std::size_t after = at_;
    while (after < page_.size() && is_html_space(page_[after])) ++after;
    if (after < page_.size() && page_[after] == '=') {
      at_ = after + 1;
      while (at_ < page_.size() && is_html_space(page_[at_])) ++at_;
      if (at_ >= page_.size()) return;
      const char quote = page_[at_];
      const bool quoted = quote == '"' || quote == '\'';
      std::size_t value = at_ + (quoted ? 1 : 0), end = value;
      if (quoted)
        end = std::min(page_.find(quote, value), page_.size());
      else
        while (end < page_.size() && !is_html_space(page_[end]) && page_[end] != '>') ++end;
      attribute.value = page_.substr(value, end - value);
      at_ = std::min(end + (quoted ? 1 : 0), page_.size());
    }
    if (token.attributes.size() < kMaxAttributes) token.attributes.push_back(attribute);
  }
}

// Comments, <!doctype>, <![CDATA[, <?xml ?>, and end tags without a name.
void HtmlScanner::skip_declaration() {
  const std::string_view rest = page_.substr(at_);
  if (rest.starts_with("<!--") && !rest.starts_with("<!-->") && !rest.starts_with("<!--->") && comments_close_) {
    const std::size_t end = page_.find("-->", at_ + 4);
    if (end != kNone) {
      at_ = end + 3;
      return;
    }
    comments_close_ = false;
  }
  if (rest.starts_with("<!--") && !comments_close_) {
    at_ = std::min(page_.find_first_of("<>", at_ + 4), page_.size());
    if (at_ < page_.size() && page_[at_] == '>') ++at_;
    return;
  }
  const std::size_t end = page_.find('>', at_);
  at_ = end == kNone ? page_.size() : end + 1;
}

std::string_view HtmlScanner::raw_text(std::string_view name) {
  const std::size_t begin = at_;
  const bool script = name == "script";
  if (std::find(endless_.begin(), endless_.end(), name) != endless_.end()) return {};
  std::size_t end = raw_end(name, scripts_escape_ && script);
  if (end == kNone && scripts_escape_ && script) {
    scripts_escape_ = false;
    end = raw_end(name, false);
  }
  if (end == kNone) {
    // No end tag ahead, so never look for one again. What is surely no text goes, the rest is read as if not raw.
    endless_.emplace_back(name);
    if (script || name == "style") at_ = page_.size();
    return {};
  }
  const std::size_t close = page_.find('>', end);
  at_ = close == kNone ? page_.size() : close + 1;
  return page_.substr(begin, end - begin);
}

// Where the end tag `</name` begins. Within a script, `<!-- <script>` makes the next `</script` part of the script
// (the standard's "script data double escaped state").
std::size_t HtmlScanner::raw_end(std::string_view name, bool nested_scripts) const {
  bool escaped = false, nested = false;
  for (std::size_t at = at_; at < page_.size(); ++at) {
    if (!escaped)
      at = page_.find('<', at);
    else
      at = page_.find_first_of("<-", at);
    if (at == kNone) return kNone;
    if (nested_scripts && page_.substr(at, 4) == "<!--")
      escaped = true;
    else if (escaped && page_.substr(at, 3) == "-->")
      escaped = nested = false;
    else if (escaped && tag_at(page_, at, "<", name))
      nested = true;
    else if (tag_at(page_, at, "</", name) && !nested)
      return at;
    else if (nested && tag_at(page_, at, "</", name))
      nested = false;
  }
  return kNone;
}

}  // namespace sayso::ingest
