// The part of a kernel that is the same on every instruction set, compiled once for each inside its own namespace.
//
// Before including it a kernel includes lanes.h and defines, in an anonymous namespace:
//   kOffset          what quantise() adds to q (128 where the products want unsigned inputs, else 0)
//   product(...)     the product of two 8-bit matrices; with kQueryRows, kWeightStep and AttentionTiles it is in
//                    tiles.h, which sets without a matrix unit include

namespace {

/// Beyond it a float has no fraction: adding it to |x| < 2^22 rounds to a whole number, ties to even, and leaves that
/// number in the lower bits.
constexpr float kMagic = 12582912.0F;  // 1.5 * 2^23

/// Round to the nearest whole number, ties to even, for |x| < 2^22; NaN becomes `low`.
inline Floats rounded(Floats x, float low, float high) {
  x = smaller(larger(x, splat(low)), splat(high));
  return (x + kMagic) - kMagic;
}

/// x (1/2 + c p(c^2)) with c = x within -4..4: within 3e-4 of x / (1 + exp(-2 sqrt(2 / pi) (x + 0.044715 x^3))), which
/// would cost an exponential and a division. The numbers are a least-maximum fit.
inline Floats gelu_of(Floats x) {
  const Floats c = smaller(larger(x, splat(-4.0F)), splat(4.0F));
  const Floats z = c * c;
  Floats p = splat(2.34688932e-8F);
  p = p * z - 1.64072558e-6F;
  p = p * z + 4.89345638e-5F;
  p = p * z - 8.24474918e-4F;
  p = p * z + 8.81871137e-3F;
  p = p * z - 6.45966980e-2F;
  p = p * z + 3.97713524e-1F;
  return x * (c * p + 0.5F);
}

/// The largest magnitude of a row. Any order gives the same, so four at a time do not wait for one another.
inline float row_max(const float* x, std::size_t width) {
  Floats most[4] = {splat(0.0F), splat(0.0F), splat(0.0F), splat(0.0F)};
  std::size_t i = 0;
  for (; i + 64 <= width; i += 64) {
#pragma GCC unroll 4
    for (std::size_t k = 0; k < 4; ++k) most[k] = larger(magnitude(load(x + i + 16 * k)), most[k]);
  }
  for (; i < width; i += 16) most[0] = larger(magnitude(load(x + i)), most[0]);
  return fold_max(larger(larger(most[0], most[1]), larger(most[2], most[3])));
}

inline float quantise_row(const float* x, std::size_t width, std::int32_t offset, std::uint8_t* q) {
  const float most = row_max(x, width);
  const float factor = most > 1e-30F ? 127.0F / most : 0.0F;
  const float magic = kMagic + static_cast<float>(offset);
  for (std::size_t i = 0; i < width; i += 16) store_bytes(q + i, floats_to_bits(load(x + i) * factor + magic));
  return most / 127.0F;
}

void quantise(const float* x, std::size_t rows, std::size_t width, std::uint8_t* q, float* scale) {
  for (std::size_t r = 0; r < rows; ++r) scale[r] = quantise_row(x + r * width, width, kOffset, q + r * width);
}

template <bool Gelu>
inline void linear_with(const Linear& w, const std::uint8_t* q, const float* scale, std::size_t rows, float* out) {
  const auto finish = [column_scale = w.scale, bias = w.bias, outputs = w.outputs, scale, out](
                          std::size_t row, std::size_t block, Ints sums) {
    const std::size_t column = block * 16;
    Floats y = to_floats(sums) * scale[row] * load(column_scale + column) + load(bias + column);
    if constexpr (Gelu) y = gelu_of(y);
    store(out + row * outputs + column, y);
  };
  product(q, rows, w.q, w.sum, w.outputs / 16, w.inputs, finish);
}

void linear(const Linear& w, const std::uint8_t* q, const float* scale, std::size_t rows, float* out,
            Activation activation) {
  if (activation == Activation::gelu) {
    linear_with<true>(w, q, scale, rows, out);
  } else {
    linear_with<false>(w, q, scale, rows, out);
  }
}

void linear_by_head(const Linear& w, const std::uint8_t* q, const float* scale, std::size_t rows, float* out) {
  const auto finish = [column_scale = w.scale, bias = w.bias, rows, scale, out](std::size_t row, std::size_t block,
                                                                                Ints sums) {
    const std::size_t column = block * 16, head = column / kHeadWidth;
    const Floats y = to_floats(sums) * scale[row] * load(column_scale + column) + load(bias + column);
    store(out + (head * rows + row) * kHeadWidth + column % kHeadWidth, y);
  };
  product(q, rows, w.q, w.sum, w.outputs / 16, w.inputs, finish);
}

void linear_float(const LinearFloat& w, const float* x, std::size_t rows, float* out) {
  for (std::size_t r = 0; r < rows; ++r) {
    for (std::size_t column = 0; column < w.outputs; column += 16) {
      Floats y = load(w.bias + column);
      for (std::size_t i = 0; i < w.inputs; ++i) y = y + load(w.weight + i * w.outputs + column) * x[r * w.inputs + i];
      store(out + r * w.outputs + column, y);
    }
  }
}

void add_embedding(const std::int8_t* q, float scale, std::size_t width, float* out) {
  for (std::size_t i = 0; i < width; i += 16) store(out + i, load(out + i) + to_floats(load(q + i)) * scale);
}

/// The sum of `value(i)` for i = 0, 16, 32 .. width: four running sums, which do not wait for one another.
template <class Value>
inline float row_sum(std::size_t width, const Value& value) {
  Floats sum[4] = {splat(0.0F), splat(0.0F), splat(0.0F), splat(0.0F)};
  std::size_t i = 0;
  for (; i + 64 <= width; i += 64) {
#pragma GCC unroll 4
    for (std::size_t k = 0; k < 4; ++k) sum[k] = sum[k] + value(i + 16 * k);
  }
  for (; i < width; i += 16) sum[0] = sum[0] + value(i);
  return fold_sum((sum[0] + sum[1]) + (sum[2] + sum[3]));
}

void add_norm(const Norm& norm, const float* add, std::size_t rows, std::size_t width, float* x) {
  const auto size = static_cast<float>(width);
  for (std::size_t r = 0; r < rows; ++r) {
    float* row = x + r * width;
    const float* more = add == nullptr ? nullptr : add + r * width;
    const auto added = [=](std::size_t i) {
      if (more != nullptr) store(row + i, load(row + i) + load(more + i));
      return load(row + i);
    };
    const float mean = row_sum(width, added) / size;
    const auto square = [=](std::size_t i) {
      const Floats d = load(row + i) - mean;
      return d * d;
    };
    const float factor = 1.0F / __builtin_sqrtf(row_sum(width, square) / size + 1e-12F);
    for (std::size_t i = 0; i < width; i += 16) {
      store(row + i, (load(row + i) - mean) * factor * load(norm.weight + i) + load(norm.bias + i));
    }
  }
}

}  // namespace

#include "nn/kernels/attention.h"

namespace {

constexpr Kernels table(const char* name) {
  return {name, quantise, linear, linear_by_head, linear_float, add_embedding, add_norm, attention};
}

}  // namespace
