#pragma once
#include <string>
#include <string_view>

namespace sayso {

/// The SHA-256 digest (FIPS 180-4) of `bytes`, as 64 lower-case hexadecimal digits. Empty only when libcrypto itself
/// fails (no memory, or a configuration that forbids SHA-256).
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

}  // namespace sayso
