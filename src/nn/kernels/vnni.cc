// AVX-512 with VNNI. Compiled with that set's flags: see src/nn/CMakeLists.txt.
#include <cstddef>
#include <cstdint>

#include "nn/kernels/sets.h"

#if defined(__x86_64__)
#if defined(__GNUC__) && !defined(__clang__)
// GCC 12 about its own _mm512_undefined_ps (PR 105593).
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#pragma GCC diagnostic ignored "-Wuninitialized"
#endif
#include <immintrin.h>

namespace sayso::nn {
namespace vnni {
namespace {

constexpr std::int32_t kOffset = 128;  // vpdpbusd wants its first factor unsigned
constexpr int kTileRows = 6;
constexpr int kTileBlocks = 4;

}  // namespace

#include "nn/kernels/avx512.h"

namespace {

/// _mm512_dpbusd_epi32, but the sum stays in its register: GCC 12 copies and spills around the intrinsic.
inline void add_product(__m512i& sum, __m512i a, __m512i b) {
  __asm__("vpdpbusd %2, %1, %0" : "+v"(sum) : "v"(a), "v"(b));
}

template <int R, int C>
inline void dot(const std::uint8_t* a, const std::int8_t* b, const std::int32_t* column_sums, std::size_t width,
                Ints (&sums)[R][C]) {
  __m512i total[R][C];
#pragma GCC unroll 16
  for (int r = 0; r < R; ++r) {
#pragma GCC unroll 16
    for (int c = 0; c < C; ++c) {
      total[r][c] = _mm512_setzero_si512();
      if (column_sums != nullptr) {
        const __m512i shifted = _mm512_slli_epi32(_mm512_loadu_si512(column_sums + 16 * c), 7);  // 128 times
        total[r][c] = _mm512_sub_epi32(_mm512_setzero_si512(), shifted);
      }
    }
  }
  for (std::size_t k = 0; k < width; k += 4) {
    __m512i block[C];
#pragma GCC unroll 16
    for (int c = 0; c < C; ++c) block[c] = _mm512_loadu_si512(b + static_cast<std::size_t>(c) * width * 16 + k * 16);
#pragma GCC unroll 16
    for (int r = 0; r < R; ++r) {
      std::int32_t four;
      __builtin_memcpy(&four, a + static_cast<std::size_t>(r) * width + k, 4);
      const __m512i x = _mm512_set1_epi32(four);
#pragma GCC unroll 16
      for (int c = 0; c < C; ++c) add_product(total[r][c], x, block[c]);
    }
  }
#pragma GCC unroll 16
  for (int r = 0; r < R; ++r) {
#pragma GCC unroll 16
    for (int c = 0; c < C; ++c) sums[r][c].part[0] = reinterpret_cast<IntPart>(total[r][c]);
  }
}

}  // namespace

#include "nn/kernels/tiles.h"

}  // namespace vnni

const Kernels* vnni_kernels() {
  static constexpr Kernels kTable = vnni::table("vnni");
  const bool supported = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
                         __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl") &&
                         __builtin_cpu_supports("avx512vnni");
  return supported ? &kTable : nullptr;
}

}  // namespace sayso::nn
#else
namespace sayso::nn {
const Kernels* vnni_kernels() { return nullptr; }
}  // namespace sayso::nn
#endif
