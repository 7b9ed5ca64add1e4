#include "ingest/json_ld.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "ingest/ascii.h"
#include "ingest/json_text.h"
#include "ingest/published.h"
#include "text/utf8.h"

namespace sayso::ingest {
namespace {

constexpr std::size_t kMaxNames = 20;

using Ids = std::map<std::string_view, const Json*>;

// What templates leave around or in the JSON: comment and CDATA marks, raw line breaks in strings, a final semicolon.
std::optional<Json> parse_block(std::string_view block) {
  std::string json(trimmed(block));
  std::replace_if(
      json.begin(), json.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  const std::size_t begin = json.find_first_of("{[");
  const std::size_t end = json.find_last_of("}]");
  if (begin == std::string::npos || end == std::string::npos || end < begin) return std::nullopt;
  if (json[begin] == '[' && starts_with_ascii(trimmed(std::string_view(json).substr(begin + 1)), "CDATA[")) {
    const std::size_t inner = json.find_first_of("{[", json.find('[', begin + 1) + 1);
    const std::size_t last = json.rfind("]]");
    if (inner == std::string::npos || last == std::string::npos || last <= inner) return std::nullopt;
    const std::size_t stop = json.find_last_of("}]", last - 1);
    return stop == std::string::npos || stop < inner
               ? std::nullopt
               : parse_json(std::string_view(json).substr(inner, stop + 1 - inner));
  }
  return parse_json(std::string_view(json).substr(begin, end + 1 - begin));
}

// 2 for news, 1 for another article, 0 for anything else.
int article_rank(const Json& object) {
  const Json* type = value_at(object, "@type");
  if (!type) return 0;
  const auto rank = [](const Json& value) {
    const std::string* name = value.get_ptr<const std::string*>();
    if (!name) return 0;
    if (name->ends_with("NewsArticle") || *name == "LiveBlogPosting") return 2;
    return name->ends_with("Article") || name->ends_with("BlogPosting") || *name == "Report" ? 1 : 0;
  };
  int best = rank(*type);
  if (type->is_array()) {
    for (const Json& value : *type) best = std::max(best, rank(value));
  }
  return best;
}

// The objects that the page is about, in its order; teasers in lists are not among them.
void collect(const Json& root, std::vector<const Json*>& objects, Ids& ids) {
  std::vector<const Json*> pending{&root};
  while (!pending.empty()) {
    const Json* value = pending.back();
    pending.pop_back();
    if (value->is_array()) {
      for (auto item = value->rbegin(); item != value->rend(); ++item) pending.push_back(&*item);
    } else if (value->is_object()) {
      objects.push_back(value);
      const std::string* id = string_at(*value, "@id");
      if (id && value->size() > 1) ids.emplace(*id, value);
      for (const char* key : {"mainEntityOfPage", "mainEntity", "@graph"}) {
        if (const Json* inner = value_at(*value, key)) pending.push_back(inner);
      }
    }
  }
}

// Publishers escape HTML within the JSON: &amp; &quot; &#39; and so on.
std::string decode_entities(std::string_view text) {
  static constexpr std::pair<std::string_view, std::string_view> kNamed[] = {
      {"&amp;", "&"},        {"&quot;", "\""},      {"&apos;", "'"},       {"&lt;", "<"},
      {"&gt;", ">"},         {"&nbsp;", " "},       {"&rsquo;", "\u2019"}, {"&lsquo;", "\u2018"},
      {"&ldquo;", "\u201C"}, {"&rdquo;", "\u201D"}, {"&ndash;", "\u2013"}, {"&mdash;", "\u2014"}};
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    if (rest[0] != '&') {
      out += rest[0];
      ++at;
      continue;
    }
    const auto named = std::find_if(std::begin(kNamed), std::end(kNamed),
                                    [&](const auto& entry) { return rest.starts_with(entry.first); });
    if (named != std::end(kNamed)) {
      out += named->second;
      at += named->first.size();
      continue;
    }
    const bool hex = rest.starts_with("&#x") || rest.starts_with("&#X");
    const std::size_t begin = hex ? 3 : 2;
    std::size_t end = begin;
    char32_t value = 0;
    for (; rest.starts_with("&#") && end < rest.size() && end < begin + 7; ++end) {
      const char c = static_cast<char>(rest[end] | 0x20);
      const bool digit = rest[end] >= '0' && rest[end] <= '9';
      if (!digit && !(hex && c >= 'a' && c <= 'f')) break;
      value = value * (hex ? 16 : 10) + static_cast<char32_t>(digit ? rest[end] - '0' : c - 'a' + 10);
    }
    if (end > begin && end < rest.size() && rest[end] == ';') {
      text::append_utf8(out, value == 0 ? text::kReplacement : value);
      at += end + 1;
    } else {
      out += '&';
      ++at;
    }
  }
  return out;
}

std::string plain_string(const std::string* text) { return text ? collapsed(decode_entities(*text)) : std::string(); }

// Names of a person, an organisation, a list of such, or a plain string.
std::string names_of(const Json* value, const Ids& ids) {
  std::string out;
  std::vector<const Json*> pending;
  if (value) pending.push_back(value);
  for (std::size_t count = 0; !pending.empty() && count < kMaxNames; ++count) {
    const Json* next = pending.back();
    pending.pop_back();
    if (next->is_array()) {
      for (auto item = next->rbegin(); item != next->rend(); ++item) pending.push_back(&*item);
      continue;
    }
    if (const std::string* id = string_at(*next, "@id"); id && !value_at(*next, "name")) {
      const auto found = ids.find(*id);
      if (found != ids.end()) next = found->second;
    }
    const Json* name = value_at(*next, "name");
    if (name && name->is_array()) {
      pending.push_back(name);
      continue;
    }
    std::string text = plain_string(next->is_string() ? next->get_ptr<const std::string*>() : string_at(*next, "name"));
    if (text.empty() || text.find("://") != std::string::npos) continue;
    out += out.empty() ? text : ", " + text;
  }
  return out;
}

std::string first_day(const Json& article) {
  for (const char* key : {"datePublished", "dateCreated", "uploadDate"}) {
    if (const std::string* value = string_at(article, key)) {
      if (std::string day = day_of(*value); !day.empty()) return day;
    }
  }
  return {};
}

}  // namespace

HtmlMetadata read_json_ld(const std::vector<std::string_view>& blocks) {
  std::vector<Json> parsed;
  for (const std::string_view block : blocks) {
    if (std::optional<Json> json = parse_block(block)) parsed.push_back(std::move(*json));
  }
  std::vector<const Json*> objects;
  Ids ids;
  for (const Json& json : parsed) collect(json, objects, ids);
  const Json* article = nullptr;
  for (const Json* object : objects) {
    if (article_rank(*object) > (article ? article_rank(*article) : 0)) article = object;
  }
  HtmlMetadata found;
  if (!article) return found;
  found.title = plain_string(string_at(*article, "headline"));
  if (found.title.empty()) found.title = plain_string(string_at(*article, "name"));
  found.outlet = names_of(value_at(*article, "publisher"), ids);
  found.byline = clean_byline(names_of(value_at(*article, "author"), ids));
  found.published = first_day(*article);
  if (const std::string* body = string_at(*article, "articleBody")) found.body = decode_entities(*body);
  return found;
}

}  // namespace sayso::ingest
