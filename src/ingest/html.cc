#include "ingest/html.h"

#include <algorithm>
#include <utility>

#include "ingest/ascii.h"
#include "ingest/html_article.h"
#include "ingest/html_encoding.h"
#include "ingest/html_metadata.h"
#include "ingest/html_simplify.h"
#include "ingest/html_tree.h"
#include "ingest/json_ld.h"

namespace sayso::ingest {
namespace {

// articleBody as paragraphs: it comes with markup, with line breaks, or as one line.
std::string text_of_body(const std::string& body) {
  if (body.find("</") != std::string::npos || body.find("<p>") != std::string::npos ||
      body.find("<br") != std::string::npos) {
    return all_text(HtmlTree(simplify_html(body).html));
  }
  std::string out;
  for (std::size_t begin = 0; begin < body.size();) {
    const std::size_t end = std::min(body.find('\n', begin), body.size());
    const std::string line = collapsed(std::string_view(body).substr(begin, end - begin));
    if (!line.empty()) out += out.empty() ? line : "\n\n" + line;
    begin = end + 1;
  }
  return out;
}

void fill(std::string& target, std::string value) {
  if (target.empty()) target = std::move(value);
}

}  // namespace

Result<Document> html_document(std::string_view bytes, const std::string& uri, const Defaults& defaults) {
  if (bytes.size() > kMaxHtmlBytes) {
    return Error{Code::input_too_large, "is larger than " + std::to_string(kMaxHtmlBytes) + " bytes, too much for HTML",
                 uri};
  }
  if (text::is_binary(bytes)) return Error{Code::not_text, "is binary, not HTML", uri};
  const text::CleanText clean = decode_html(bytes);
  SimplePage simple = simplify_html(clean.text);
  HtmlMetadata known = read_json_ld(simple.json_ld);
  const HtmlTree page(std::move(simple.html));
  add_page_metadata(page, known);
  HtmlArticle article = find_article(page, known.title);

  constexpr std::size_t kShort = 250;
  const std::string body = text_of_body(known.body);
  const bool teaser = article.text.size() < body.size() / 2 || article.text.size() < kShort;
  if (teaser && body.size() > article.text.size()) article.text = body;
  if (article.text.empty()) return Error{Code::no_article, "holds no readable text", uri};

  Document document;
  document.uri = uri;
  document.title = std::move(known.title);
  document.outlet = std::move(known.outlet);
  document.byline = std::move(known.byline);
  document.published = std::move(known.published);
  fill(document.byline, std::move(article.byline));
  fill(document.published, std::move(article.published));
  document.text = std::move(article.text);
  finish(document, clean, defaults);
  return document;
}

}  // namespace sayso::ingest
