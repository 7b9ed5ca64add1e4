#pragma once
#include <string_view>

#include "extract/actors/cast.h"

namespace sayso::extract {

/// The gender that a first name tells in most countries; unknown for names of both and for rare ones. `folded` in small
/// letters, without accents.
[[nodiscard]] Gender gender_of_first_name(std::string_view folded);

}  // namespace sayso::extract
