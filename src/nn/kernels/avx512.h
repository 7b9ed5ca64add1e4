// 16 lanes in one AVX-512 register: what lanes.h wants of a set, for those that have it. Included inside its namespace.

namespace {

using FloatPart = __m512;
using IntPart = std::int32_t __attribute__((vector_size(64)));

inline FloatPart larger_part(FloatPart a, FloatPart b) { return _mm512_max_ps(a, b); }
inline FloatPart smaller_part(FloatPart a, FloatPart b) { return _mm512_min_ps(a, b); }
inline void store_part_bytes(std::uint8_t* to, IntPart value) {
  _mm_storeu_si128(reinterpret_cast<__m128i*>(to), _mm512_cvtepi32_epi8(reinterpret_cast<__m512i>(value)));
}

}  // namespace

#include "nn/kernels/lanes.h"
