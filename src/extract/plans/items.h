#pragma once
#include <cstddef>
#include <vector>

#include "extract/scene.h"
#include "sayso/record.h"

namespace sayso::extract {

/// An item of an agenda, and the word that names the agenda: kNone where the sentence leaves it out ("The second is
/// ..."), so that it is the one spoken of before.
struct FoundItem {
  std::size_t plan = Tree::kNone;
  std::size_t word = 0;  ///< that the sentence hangs from
  Plan::Item item;
};

/// The item that a word tells as one of a plan's parts: "The first item on this plan is ...", "The plan's third step
/// calls for ...", "The second is ...". `part` is "item", "step" or the ordinal itself.
[[nodiscard]] std::vector<FoundItem> items_by_order(const Scene& scene, std::size_t part);

/// The items that a plan's own sentence lists: "The plan includes ..., ... and ...".
[[nodiscard]] std::vector<FoundItem> items_of_list(const Scene& scene, std::size_t plan);

}  // namespace sayso::extract
