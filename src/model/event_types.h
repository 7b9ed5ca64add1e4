#pragma once
#include <array>
#include <string_view>

namespace sayso::model {

/// PLOVER's event types in the order of the head's labels, of which the first stands for no event
/// (training/events.py has the same order).
inline constexpr std::array<std::string_view, 16> kEventTypes{
    "AGREE",  "CONSULT", "SUPPORT",  "COOPERATE", "AID",      "CONCEDE",  "RETREAT", "REQUEST",
    "ACCUSE", "REJECT",  "THREATEN", "PROTEST",   "SANCTION", "MOBILIZE", "COERCE",  "ASSAULT"};

}  // namespace sayso::model
