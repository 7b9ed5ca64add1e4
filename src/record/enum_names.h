#pragma once
#include <optional>
#include <string_view>

#include "sayso/record.h"

namespace sayso {

/// The words that stand for these values in a record: `direct`, `belief`, `organization`, `nominal`, `said-on`.
[[nodiscard]] std::string_view name_of(Mode mode);
[[nodiscard]] std::string_view name_of(StatementKind kind);
[[nodiscard]] std::string_view name_of(ActorKind kind);
[[nodiscard]] std::string_view name_of(MentionForm form);
[[nodiscard]] std::string_view name_of(Relation relation);
[[nodiscard]] std::string_view name_of(TimeType type);
[[nodiscard]] std::string_view name_of(TimeModifier modifier);
[[nodiscard]] std::string_view name_of(Act act);
[[nodiscard]] std::string_view name_of(Stage stage);
[[nodiscard]] std::string_view name_of(MeetingStatus status);
[[nodiscard]] std::string_view name_of(Realis realis);

/// The value of which name_of() tells this name; nothing where there is none.
template <class Enum>
[[nodiscard]] std::optional<Enum> value_named(std::string_view name) {
  for (int i = 0;; ++i) {
    const std::string_view each = name_of(static_cast<Enum>(i));
    if (each.empty()) return std::nullopt;  // behind the last
    if (each == name) return static_cast<Enum>(i);
  }
}

}  // namespace sayso
