#include "record/json_fields.h"

#include <cstddef>

namespace sayso {
namespace {

bool is_border(std::string_view text, std::size_t at) {
  return at == text.size() || (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U);
}

}  // namespace

void Fault::report(std::string_view where, std::string_view what) {
  if (message_) return;
  message_ = "'";
  message_->append(where).append("' ").append(what);
}

const Json* Fields::find(const char* key) const {
  if (!object_.is_object()) {
    fault_.report(key, "stands in no object");
    return nullptr;
  }
  const auto at = object_.find(key);
  return at == object_.end() ? nullptr : &*at;
}

std::string Fields::text(const char* key) const {
  const Json* value = find(key);
  if (value == nullptr) return {};
  if (const auto* text = value->get_ptr<const Json::string_t*>()) return *text;
  fault_.report(key, "is no string");
  return {};
}

double Fields::number(const char* key) const {
  const Json* value = find(key);
  if (value == nullptr) return 0;
  if (value->is_number()) return value->get<double>();
  fault_.report(key, "is no number");
  return 0;
}

bool Fields::flag(const char* key) const {
  const Json* value = find(key);
  if (value == nullptr) return false;
  if (value->is_boolean()) return value->get<bool>();
  fault_.report(key, "is neither true nor false");
  return false;
}

const Json& Fields::list_of(const char* key) const {
  static const Json kNone = Json::array();
  const Json* value = find(key);
  if (value == nullptr) return kNone;
  if (value->is_array()) return *value;
  fault_.report(key, "is no list");
  return kNone;
}

std::vector<std::string> Fields::texts(const char* key) const {
  std::vector<std::string> all;
  for (const Json& item : list_of(key)) {
    if (const auto* text = item.get_ptr<const Json::string_t*>()) {
      all.push_back(*text);
    } else {
      fault_.report(key, "holds something that is no string");
    }
  }
  return all;
}

Span Fields::span() const {
  const Json* value = find("span");
  if (value == nullptr) return {};
  const bool two = value->is_array() && value->size() == 2 && (*value)[0].is_number_unsigned() &&
                   (*value)[1].is_number_unsigned();
  if (!two) {
    fault_.report("span", "is no pair of bytes");
    return {};
  }
  const Span span{(*value)[0].get<std::size_t>(), (*value)[1].get<std::size_t>()};
  if (span.begin <= span.end && is_border(text_, span.begin) && is_border(text_, span.end)) return span;
  fault_.report("span", "lies outside of the text or within a character");
  return {};
}

std::optional<Fields> Fields::object(const char* key) const {
  const Json* value = find(key);
  if (value == nullptr) return std::nullopt;
  if (value->is_object()) return Fields(*value, text_, fault_);
  fault_.report(key, "is no object");
  return std::nullopt;
}

std::optional<Span> Fields::passage(const char* key) const {
  const auto found = object(key);
  return found ? std::optional(found->span()) : std::nullopt;
}

Span Fields::needed_passage(const char* key) const {
  const auto found = passage(key);
  if (!found) fault_.report(key, "is missing");
  return found.value_or(Span{});
}

std::vector<Span> Fields::passages(const char* key) const {
  return list(key, [](const Fields& item) { return item.span(); });
}

std::string Fields::raw(const char* key) const {
  const Json* value = find(key);
  return value == nullptr ? std::string() : value->dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace sayso
