#pragma once
#include <string>
#include <string_view>

#include "record/json_writer.h"
#include "sayso/document.h"
#include "sayso/span.h"

namespace sayso::exporter {

/// The document that a row comes from.
struct Origin {
  std::string id, uri, title, outlet, published;
};

[[nodiscard]] Origin origin_of(const Document& document);

/// `document.id#l2`: what names a fact of a document everywhere.
[[nodiscard]] std::string global_id(const Origin& document, std::string_view local_id);

/// The key `document` and its object.
void write_origin(JsonWriter& json, const Origin& document);

/// The key `key` and an object with a place and its words.
void write_passage(JsonWriter& json, std::string_view key, const Span& span, std::string_view words);

}  // namespace sayso::exporter
