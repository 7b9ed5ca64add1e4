#include "ingest/jsonl.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "ingest/ascii.h"
#include "ingest/json_text.h"
#include "ingest/published.h"

namespace sayso::ingest {
namespace {

std::size_t skip_space(std::string_view json, std::size_t at) {
  while (at < json.size() && is_html_space(json[at])) ++at;
  return at;
}

// Where the string that begins at `at` ends. `json` is known to be valid.
std::size_t skip_string(std::string_view json, std::size_t at) {
  for (++at; at < json.size() && json[at] != '"'; ++at) {
    if (json[at] == '\\') ++at;
  }
  return std::min(at + 1, json.size());
}

std::size_t skip_value(std::string_view json, std::size_t at) {
  std::size_t depth = 0;
  while (at < json.size()) {
    const char c = json[at];
    if (depth == 0 && (c == ',' || c == '}' || c == ']')) return at;
    if (c == '"') {
      at = skip_string(json, at);
      continue;
    }
    if (c == '[' || c == '{')
      ++depth;
    else if (c == ']' || c == '}')
      --depth;
    ++at;
  }
  return at;
}

// The members of the object `json` (valid JSON) but for the `used` ones, as an object; empty if none is left.
// Written from the source, not from the parsed values, so that 1.0 and 10000000000000000000001 stay what they are.
std::string unused_members(std::string_view json, const std::vector<std::string_view>& used) {
  std::string out;
  std::size_t at = skip_space(json, 0) + 1;
  for (;;) {
    at = skip_space(json, at);
    if (at >= json.size() || json[at] != '"') break;
    const std::size_t key_end = skip_string(json, at);
    const std::string_view key = json.substr(at, key_end - at);
    const std::size_t begin = skip_space(json, skip_space(json, key_end) + 1);
    const std::size_t end = skip_value(json, begin);
    if (std::find(used.begin(), used.end(), key.substr(1, key.size() - 2)) == used.end()) {
      out += out.empty() ? "{" : ",";
      out.append(key).append(":").append(trimmed(json.substr(begin, end - begin)));
    }
    at = end + 1;
  }
  return out.empty() ? out : out + "}";
}

void set_published(Document& document, const std::string& written) {
  document.published = day_of(written);
  if (document.published.empty() && !written.empty()) {
    document.notes.push_back({Code::note_no_date, "\"published\" is no existing day, so it was dropped: " +
                                                      text::clean_utf8(written.substr(0, 40)).text});
  }
}

}  // namespace

Result<Document> jsonl_document(std::string_view bytes, const std::string& path, std::size_t line,
                                const Defaults& defaults) {
  const auto fail = [&](std::string message, std::optional<std::size_t> byte = {}) {
    return Error{Code::invalid_json, std::move(message), path, line, byte};
  };
  // A JSON text must be UTF-8; a stray byte in one field is no reason to lose the article.
  text::CleanText clean_line;
  if (!text::is_valid_utf8(bytes)) {
    clean_line = text::clean_utf8(bytes);
    bytes = clean_line.text;
  }
  JsonFailure failure;
  std::optional<Json> object = parse_json(bytes, &failure);
  if (!object) return fail("not JSON: " + failure.reason, failure.byte);
  if (!object->is_object()) return fail("not a JSON object");
  const std::string* body = string_at(*object, "text");
  if (!body) return fail(value_at(*object, "text") ? "\"text\" is not a string" : "no \"text\"");

  Document document;
  std::vector<std::string_view> used = {"text"};
  const auto take = [&](const char* key, std::string& target) {
    if (const std::string* value = string_at(*object, key); value && target.empty()) {
      target = text::clean_utf8(*value).text;
      used.push_back(key);
    }
  };
  take("url", document.uri);
  take("id", document.uri);
  if (document.uri.empty()) document.uri = path + ":" + std::to_string(line);
  take("title", document.title);
  take("outlet", document.outlet);
  std::string published;
  take("published", published);
  set_published(document, published);

  text::CleanText clean = text::clean_utf8(*body);
  clean.replaced += clean_line.replaced;
  document.text = std::move(clean.text);
  document.extra = unused_members(bytes, used);
  finish(document, clean, defaults);
  return document;
}

}  // namespace sayso::ingest
