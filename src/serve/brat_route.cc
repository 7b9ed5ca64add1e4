#include "serve/brat_route.h"

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "export/brat.h"
#include "serve/problem.h"
#include "serve/spans.h"

namespace sayso::serve {
namespace {

using Json = nlohmann::json;

Response to_ann(const Request& request) {
  const auto malformed = [](const char* message) { return problem({Code::request_malformed, message}); };
  const Json json = Json::parse(request.body, nullptr, false);
  if (!json.is_object() || !json.contains("text") || !json["text"].is_string() || !json.contains("attributions") ||
      !json["attributions"].is_array()) {
    return malformed("the body is no JSON object in UTF-8 with text and attributions");
  }
  const std::string text = json["text"].get<std::string>();
  std::vector<Attribution> attributions;
  for (const Json& one : json["attributions"]) {
    Attribution attribution;
    if (!one.is_object() || !take_spans(one, "source", text, attribution.source) ||
        !take_spans(one, "cue", text, attribution.cue) || !take_spans(one, "content", text, attribution.content) ||
        attribution.content.empty()) {
      return malformed("an attribution needs content, and spans [begin, end) in bytes of the text");
    }
    attributions.push_back(std::move(attribution));
  }
  Response response;
  response.type = "text/plain; charset=utf-8";
  response.body = exporter::to_brat(text, attributions);
  return response;
}

}  // namespace

Route brat_route() {
  return {Method::post, "/brat", Lane::stored, false,
          [](const Request& request, const std::string&) { return to_ann(request); }};
}

}  // namespace sayso::serve
