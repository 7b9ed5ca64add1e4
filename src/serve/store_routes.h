#pragma once
#include <string>
#include <vector>

#include "sayso/store.h"
#include "serve/router.h"

namespace sayso::serve {

/// GET /store, /statements, /timeline, /ledger, /events, /links, /actors, /actors/{id} and /documents/{id}: what the
/// database has. A request is answered by one of `stores`, all of the same database and each with a connection of its
/// own; without any, with store_not_found. They must outlive the routes.
[[nodiscard]] std::vector<Route> store_routes(const std::vector<Store>& stores);

/// GET and POST /documents/{id}/verdicts: what people say of statements. The database at `path`, empty for none, is
/// opened for each.
[[nodiscard]] std::vector<Route> verdict_routes(const std::string& path);

}  // namespace sayso::serve
