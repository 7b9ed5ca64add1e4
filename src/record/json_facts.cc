#include "record/json_facts.h"

#include "record/enum_names.h"

namespace sayso {

void write_place(JsonWriter& json, const Span& span, std::string_view words) {
  json.key("span");
  json.span(span);
  json.field("text", words);
}

void write_amount(JsonWriter& json, const Amount& amount, std::string_view words) {
  json.key("value");
  json.real(amount.value);
  if (amount.to > 0) {
    json.key("to");
    json.real(amount.to);
  }
  json.field("unit", amount.unit);
  if (amount.mod) json.field("mod", name_of(*amount.mod));
  write_place(json, amount.span, words);
}

void write_time(JsonWriter& json, const Time& time, std::string_view words) {
  json.field("id", time.id);
  json.field("type", name_of(time.type));
  json.field("value", time.value);
  if (time.mod) json.field("mod", name_of(*time.mod));
  json.field("quant", time.quant);
  json.field("freq", time.freq);
  write_place(json, time.span, words);
}

}  // namespace sayso
