#pragma once
#include <cstdint>
#include <string>

#include "sayso/result.h"

namespace sayso::ingest {

/// A bomb: text never shrinks to a two hundredth. Small files are let pass.
[[nodiscard]] inline bool is_bomb(std::uint64_t compressed, std::uint64_t expanded) {
  constexpr std::uint64_t kHarmless = std::uint64_t{64} << 20, kMost = 200;
  return expanded > kHarmless && expanded / kMost > compressed;
}

[[nodiscard]] inline Error bomb(const std::string& name) {
  return {Code::input_too_large, "grows more than 200 times when it is decompressed", name};
}

}  // namespace sayso::ingest
