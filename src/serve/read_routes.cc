#include "serve/read_routes.h"

#include <algorithm>
#include <string>
#include <utility>

#include "ingest/plain.h"
#include "serve/article.h"
#include "serve/citron.h"
#include "serve/problem.h"

namespace sayso::serve {
namespace {

Response read(const Reader& reader, const Request& request) {
  auto document = article_of(request);
  if (!document.ok()) return problem(document.error());
  Response response;
  response.body = to_json(reader.read(std::move(*document)));
  return response;
}

Response quotes(const Reader& reader, const Request& request) {
  Fields form;
  if (request.method == Method::post && !parse_form(request.body, form)) {
    return problem({Code::request_malformed, "the body is no form in UTF-8: text=..."});
  }
  form.insert(form.end(), request.query.begin(), request.query.end());
  const auto text = std::find_if(form.begin(), form.end(), [](const auto& field) { return field.first == "text"; });
  Response response;
  if (text == form.end()) {  // in Citron's words: its clients look for them
    response.status = 400;
    response.body = R"({"error": "A text parameter must be provided."})";
    return response;
  }
  auto document = ingest::plain_document(text->second, "quotes", {});
  if (!document.ok()) return problem(document.error());
  response.body = to_citron_json(reader.read(std::move(*document)));
  return response;
}

}  // namespace

std::vector<Route> read_routes(const Reader& reader) {
  const auto ask_quotes = [&reader](const Request& request, const std::string&) { return quotes(reader, request); };
  const auto ask_read = [&reader](const Request& request, const std::string&) { return read(reader, request); };
  return {
      {Method::post, "/read", Lane::reading, false, ask_read},
      {Method::get, "/quotes", Lane::reading, false, ask_quotes},
      {Method::post, "/quotes", Lane::reading, false, ask_quotes},
  };
}

}  // namespace sayso::serve
