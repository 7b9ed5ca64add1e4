#include "record/json_fields.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cstddef>

namespace sayso {
namespace {

bool is_border(std::string_view text, std::size_t at) {
  return at == text.size() || (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U);
}

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

/// Writes a value. Json::Accept would do, but calls itself at each bracket, and an input may nest a million of them.
void write_nested(const Json& root, Writer& writer) {
  struct Bracket {
    const Json* value;
    rapidjson::SizeType next = 0;  ///< item or member
  };
  std::vector<Bracket> open;
  const auto begin = [&](const Json& value) {
    if (value.IsArray()) {
      writer.StartArray();
      open.push_back({&value});
    } else if (value.IsObject()) {
      writer.StartObject();
      open.push_back({&value});
    } else {
      value.Accept(writer);
    }
  };
  begin(root);
  while (!open.empty()) {
    Bracket& last = open.back();
    if (last.value->IsArray()) {
      if (last.next < last.value->Size()) {
        begin((*last.value)[last.next++]);
        continue;
      }
      writer.EndArray();
    } else {
      if (last.next < last.value->MemberCount()) {
        const auto& member = last.value->MemberBegin()[last.next++];
        writer.Key(member.name.GetString(), member.name.GetStringLength());
        begin(member.value);
        continue;
      }
      writer.EndObject();
    }
    open.pop_back();
  }
}

}  // namespace

void Fault::report(std::string_view where, std::string_view what) {
  if (message_) return;
  message_ = "'";
  message_->append(where).append("' ").append(what);
}

const Json* Fields::find(const char* key) const {
  if (!object_.IsObject()) {
    fault_.report(key, "stands in no object");
    return nullptr;
  }
  const auto at = object_.FindMember(key);
  return at == object_.MemberEnd() ? nullptr : &at->value;
}

std::string Fields::text(const char* key) const {
  const Json* value = find(key);
  if (value == nullptr) return {};
  if (value->IsString()) return {value->GetString(), value->GetStringLength()};
  fault_.report(key, "is no string");
  return {};
}

double Fields::number(const char* key) const {
  const Json* value = find(key);
  if (value == nullptr) return 0;
  if (value->IsNumber()) return value->GetDouble();
  fault_.report(key, "is no number");
  return 0;
}

bool Fields::flag(const char* key) const {
  const Json* value = find(key);
  if (value == nullptr) return false;
  if (value->IsBool()) return value->GetBool();
  fault_.report(key, "is neither true nor false");
  return false;
}

const Json* Fields::list_of(const char* key) const {
  const Json* value = find(key);
  if (value == nullptr || value->IsArray()) return value;
  fault_.report(key, "is no list");
  return nullptr;
}

std::vector<std::string> Fields::texts(const char* key) const {
  std::vector<std::string> all;
  const Json* list = list_of(key);
  if (list == nullptr) return all;
  for (const Json& item : list->GetArray()) {
    if (item.IsString()) {
      all.emplace_back(item.GetString(), item.GetStringLength());
    } else {
      fault_.report(key, "holds something that is no string");
    }
  }
  return all;
}

Span Fields::span() const {
  const Json* value = find("span");
  if (value == nullptr) return {};
  if (!value->IsArray() || value->Size() != 2 || !(*value)[0].IsUint64() || !(*value)[1].IsUint64()) {
    fault_.report("span", "is no pair of bytes");
    return {};
  }
  const Span span{(*value)[0].GetUint64(), (*value)[1].GetUint64()};
  if (span.begin <= span.end && is_border(text_, span.begin) && is_border(text_, span.end)) return span;
  fault_.report("span", "lies outside of the text or within a character");
  return {};
}

std::optional<Fields> Fields::object(const char* key) const {
  const Json* value = find(key);
  if (value == nullptr) return std::nullopt;
  if (value->IsObject()) return Fields(*value, text_, fault_);
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
  if (value == nullptr) return {};
  rapidjson::StringBuffer buffer;
  Writer writer(buffer);
  write_nested(*value, writer);
  return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace sayso
