#pragma once
#include <string_view>

#include "sayso/record.h"

namespace sayso {

/// `direct`, `mixed` or `indirect`: the word that stands in a record.
[[nodiscard]] std::string_view mode_name(Mode mode);

}  // namespace sayso
