#pragma once
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "sayso/span.h"

namespace sayso::serve {

/// [begin, end) in bytes, at borders of characters of `text`; nothing for anything else.
[[nodiscard]] std::optional<Span> span_of(const nlohmann::json& json, const std::string& text);

/// Appends the list of spans under the key `role`. False for what is no such list; absent is an empty one.
[[nodiscard]] bool take_spans(const nlohmann::json& object, const char* role, const std::string& text,
                              std::vector<Span>& out);

}  // namespace sayso::serve
