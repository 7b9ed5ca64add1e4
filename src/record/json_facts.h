#pragma once
#include <string_view>

#include "record/json_writer.h"
#include "sayso/record.h"

// What the record and other JSON write alike (docs/record.md). `words` are those of the span; each of these appends
// keys and values to an object that is open.
namespace sayso {

/// `span` and `text`.
void write_place(JsonWriter& json, const Span& span, std::string_view words);

void write_amount(JsonWriter& json, const Amount& amount, std::string_view words);

void write_time(JsonWriter& json, const Time& time, std::string_view words);

}  // namespace sayso
