#pragma once
#include <optional>
#include <string_view>

namespace sayso::extract {

// What news English calls agendas, and how it tells their items, as data. All words are given in lower case.

/// plan, formula, roadmap: nouns for an agenda.
[[nodiscard]] bool is_plan_noun(std::string_view form);
/// peace, victory: modifiers that make an agenda of it by themselves.
[[nodiscard]] bool names_plan(std::string_view modifier);
/// presented, unveiled: what an owner does with an agenda.
[[nodiscard]] bool is_present(std::string_view verb);
/// includes, envisages, calls for: verbs of which an agenda is the subject and what it holds the object.
[[nodiscard]] bool is_contain(std::string_view verb);
/// item, point, step: parts of an agenda.
[[nodiscard]] bool is_item_noun(std::string_view form);
/// 1 for first, 2 for second or 2nd; nothing for other words.
[[nodiscard]] std::optional<int> ordinal_of(std::string_view word);

}  // namespace sayso::extract
