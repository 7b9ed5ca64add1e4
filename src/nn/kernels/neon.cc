// NEON with the dot product instructions (ARMv8.2). Compiled with that set's flags: see src/nn/CMakeLists.txt.
#include <cstddef>
#include <cstdint>

#include "nn/kernels/sets.h"

#if defined(__aarch64__)
#include <arm_neon.h>
#if defined(__linux__)
#include <asm/hwcap.h>
#include <sys/auxv.h>
#endif

namespace sayso::nn {
namespace neon {
namespace {

constexpr std::int32_t kOffset = 0;
constexpr int kTileRows = 5;
constexpr int kTileBlocks = 1;

}  // namespace

#include "nn/kernels/four_lanes.h"

namespace {

template <int R, int C>
inline void dot(const std::uint8_t* a, const std::int8_t* b, const std::int32_t*, std::size_t width,
                Ints (&sums)[R][C]) {
  for (int c = 0; c < C; ++c) {
    int32x4_t total[R][4];
    for (int r = 0; r < R; ++r) {
      for (int i = 0; i < 4; ++i) total[r][i] = vdupq_n_s32(0);
    }
    const std::int8_t* block = b + static_cast<std::size_t>(c) * width * 16;
    for (std::size_t k = 0; k < width; k += 4, block += 64) {
      const int8x16_t column[4] = {vld1q_s8(block), vld1q_s8(block + 16), vld1q_s8(block + 32), vld1q_s8(block + 48)};
      for (int r = 0; r < R; ++r) {
        std::int32_t four;
        __builtin_memcpy(&four, a + static_cast<std::size_t>(r) * width + k, 4);
        const int8x16_t x = vreinterpretq_s8_s32(vdupq_n_s32(four));
        for (int i = 0; i < 4; ++i) total[r][i] = vdotq_s32(total[r][i], column[i], x);
      }
    }
    for (int r = 0; r < R; ++r) __builtin_memcpy(sums[r][c].part, total[r], 64);
  }
}

}  // namespace

#include "nn/kernels/tiles.h"

}  // namespace neon

const Kernels* neon_kernels() {
  static constexpr Kernels kTable = neon::table("neon");
#if defined(__linux__)
  return (getauxval(AT_HWCAP) & HWCAP_ASIMDDP) != 0 ? &kTable : nullptr;
#else
  return &kTable;
#endif
}

}  // namespace sayso::nn
#else
namespace sayso::nn {
const Kernels* neon_kernels() { return nullptr; }
}  // namespace sayso::nn
#endif
