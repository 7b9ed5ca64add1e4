#pragma once
#include <cstddef>
#include <cstdint>
#include <string>

#include "sayso/result.h"

namespace sayso::nn {

/// Weights of y = x W + b in 8 bits; all pointers lead into the mapped weight file (not owned).
/// `inputs` is a multiple of 4 and `outputs` one of 16; the exporter pads with zeros.
struct Linear {
  std::size_t inputs = 0;
  std::size_t outputs = 0;
  const std::int8_t* q = nullptr;     ///< [outputs/16][inputs/4][16][4]: 16 columns by 4 inputs side by side
  const float* scale = nullptr;       ///< [outputs]: weight = q * scale
  const std::int32_t* sum = nullptr;  ///< [outputs]: sum of q over the inputs
  const float* bias = nullptr;        ///< [outputs]
};

/// The same in 32-bit floats, for small heads; `outputs` is a multiple of 16.
struct LinearFloat {
  std::size_t inputs = 0;
  std::size_t outputs = 0;
  const float* weight = nullptr;  ///< [inputs][outputs]
  const float* bias = nullptr;    ///< [outputs]
};

/// y = (x - mean) / sqrt(variance + 1e-12) * weight + bias (Ba et al. 2016).
struct Norm {
  const float* weight = nullptr;
  const float* bias = nullptr;
};

/// `gelu` is within 3e-4 of its tanh form (Hendrycks and Gimpel 2016).
enum class Activation : std::uint8_t { none, gelu };

/// The inner loops for one instruction set. Every set gives the same bits in every output: sums of 8-bit products are
/// exact in 32 bits, and the float parts (nn/kernels/body.h) are written once, over 16 lanes in a fixed order.
/// Matrices are row by row without gaps, widths multiples of 16. NaN or infinity gives some numbers, never a fault.
/// Pure apart from their output arguments: safe from several threads at once.
struct Kernels {
  const char* name;

  /// q = round-to-nearest-even(x * 127 / max|x|) for each row, scale[row] = max|x| / 127. How q is stored is the set's
  /// own affair; a row takes `width` bytes.
  void (*quantise)(const float* x, std::size_t rows, std::size_t width, std::uint8_t* q, float* scale);

  /// out [rows x outputs] = activation((q W) * scale[row] * scale[column] + bias), from what quantise() wrote.
  void (*linear)(const Linear& weights, const std::uint8_t* q, const float* scale, std::size_t rows, float* out,
                 Activation activation);

  /// The same without activation, but out [outputs/32][rows][32]: what belongs to one head of attention lies together.
  void (*linear_by_head)(const Linear& weights, const std::uint8_t* q, const float* scale, std::size_t rows,
                         float* out);

  /// out [rows x outputs] = x W + b.
  void (*linear_float)(const LinearFloat& weights, const float* x, std::size_t rows, float* out);

  /// out [width] += q * scale, one row of an 8-bit embedding table.
  void (*add_embedding)(const std::int8_t* q, float scale, std::size_t width, float* out);

  /// x = norm(x + add) for each row; `add` may be null.
  void (*add_norm)(const Norm& norm, const float* add, std::size_t rows, std::size_t width, float* x);

  /// Self-attention of all rows over all rows (Vaswani et al. 2017), products in 8 bits: queries and keys scaled by
  /// row, weights in 127 steps of the row's largest, values scaled by column. qkv [3][heads][rows][32], context [rows x
  /// 32*heads]; `scratch` holds attention_scratch(rows) bytes, aligned to 64.
  void (*attention)(const float* qkv, std::size_t rows, std::size_t heads, float* context, std::uint8_t* scratch);
};

/// Width of one attention head; the kernels know no other.
inline constexpr std::size_t kHeadWidth = 32;

/// Bytes of scratch memory that Kernels::attention needs.
[[nodiscard]] std::size_t attention_scratch(std::size_t rows);

/// The set with that name: "scalar", "avx2", "vnni", "amx", "neon"; "" is the fastest that this CPU has.
/// Errors: kernel_unknown; kernel_unsupported where this CPU, or this build, lacks it.
[[nodiscard]] Result<const Kernels*> find_kernels(const std::string& name);

/// find_kernels() of the environment variable SAYSO_KERNELS, "" when that is not set.
[[nodiscard]] Result<const Kernels*> kernels_from_environment();

}  // namespace sayso::nn
