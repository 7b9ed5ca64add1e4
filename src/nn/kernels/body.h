// The part of a kernel that is the same on every instruction set, compiled once for each inside its own namespace.
//
// Before including it a kernel includes lanes.h and defines, in an anonymous namespace:
//   kOffset                     what quantise() adds to q (128 where the products want unsigned inputs, else 0)
//   kTileRows, kTileBlocks      the size of its register tile: rows by blocks of 16 columns
//   dot<R, C>(...)              the tile's 32-bit sums of 8-bit products, less kOffset times the columns' sums if these
//                               are given

namespace {

/// Round to the nearest whole number, ties to even, for |x| < 2^22; NaN becomes `low`.
inline Floats rounded(Floats x, float low, float high) {
  x = smaller(larger(x, splat(low)), splat(high));
  const float magic = 12582912.0F;  // 1.5 * 2^23: beyond it a float has no fraction
  return (x + magic) - magic;
}

/// exp by 2^n * 2^r, |r| <= 1/2, and a polynomial of degree 6 (relative error below 2e-7).
inline Floats exponential(Floats x) {
  const Floats n = rounded(x * 1.44269504F, -126.0F, 127.0F);
  x = smaller(larger(x, splat(-87.0F)), splat(88.0F));
  const Floats r = (x - n * 0.693359375F) - n * -2.12194440e-4F;
  Floats p = splat(1.9875691500e-4F);
  p = p * r + 1.3981999507e-3F;
  p = p * r + 8.3334519073e-3F;
  p = p * r + 4.1665795894e-2F;
  p = p * r + 1.6666665459e-1F;
  p = p * r + 5.0000001201e-1F;
  p = p * r * r + r + 1.0F;
  return p * bits_to_floats((to_ints(n) + 127) << 23);
}

inline Floats gelu_of(Floats x) {
  const Floats u = (x + x * x * x * 0.044715F) * 1.59576912F;  // 2 sqrt(2 / pi)
  return x / (exponential(-u) + 1.0F);
}

inline float row_max(const float* x, std::size_t width) {
  Floats most = splat(0.0F);
  for (std::size_t i = 0; i < width; i += 16) most = larger(magnitude(load(x + i)), most);
  return fold_max(most);
}

inline float quantise_row(const float* x, std::size_t width, std::int32_t offset, std::uint8_t* q) {
  const float most = row_max(x, width);
  const float factor = most > 1e-30F ? 127.0F / most : 0.0F;
  for (std::size_t i = 0; i < width; i += 16) {
    store_bytes(q + i, to_ints(rounded(load(x + i) * factor, -127.0F, 127.0F)) + offset);
  }
  return most / 127.0F;
}

void quantise(const float* x, std::size_t rows, std::size_t width, std::uint8_t* q, float* scale) {
  for (std::size_t r = 0; r < rows; ++r) scale[r] = quantise_row(x + r * width, width, kOffset, q + r * width);
}

/// The 8-bit product of rows of `a` (stored as quantise() does, `width` bytes each) with column blocks `b` of
/// [blocks][width/4][16][4], handed tile by tile to `use(row, block, sums)`.
template <int R, int C, class Use>
inline void tile(const std::uint8_t* a, const std::int8_t* b, const std::int32_t* column_sums, std::size_t width,
                 std::size_t row, std::size_t block, const Use& use) {
  const Use own = use;  // a copy that stores cannot change, so that it stays in registers
  Ints sums[R][C];
  dot<R, C>(a + row * width, b + block * width * 16, column_sums == nullptr ? nullptr : column_sums + block * 16, width,
            sums);
#pragma GCC unroll 16
  for (int r = 0; r < R; ++r) {
#pragma GCC unroll 16
    for (int c = 0; c < C; ++c) {
      own(row + static_cast<std::size_t>(r), block + static_cast<std::size_t>(c), sums[r][c]);
    }
  }
}

template <int C, class Use>
inline void tiles_of(const std::uint8_t* a, std::size_t rows, const std::int8_t* b, const std::int32_t* column_sums,
                     std::size_t width, std::size_t block, const Use& use) {
  std::size_t row = 0;
  for (; row + kTileRows <= rows; row += kTileRows) tile<kTileRows, C>(a, b, column_sums, width, row, block, use);
  if constexpr (kTileRows > 4) {
    if (row + 4 <= rows) tile<4, C>(a, b, column_sums, width, row, block, use), row += 4;
  }
  for (; row + 2 <= rows; row += 2) tile<2, C>(a, b, column_sums, width, row, block, use);
  if (row < rows) tile<1, C>(a, b, column_sums, width, row, block, use);
}

template <class Use>
inline void product(const std::uint8_t* a, std::size_t rows, const std::int8_t* b, const std::int32_t* column_sums,
                    std::size_t blocks, std::size_t width, const Use& use) {
  std::size_t block = 0;
  for (; block + kTileBlocks <= blocks; block += kTileBlocks) {
    tiles_of<kTileBlocks>(a, rows, b, column_sums, width, block, use);
  }
  for (; block < blocks; ++block) tiles_of<1>(a, rows, b, column_sums, width, block, use);
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

void add_norm(const Norm& norm, const float* add, std::size_t rows, std::size_t width, float* x) {
  for (std::size_t r = 0; r < rows; ++r) {
    float* row = x + r * width;
    Floats sum = splat(0.0F);
    for (std::size_t i = 0; i < width; i += 16) {
      Floats value = load(row + i);
      if (add != nullptr) value = value + load(add + r * width + i);
      store(row + i, value);
      sum = sum + value;
    }
    const float mean = fold_sum(sum) / static_cast<float>(width);
    Floats squares = splat(0.0F);
    for (std::size_t i = 0; i < width; i += 16) {
      const Floats d = load(row + i) - mean;
      squares = squares + d * d;
    }
    const float factor = 1.0F / __builtin_sqrtf(fold_sum(squares) / static_cast<float>(width) + 1e-12F);
    for (std::size_t i = 0; i < width; i += 16) {
      store(row + i, (load(row + i) - mean) * factor * load(norm.weight + i) + load(norm.bias + i));
    }
  }
}

}  // namespace

#include "nn/kernels/attention.h"

namespace {

void gelu(float* x, std::size_t count) {
  for (std::size_t i = 0; i < count; i += 16) store(x + i, gelu_of(load(x + i)));
}

void exp_all(float* x, std::size_t count) {
  for (std::size_t i = 0; i < count; i += 16) store(x + i, exponential(load(x + i)));
}

constexpr Kernels table(const char* name) {
  return {name, quantise, linear, linear_float, add_embedding, add_norm, attention, gelu, exp_all};
}

}  // namespace
