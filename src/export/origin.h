#pragma once
#include <string>
#include <string_view>

#include "record/json_writer.h"
#include "sayso/document.h"

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

}  // namespace sayso::exporter
