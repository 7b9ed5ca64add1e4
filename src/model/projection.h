#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

#include "nn/kernels.h"

namespace sayso::model {

/// Rows x [rows x inputs] as an 8-bit head sees them: [rows x outputs].
[[nodiscard]] inline std::vector<float> project(const nn::Kernels& kernels, const nn::Linear& head, const float* x,
                                                std::size_t rows, nn::Activation activation) {
  std::vector<float> out(rows * head.outputs), scale(rows);
  std::vector<std::uint8_t> q(rows * head.inputs);
  kernels.quantise(x, rows, head.inputs, q.data(), scale.data());
  kernels.linear(head, q.data(), scale.data(), rows, out.data(), activation);
  return out;
}

/// How well two projected rows fit: their scalar product in 16 stripes, so that it rounds alike everywhere and can be
/// done in wide registers. `width` is a multiple of 16.
[[nodiscard]] inline float dot(const float* a, const float* b, std::size_t width) {
  float stripes[16] = {};
  for (std::size_t i = 0; i < width; i += 16) {
    for (std::size_t k = 0; k < 16; ++k) stripes[k] += a[i + k] * b[i + k];
  }
  float sum = 0;
  for (const float stripe : stripes) sum += stripe;
  return sum;
}

}  // namespace sayso::model
