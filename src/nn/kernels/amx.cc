// AMX tiles for 8-bit products, AVX-512 for the rest. Compiled with that set's flags: see src/nn/CMakeLists.txt.
#include <cstddef>
#include <cstdint>

#include "nn/kernels/sets.h"

#if defined(__x86_64__) && defined(__linux__)
#if defined(__GNUC__) && !defined(__clang__)
// GCC 12 about its own _mm512_undefined_ps (PR 105593).
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#pragma GCC diagnostic ignored "-Wuninitialized"
#endif
#include <cpuid.h>
#include <immintrin.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace sayso::nn {
namespace amx {
#include "nn/kernels/avx512.h"

namespace {

constexpr std::int32_t kOffset = 0;

}  // namespace

#include "nn/kernels/amx_tiles.h"

namespace {

/// Whether CPU and system know tiles; asks the system for leave to use them, which then holds for the process.
bool tiles_allowed() {
  unsigned a = 0, b = 0, c = 0, d = 0;
  constexpr unsigned kTile = 1U << 24, kInt8 = 1U << 25;  // leaf 7, EDX
  if (__get_cpuid_count(7, 0, &a, &b, &c, &d) == 0 || (d & kTile) == 0 || (d & kInt8) == 0) return false;
  constexpr unsigned kXsave = 1U << 27;  // leaf 1, ECX
  if (__get_cpuid(1, &a, &b, &c, &d) == 0 || (c & kXsave) == 0) return false;
  constexpr unsigned kTileState = 3U << 17;
  unsigned low = 0, high = 0;
  __asm__("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
  if ((low & kTileState) != kTileState) return false;
  constexpr long kRequest = 0x1023, kTileData = 18;  // ARCH_REQ_XCOMP_PERM, XFEATURE_XTILEDATA
  return syscall(SYS_arch_prctl, kRequest, kTileData) == 0;
}

}  // namespace
}  // namespace amx

const Kernels* amx_kernels() {
  static constexpr Kernels kTable = amx::table("amx");
  const bool supported = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
                         __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl") &&
                         __builtin_cpu_supports("avx512vbmi");
  return supported && amx::tiles_allowed() ? &kTable : nullptr;
}

}  // namespace sayso::nn
#else
namespace sayso::nn {
const Kernels* amx_kernels() { return nullptr; }
}  // namespace sayso::nn
#endif
