#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "serve/guard.h"
#include "serve/listener.h"
#include "serve/message.h"

namespace sayso::serve {

/// What answers at one path. `path` may hold one `{id}`, a part without slashes, which the handler is given decoded.
struct Route {
  Method method = Method::get;
  std::string path;
  Lane lane = Lane::stored;
  bool open = false;  ///< a part of the page: needs no token and may be linked to
  std::function<Response(const Request& request, const std::string& id)> handler;
};

/// The routes as a listener calls them. HEAD is answered as GET, OPTIONS with what a path allows; answers to GET carry
/// an ETag and are left out where the client has them. Handlers must be safe to call from several threads.
[[nodiscard]] Service service_of(std::vector<Route> routes, Guard guard);

}  // namespace sayso::serve
