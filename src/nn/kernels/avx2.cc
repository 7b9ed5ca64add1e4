// AVX2. Compiled with that set's flags: see src/nn/CMakeLists.txt.
#include <cstddef>
#include <cstdint>

#include "nn/kernels/sets.h"

#if defined(__x86_64__)
#include <immintrin.h>

namespace sayso::nn {
namespace avx2 {
namespace {

constexpr std::int32_t kOffset = 0;
constexpr int kTileRows = 4;
constexpr int kTileBlocks = 1;

using FloatPart = __m256;
using IntPart = std::int32_t __attribute__((vector_size(32)));

inline FloatPart larger_part(FloatPart a, FloatPart b) { return _mm256_max_ps(a, b); }
inline FloatPart smaller_part(FloatPart a, FloatPart b) { return _mm256_min_ps(a, b); }
inline void store_part_bytes(std::uint8_t* to, IntPart value) {
  const __m256i low = _mm256_and_si256(reinterpret_cast<__m256i>(value), _mm256_set1_epi32(255));
  const __m256i words = _mm256_packus_epi32(low, low);
  const __m256i bytes = _mm256_packus_epi16(words, words);
  const __m128i eight = _mm_unpacklo_epi32(_mm256_castsi256_si128(bytes), _mm256_extracti128_si256(bytes, 1));
  _mm_storel_epi64(reinterpret_cast<__m128i*>(to), eight);
}

}  // namespace

#include "nn/kernels/lanes.h"

namespace {

/// |a| times b with a's sign: two products of at most 127 * 127 fit in 16 bits, so vpmaddubsw does not saturate.
inline __m256i add_product(__m256i sum, __m256i a, __m256i magnitude_of_a, __m256i b) {
  const __m256i pairs = _mm256_maddubs_epi16(magnitude_of_a, _mm256_sign_epi8(b, a));
  return _mm256_add_epi32(sum, _mm256_madd_epi16(pairs, _mm256_set1_epi16(1)));
}

template <int R, int C>
inline void dot(const std::uint8_t* a, const std::int8_t* b, const std::int32_t*, std::size_t width,
                Ints (&sums)[R][C]) {
  __m256i low[R][C];
  __m256i high[R][C];
#pragma GCC unroll 16
  for (int r = 0; r < R; ++r) {
#pragma GCC unroll 16
    for (int c = 0; c < C; ++c) low[r][c] = high[r][c] = _mm256_setzero_si256();
  }
  for (std::size_t k = 0; k < width; k += 4) {
#pragma GCC unroll 16
    for (int c = 0; c < C; ++c) {
      const auto* block = reinterpret_cast<const __m256i*>(b + static_cast<std::size_t>(c) * width * 16 + k * 16);
      const __m256i b_low = _mm256_loadu_si256(block);
      const __m256i b_high = _mm256_loadu_si256(block + 1);
#pragma GCC unroll 16
      for (int r = 0; r < R; ++r) {
        std::int32_t four;
        __builtin_memcpy(&four, a + static_cast<std::size_t>(r) * width + k, 4);
        const __m256i x = _mm256_set1_epi32(four);
        const __m256i magnitude_of_x = _mm256_abs_epi8(x);
        low[r][c] = add_product(low[r][c], x, magnitude_of_x, b_low);
        high[r][c] = add_product(high[r][c], x, magnitude_of_x, b_high);
      }
    }
  }
#pragma GCC unroll 16
  for (int r = 0; r < R; ++r) {
#pragma GCC unroll 16
    for (int c = 0; c < C; ++c) {
      sums[r][c].part[0] = reinterpret_cast<IntPart>(low[r][c]);
      sums[r][c].part[1] = reinterpret_cast<IntPart>(high[r][c]);
    }
  }
}

}  // namespace

#include "nn/kernels/tiles.h"

}  // namespace avx2

const Kernels* avx2_kernels() {
  static constexpr Kernels kTable = avx2::table("avx2");
  return __builtin_cpu_supports("avx2") ? &kTable : nullptr;
}

}  // namespace sayso::nn
#else
namespace sayso::nn {
const Kernels* avx2_kernels() { return nullptr; }
}  // namespace sayso::nn
#endif
