// Four lanes in a vector of the compiler's own: what lanes.h wants of a set, for those without a wider one. Included
// inside its namespace.

namespace {

using FloatPart = float __attribute__((vector_size(16)));
using IntPart = std::int32_t __attribute__((vector_size(16)));

template <class Part>
inline Part larger_part(Part a, Part b) {
  return a > b ? a : b;
}
template <class Part>
inline Part smaller_part(Part a, Part b) {
  return a < b ? a : b;
}
inline void store_part_bytes(std::uint8_t* to, IntPart value) {
  using Bytes = std::uint8_t __attribute__((vector_size(4)));
  const Bytes bytes = __builtin_convertvector(value, Bytes);
  __builtin_memcpy(to, &bytes, sizeof bytes);
}

}  // namespace

#include "nn/kernels/lanes.h"
