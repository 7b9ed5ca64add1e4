#include "serve/brat_route.h"

#include <cstddef>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "export/brat.h"
#include "serve/problem.h"
#include "text/utf8.h"

namespace sayso::serve {
namespace {

using Json = nlohmann::json;

/// A span of bytes at borders of characters of `text`.
std::optional<Span> span_of(const Json& json, const std::string& text) {
  if (!json.is_array() || json.size() != 2 || !json[0].is_number_unsigned() || !json[1].is_number_unsigned()) {
    return std::nullopt;
  }
  const Span span{json[0].get<std::size_t>(), json[1].get<std::size_t>()};
  if (span.empty() || span.end > text.size()) return std::nullopt;
  if (!text::is_boundary(text, span.begin) || !text::is_boundary(text, span.end)) return std::nullopt;
  return span;
}

/// False for what is no list of spans; absent is an empty list.
bool take_spans(const Json& attribution, const char* role, const std::string& text, std::vector<Span>& out) {
  const auto found = attribution.find(role);
  if (found == attribution.end()) return true;
  if (!found->is_array()) return false;
  for (const Json& json : *found) {
    const auto span = span_of(json, text);
    if (!span) return false;
    out.push_back(*span);
  }
  return true;
}

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
