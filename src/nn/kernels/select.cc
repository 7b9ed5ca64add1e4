#include <cstdlib>

#include "nn/kernels/sets.h"

namespace sayso::nn {

std::size_t attention_scratch(std::size_t rows) {
  const std::size_t padded = (rows + 15) / 16 * 16;
  // Queries, keys, values; a tile's weights and scores (16 rows at most); three numbers a row.
  return padded * (3 * kHeadWidth + 16 + 3 * 4 + 16 * 4);
}

Result<const Kernels*> find_kernels(const std::string& name) {
  struct Set {
    const char* name;
    const Kernels* (*get)();
  };
  static constexpr Set kSets[] = {
      {"vnni", vnni_kernels}, {"avx2", avx2_kernels}, {"neon", neon_kernels}, {"scalar", scalar_kernels}};
  for (const Set& set : kSets) {
    if (!name.empty() && name != set.name) continue;
    if (const Kernels* kernels = set.get()) return kernels;
    if (!name.empty()) return Error{Code::kernel_unsupported, "this CPU cannot run the kernels '" + name + "'"};
  }
  return Error{Code::kernel_unknown, "no kernels are called '" + name + "'; there are scalar, avx2, vnni and neon"};
}

Result<const Kernels*> kernels_from_environment() {
  const char* name = std::getenv("SAYSO_KERNELS");
  return find_kernels(name == nullptr ? "" : name);
}

}  // namespace sayso::nn
