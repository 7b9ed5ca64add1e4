#include "serve/article.h"

#include <algorithm>
#include <cctype>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>

#include "base/dates.h"
#include "ingest/html.h"
#include "ingest/plain.h"

namespace sayso::serve {
namespace {

struct Article {
  std::string text, html, title, date, outlet, url;
};

Error malformed(const std::string& message) { return {Code::request_malformed, message}; }

std::string* field_named(Article& article, std::string_view name) {
  if (name == "text") return &article.text;
  if (name == "html") return &article.html;
  if (name == "title") return &article.title;
  if (name == "date") return &article.date;
  if (name == "outlet") return &article.outlet;
  return name == "url" ? &article.url : nullptr;
}

Status take_json(const std::string& body, Article& article) {
  const auto json = nlohmann::json::parse(body, nullptr, false);
  if (!json.is_object()) return malformed("the body is no JSON object in UTF-8");
  for (const auto& [name, value] : json.items()) {
    std::string* field = field_named(article, name);
    if (field == nullptr) return malformed("the article has a field that is not known: " + name);
    if (!value.is_string()) return malformed("the article's " + name + " is no string");
    *field = value.get<std::string>();
  }
  return Done{};
}

Status take_query(const Fields& query, Article& article) {
  for (const auto& [name, value] : query) {
    std::string* field = field_named(article, name);
    if (field == nullptr || name == "text" || name == "html") {
      return malformed("the address has a parameter that is not known: " + name);
    }
    *field = value;
  }
  return Done{};
}

/// `text/html` of `Text/HTML; charset=utf-8`.
std::string media_type(std::string_view header) {
  header = header.substr(0, header.find(';'));
  while (header.ends_with(' ')) header.remove_suffix(1);
  std::string type(header);
  std::transform(type.begin(), type.end(), type.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return type;
}

}  // namespace

Result<Document> article_of(const Request& request) {
  Article article;
  if (const Status taken = take_query(request.query, article); !taken.ok()) return taken.error();
  const std::string type = media_type(request.header("content-type"));
  if (type == "application/json") {
    if (const Status taken = take_json(request.body, article); !taken.ok()) return taken.error();
  } else if (type == "text/html") {
    article.html = request.body;
  } else if (type == "text/plain" || type.empty()) {
    article.text = request.body;
  } else {
    return Error{Code::request_media, "an article comes as application/json, text/plain or text/html"};
  }
  if (article.text.empty() == article.html.empty()) return malformed("the article needs either a text or an html");
  if (!article.date.empty() && !valid_date(article.date)) {
    return Error{Code::invalid_date, "the date is no existing day written YYYY-MM-DD"};
  }
  const ingest::Defaults defaults{article.date, article.outlet};
  auto document = article.html.empty() ? ingest::plain_document(article.text, article.url, defaults)
                                       : ingest::html_document(article.html, article.url, defaults);
  if (document.ok() && !article.title.empty()) document->title = std::move(article.title);
  return document;
}

}  // namespace sayso::serve
