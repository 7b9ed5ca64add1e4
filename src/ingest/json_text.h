#pragma once
#include <cstddef>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace sayso::ingest {

using Json = nlohmann::json;

/// Why a text is no JSON, and where (a byte offset, where known).
struct JsonFailure {
  std::string reason;
  std::optional<std::size_t> byte;
};

/// Parses JSON without throwing; nesting is limited to 256 levels, so that no later step can run out of stack.
/// `failure`, when given, is filled where the result is empty.
[[nodiscard]] std::optional<Json> parse_json(std::string_view text, JsonFailure* failure = nullptr);

/// The string at `key` of an object, or nullptr.
[[nodiscard]] const std::string* string_at(const Json& object, const char* key);

/// The value at `key` of an object, or nullptr.
[[nodiscard]] const Json* value_at(const Json& object, const char* key);

}  // namespace sayso::ingest
