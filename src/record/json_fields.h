#pragma once
#include <rapidjson/document.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "record/enum_names.h"
#include "sayso/record.h"

namespace sayso {

using Json = rapidjson::Value;

/// What was wrong with the JSON of a record: the first fault is kept, so that reading can go on to its end without a
/// question after each field.
class Fault {
 public:
  /// `where`: the key; `what`: what is wrong with it.
  void report(std::string_view where, std::string_view what);
  [[nodiscard]] const std::optional<std::string>& message() const { return message_; }

 private:
  std::optional<std::string> message_;
};

/// The fields of one JSON object of a record. An absent field is empty; one of a wrong type or value is a fault. Spans
/// must lie within the text, at borders between characters.
class Fields {
 public:
  Fields(const Json& object, std::string_view text, Fault& fault) : object_(object), text_(text), fault_(fault) {}

  [[nodiscard]] std::string text(const char* key) const;
  [[nodiscard]] double number(const char* key) const;
  [[nodiscard]] bool flag(const char* key) const;
  [[nodiscard]] std::vector<std::string> texts(const char* key) const;
  /// The field `span` of this object; empty where there is none.
  [[nodiscard]] Span span() const;
  /// The span of the object under `key`.
  [[nodiscard]] std::optional<Span> passage(const char* key) const;
  /// A passage that must be there.
  [[nodiscard]] Span needed_passage(const char* key) const;
  [[nodiscard]] std::vector<Span> passages(const char* key) const;

  template <class Enum>
  [[nodiscard]] std::optional<Enum> optional_value(const char* key) const {
    const std::string name = text(key);
    if (name.empty()) return std::nullopt;
    const auto value = value_named<Enum>(name);
    if (!value) fault_.report(key, "has the unknown value '" + name + "'");
    return value;
  }
  template <class Enum>
  [[nodiscard]] Enum value(const char* key) const {
    const auto value = optional_value<Enum>(key);
    if (!value) fault_.report(key, "is missing");
    return value.value_or(Enum{});
  }

  /// `read_item` makes an item of the fields of each object in the list `key`.
  template <class ReadItem>
  [[nodiscard]] auto list(const char* key, ReadItem read_item) const {
    std::vector<decltype(read_item(std::declval<const Fields&>()))> items;
    if (const Json* found = list_of(key)) {
      items.reserve(found->Size());
      for (const Json& item : found->GetArray()) items.push_back(read_item(Fields(item, text_, fault_)));
    }
    return items;
  }
  /// The object under `key`; nothing where there is none.
  [[nodiscard]] std::optional<Fields> object(const char* key) const;
  /// JSON under `key`, in one line; empty where there is none.
  [[nodiscard]] std::string raw(const char* key) const;
  [[nodiscard]] Fault& fault() const { return fault_; }

 private:
  [[nodiscard]] const Json* find(const char* key) const;
  /// Nothing where there is none.
  [[nodiscard]] const Json* list_of(const char* key) const;

  const Json& object_;
  std::string_view text_;
  Fault& fault_;
};

}  // namespace sayso
