#pragma once
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

}  // namespace sayso
