#include <cstdlib>

#include "nn/kernels/sets.h"

namespace sayso::nn {

std::size_t attention_scratch(std::size_t rows) {
  const std::size_t padded = (rows + 15) / 16 * 16, wide = (rows + 63) / 64 * 64;
  // Queries, keys, three numbers a row, scores of 16 rows; values and ones, weights of 16 rows (64 is the largest
  // kWeightStep).
  return padded * (2 * kHeadWidth + 3 * 4 + 16 * 4) + wide * (kHeadWidth + 16 + 16);
}

Result<const Kernels*> find_kernels(const std::string& name) {
  struct Set {
    const char* name;
    const Kernels* (*get)();
  };
  static constexpr Set kSets[] = {{"amx", amx_kernels},
                                  {"vnni", vnni_kernels},
                                  {"avx2", avx2_kernels},
                                  {"neon", neon_kernels},
                                  {"scalar", scalar_kernels}};
  for (const Set& set : kSets) {
    if (!name.empty() && name != set.name) continue;
    if (const Kernels* kernels = set.get()) return kernels;
    if (!name.empty()) return Error{Code::kernel_unsupported, "this CPU cannot run the kernels '" + name + "'"};
  }
  return Error{Code::kernel_unknown,
               "no kernels are called '" + name + "'; there are scalar, avx2, vnni, amx and neon"};
}

Result<const Kernels*> kernels_from_environment() {
  const char* name = std::getenv("SAYSO_KERNELS");
  return find_kernels(name == nullptr ? "" : name);
}

}  // namespace sayso::nn
