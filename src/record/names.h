#pragma once
#include <string>
#include <string_view>

namespace sayso {

/// The last part of a path or address: `a b.html` of `news/a b.html` and of `https://x.org/n/a%20b.html?page=1`. Empty
/// for an address without a path.
[[nodiscard]] std::string base_name(std::string_view uri);

/// `name` without what follows its last dot; a dot at the start begins no extension.
[[nodiscard]] std::string without_extension(std::string name);

}  // namespace sayso
