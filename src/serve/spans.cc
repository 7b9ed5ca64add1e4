#include "serve/spans.h"

#include <cstddef>

#include "text/utf8.h"

namespace sayso::serve {

using Json = nlohmann::json;

std::optional<Span> span_of(const Json& json, const std::string& text) {
  if (!json.is_array() || json.size() != 2 || !json[0].is_number_unsigned() || !json[1].is_number_unsigned()) {
    return std::nullopt;
  }
  const Span span{json[0].get<std::size_t>(), json[1].get<std::size_t>()};
  if (span.empty() || span.end > text.size()) return std::nullopt;
  if (!text::is_boundary(text, span.begin) || !text::is_boundary(text, span.end)) return std::nullopt;
  return span;
}

bool take_spans(const Json& object, const char* role, const std::string& text, std::vector<Span>& out) {
  const auto found = object.find(role);
  if (found == object.end()) return true;
  if (!found->is_array()) return false;
  for (const Json& json : *found) {
    const auto span = span_of(json, text);
    if (!span) return false;
    out.push_back(*span);
  }
  return true;
}

}  // namespace sayso::serve
