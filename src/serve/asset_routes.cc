#include "serve/assets.h"

namespace sayso::serve {

std::vector<Route> asset_routes() {
  std::vector<Route> routes;
  for (const Asset& asset : assets()) {
    const auto give = [asset](const Request&, const std::string&) {
      Response response;
      response.type = asset.type;
      response.body = asset.bytes;
      return response;
    };
    const bool is_page = asset.path == "/index.html";
    routes.push_back({Method::get, is_page ? "/" : std::string(asset.path), Lane::stored, true, give});
  }
  return routes;
}

}  // namespace sayso::serve
