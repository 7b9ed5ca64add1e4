#pragma once
#include "nn/kernels.h"

// Each set's table, null where this build or CPU lacks it.
namespace sayso::nn {

[[nodiscard]] const Kernels* scalar_kernels();
[[nodiscard]] const Kernels* avx2_kernels();
[[nodiscard]] const Kernels* vnni_kernels();
[[nodiscard]] const Kernels* amx_kernels();
[[nodiscard]] const Kernels* neon_kernels();

}  // namespace sayso::nn
