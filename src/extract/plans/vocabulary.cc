#include "extract/plans/vocabulary.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace sayso::extract {
namespace {

using Word = std::string_view;

// All but kOrdinals are sorted (checked below).
constexpr auto kPlans = std::to_array<Word>(
    {"agenda", "blueprint", "doctrine", "formula", "framework", "initiative", "map", "plan", "roadmap", "strategy"});
constexpr auto kNaming = std::to_array<Word>({"peace", "victory"});
constexpr auto kPresenting = std::to_array<Word>(
    {"announced", "announces", "announcing", "detailed",  "details",  "draft",    "drafted",  "introduce", "introduced",
     "launch",    "launched",  "launches",   "offered",   "outline",  "outlined", "outlines", "outlining", "pitched",
     "present",   "presented", "presenting", "presents",  "propose",  "proposed", "proposes", "proposing", "publish",
     "published", "release",   "released",   "reveal",    "revealed", "reveals",  "shared",   "showed",    "submit",
     "submitted", "unveil",    "unveiled",   "unveiling", "unveils"});
constexpr auto kContaining = std::to_array<Word>(
    {"call",      "called",   "calls",    "comprise",  "comprised",  "comprises", "concern",   "concerned", "concerns",
     "consisted", "consists", "contain",  "contained", "contains",   "covers",    "demands",   "envisaged", "envisages",
     "envisions", "foresaw",  "foresees", "include",   "included",   "includes",  "including", "involve",   "involved",
     "involves",  "provided", "provides", "requires",  "stipulated", "stipulates"});
constexpr auto kItems = std::to_array<Word>({"component", "element", "goal", "item", "part", "phase", "pillar", "plank",
                                             "point", "priority", "provision", "stage", "step"});
constexpr auto kOrdinals = std::to_array<Word>({"first", "second", "third", "fourth", "fifth", "sixth", "seventh",
                                                "eighth", "ninth", "tenth", "eleventh", "twelfth"});

static_assert(std::ranges::is_sorted(kPlans) && std::ranges::is_sorted(kNaming) &&
              std::ranges::is_sorted(kPresenting) && std::ranges::is_sorted(kContaining) &&
              std::ranges::is_sorted(kItems));

}  // namespace

bool is_plan_noun(std::string_view form) { return std::ranges::binary_search(kPlans, form); }
bool names_plan(std::string_view modifier) { return std::ranges::binary_search(kNaming, modifier); }
bool is_present(std::string_view verb) { return std::ranges::binary_search(kPresenting, verb); }
bool is_contain(std::string_view verb) { return std::ranges::binary_search(kContaining, verb); }
bool is_item_noun(std::string_view form) { return std::ranges::binary_search(kItems, form); }

std::optional<int> ordinal_of(std::string_view word) {
  const auto found = std::ranges::find(kOrdinals, word);
  if (found != kOrdinals.end()) return static_cast<int>(found - kOrdinals.begin()) + 1;
  int value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error != std::errc() || value < 1 || value > 100) return std::nullopt;
  const std::string_view ending = word.substr(static_cast<std::size_t>(end - word.data()));
  const bool ordinal = ending == "st" || ending == "nd" || ending == "rd" || ending == "th";
  return ordinal ? std::optional(value) : std::nullopt;
}

}  // namespace sayso::extract
