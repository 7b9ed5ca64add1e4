#include "export/origin.h"

#include "record/json_facts.h"

namespace sayso::exporter {

Origin origin_of(const Document& document) {
  return {document.id, document.uri, document.title, document.outlet, document.published};
}

std::string global_id(const Origin& document, std::string_view local_id) {
  return document.id + "#" + std::string(local_id);
}

void write_origin(JsonWriter& json, const Origin& document) {
  json.key("document");
  json.open('{');
  json.field("id", document.id);
  json.field("uri", document.uri);
  json.field("title", document.title);
  json.field("outlet", document.outlet);
  json.field("published", document.published);
  json.close('}');
}

void write_passage(JsonWriter& json, std::string_view key, const Span& span, std::string_view words) {
  json.key(key);
  json.open_short('{');
  write_place(json, span, words);
  json.close('}');
}

}  // namespace sayso::exporter
