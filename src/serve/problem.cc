#include "serve/problem.h"

#include <string_view>

#include "record/json_writer.h"

namespace sayso::serve {
namespace {

std::string_view title_of(unsigned status) {
  switch (status) {
    case 400:
      return "Bad request";
    case 401:
      return "A token is needed";
    case 403:
      return "Refused";
    case 404:
      return "Not found";
    case 405:
      return "Method not allowed";
    case 408:
      return "Too slow";
    case 413:
      return "Too large";
    case 415:
      return "Media type not supported";
    case 503:
      return "Busy";
    default:
      return "The server failed";
  }
}

}  // namespace

unsigned status_of(Code code) {
  switch (code) {
    case Code::not_text:
    case Code::request_media:
      return 415;
    case Code::invalid_json:
    case Code::invalid_date:
    case Code::no_article:
    case Code::request_malformed:
    case Code::query_malformed:
      return 400;
    case Code::request_unauthorized:
      return 401;
    case Code::request_refused:
      return 403;
    case Code::nothing_there:
    case Code::store_not_found:
      return 404;
    case Code::method_unknown:
      return 405;
    case Code::request_too_slow:
      return 408;
    case Code::input_too_large:
      return 413;
    case Code::server_busy:
    case Code::store_locked:
      return 503;
    default:
      return 500;
  }
}

Response problem(const Error& error) {
  Response response;
  response.status = status_of(error.code);
  response.type = "application/problem+json";
  JsonWriter json(response.body, JsonWriter::Layout::line);
  json.open('{');
  json.field("type", "about:blank");
  json.field("title", title_of(response.status));
  json.key("status");
  json.number(response.status);
  json.field("detail", error.message);
  json.field("code", code_name(error.code));
  json.close('}');
  response.headers.emplace_back("Cache-Control", "no-store");
  if (response.status == 401) response.headers.emplace_back("WWW-Authenticate", "Bearer realm=\"sayso\"");
  if (response.status == 503) response.headers.emplace_back("Retry-After", "2");
  return response;
}

}  // namespace sayso::serve
