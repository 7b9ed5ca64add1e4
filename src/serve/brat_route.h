#pragma once
#include "serve/router.h"

namespace sayso::serve {

/// POST /brat: the attributions that a person accepted or corrected, as brat's .ann of their text (export/brat.h).
[[nodiscard]] Route brat_route();

}  // namespace sayso::serve
