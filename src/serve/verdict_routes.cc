#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "record/enum_names.h"
#include "serve/problem.h"
#include "serve/spans.h"
#include "serve/store_routes.h"

namespace sayso::serve {
namespace {

using Json = nlohmann::json;

Json spans_of(const std::vector<Span>& spans) {
  Json list = Json::array();
  for (const Span& span : spans) list.push_back({span.begin, span.end});
  return list;
}

Response list(const Store& store, const std::string& document) {
  const auto found = store.document(document);
  if (!found.ok()) return problem(found.error());
  if (!*found) return problem({Code::nothing_there, "there is no document of this id"});
  const auto verdicts = store.verdicts(document);
  if (!verdicts.ok()) return problem(verdicts.error());
  Json items = Json::array();
  for (const Verdict& verdict : *verdicts) {
    items.push_back({{"statement", {verdict.statement.begin, verdict.statement.end}},
                     {"verdict", name_of(verdict.judgement)},
                     {"source", spans_of(verdict.source)},
                     {"cue", spans_of(verdict.cue)},
                     {"content", spans_of(verdict.content)}});
  }
  Response response;
  response.body = Json{{"items", std::move(items)}}.dump();
  return response;
}

Response judge(Store& store, const Request& request, const std::string& document) {
  const auto found = store.document(document);
  if (!found.ok()) return problem(found.error());
  if (!*found) return problem({Code::nothing_there, "there is no document of this id"});
  const std::string& text = (*found)->document.text;
  const Json json = Json::parse(request.body, nullptr, false);
  const auto malformed = [](const char* message) { return problem({Code::request_malformed, message}); };
  if (!json.is_object() || !json.contains("statement") || !json.contains("verdict") || !json["verdict"].is_string()) {
    return malformed("the body is no JSON object in UTF-8 with statement and verdict");
  }
  const auto statement = span_of(json["statement"], text);
  const auto judgement = value_named<Judgement>(json["verdict"].get<std::string>());
  if (!judgement) return malformed("a verdict is accepted, corrected or rejected");
  Verdict verdict;
  verdict.judgement = *judgement;
  if (!statement || !take_spans(json, "source", text, verdict.source) || !take_spans(json, "cue", text, verdict.cue) ||
      !take_spans(json, "content", text, verdict.content)) {
    return malformed("spans are [begin, end) in bytes of the document's text");
  }
  verdict.statement = *statement;
  if (auto status = store.judge(document, verdict); !status.ok()) return problem(status.error());
  Response response;
  response.status = 204;
  response.type.clear();
  return response;
}

}  // namespace

std::vector<Route> verdict_routes(const std::string& path) {
  const auto opened = [path](Store::Access access) -> Result<Store> {
    if (path.empty()) return Error{Code::store_not_found, "there is no database: start the server with --db"};
    return Store::open(path, access);
  };
  const auto get = [opened](const Request&, const std::string& id) {
    const auto store = opened(Store::Access::read);
    return store.ok() ? list(*store, id) : problem(store.error());
  };
  const auto post = [opened](const Request& request, const std::string& id) {
    auto store = opened(Store::Access::write);
    return store.ok() ? judge(*store, request, id) : problem(store.error());
  };
  return {{Method::get, "/documents/{id}/verdicts", Lane::stored, false, get},
          {Method::post, "/documents/{id}/verdicts", Lane::stored, false, post}};
}

}  // namespace sayso::serve
