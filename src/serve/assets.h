#pragma once
#include <span>
#include <string_view>
#include <vector>

#include "serve/router.h"

namespace sayso::serve {

/// A file of the page. They are part of the program, so that page and API are always of one version and no path of a
/// request ever reaches the file system.
struct Asset {
  std::string_view path, type, bytes;
};

/// Made by cmake/embed_assets.cmake from web/, openapi.json and the chart library's package.
[[nodiscard]] std::span<const Asset> assets();

/// One open route for each, and `/` for the page.
[[nodiscard]] std::vector<Route> asset_routes();

}  // namespace sayso::serve
