// Plain C++: what every other instruction set is compared with.
#include <cstddef>
#include <cstdint>

#include "nn/kernels/sets.h"

namespace sayso::nn {
namespace scalar {
namespace {

constexpr std::int32_t kOffset = 0;
constexpr int kTileRows = 4;
constexpr int kTileBlocks = 1;

}  // namespace

#include "nn/kernels/four_lanes.h"

namespace {

template <int R, int C>
inline void dot(const std::uint8_t* a, const std::int8_t* b, const std::int32_t*, std::size_t width,
                Ints (&sums)[R][C]) {
  for (int r = 0; r < R; ++r) {
    for (int c = 0; c < C; ++c) {
      std::int32_t column[16] = {};
      const std::uint8_t* row = a + static_cast<std::size_t>(r) * width;
      const std::int8_t* block = b + static_cast<std::size_t>(c) * width * 16;
      for (std::size_t k = 0; k < width; k += 4, block += 64) {
        std::int32_t x[4];
        for (std::size_t j = 0; j < 4; ++j) x[j] = static_cast<std::int8_t>(row[k + j]);
        for (std::size_t i = 0; i < 16; ++i) {
          const std::int8_t* four = block + 4 * i;
          column[i] += (x[0] * four[0] + x[1] * four[1]) + (x[2] * four[2] + x[3] * four[3]);
        }
      }
      __builtin_memcpy(sums[r][c].part, column, sizeof column);
    }
  }
}

}  // namespace

#include "nn/kernels/tiles.h"

}  // namespace scalar

const Kernels* scalar_kernels() {
  static constexpr Kernels kTable = scalar::table("scalar");
  return &kTable;
}

}  // namespace sayso::nn
