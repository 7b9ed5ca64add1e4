#pragma once
#include <vector>

#include "sayso/reader.h"
#include "serve/router.h"

namespace sayso::serve {

/// POST /read and GET and POST /quotes: articles that are read and not kept. `reader` must outlive the routes.
[[nodiscard]] std::vector<Route> read_routes(const Reader& reader);

}  // namespace sayso::serve
