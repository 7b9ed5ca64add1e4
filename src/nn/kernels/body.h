// The part of a kernel that is the same on every instruction set, compiled once for each inside its own namespace.
//
// Before including it a kernel defines, in an anonymous namespace:
//   kOffset                     what quantise() adds to q (128 where the products want unsigned inputs, else 0)
//   kTileRows, kTileBlocks      the size of its register tile: rows by blocks of 16 columns
//   dot<R, C>(...)              the tile's 32-bit sums of 8-bit products
// Floats are handled 16 lanes at a time through the compiler's vector types, sums in 16 stripes that are then folded in
// halves, and no product is fused with a sum (-ffp-contract=off), so that each set rounds at the same places.

namespace {

using Floats = float __attribute__((vector_size(64), aligned(4), may_alias));
using Ints = std::int32_t __attribute__((vector_size(64), aligned(4), may_alias));

inline Floats load(const float* from) { return *reinterpret_cast<const Floats*>(from); }
inline void store(float* to, Floats value) { *reinterpret_cast<Floats*>(to) = value; }
inline Floats splat(float value) { return Floats{} + value; }
inline Floats to_floats(Ints value) { return __builtin_convertvector(value, Floats); }
inline Ints to_ints(Floats value) { return __builtin_convertvector(value, Ints); }
inline Floats larger(Floats a, Floats b) { return a > b ? a : b; }
inline Floats smaller(Floats a, Floats b) { return a < b ? a : b; }
inline Floats magnitude(Floats x) { return larger(x, -x); }

inline float fold_sum(Floats value) {
  float lanes[16];
  store(lanes, value);
  for (int half = 8; half > 0; half /= 2) {
    for (int i = 0; i < half; ++i) lanes[i] += lanes[i + half];
  }
  return lanes[0];
}

inline float fold_max(Floats value) {
  float lanes[16];
  store(lanes, value);
  for (int half = 8; half > 0; half /= 2) {
    for (int i = 0; i < half; ++i) lanes[i] = lanes[i] > lanes[i + half] ? lanes[i] : lanes[i + half];
  }
  return lanes[0];
}

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
  const Ints bits = (to_ints(n) + 127) << 23;
  Floats power;
  __builtin_memcpy(&power, &bits, sizeof power);
  return p * power;
}

inline Floats gelu_of(Floats x) {
  const Floats u = (x + x * x * x * 0.044715F) * 1.59576912F;  // 2 sqrt(2 / pi)
  return x / (exponential(-u) + 1.0F);
}

/// 16 whole numbers of -128..127 (or 0..255) as bytes.
inline void store_bytes(std::uint8_t* to, Ints value) {
  using Bytes = std::uint8_t __attribute__((vector_size(16), aligned(1), may_alias));
  *reinterpret_cast<Bytes*>(to) = __builtin_convertvector(value, Bytes);
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
inline void tile(const std::uint8_t* a, const std::int8_t* b, std::size_t width, std::size_t row, std::size_t block,
                 const Use& use) {
  Ints sums[R][C];
  dot<R, C>(a + row * width, b + block * width * 16, width, sums);
  for (int r = 0; r < R; ++r) {
    for (int c = 0; c < C; ++c) {
      use(row + static_cast<std::size_t>(r), block + static_cast<std::size_t>(c), sums[r][c]);
    }
  }
}

template <int C, class Use>
inline void tiles_of(const std::uint8_t* a, std::size_t rows, const std::int8_t* b, std::size_t width,
                     std::size_t block, const Use& use) {
  std::size_t row = 0;
  for (; row + kTileRows <= rows; row += kTileRows) tile<kTileRows, C>(a, b, width, row, block, use);
  for (; row < rows; ++row) tile<1, C>(a, b, width, row, block, use);
}

template <class Use>
inline void product(const std::uint8_t* a, std::size_t rows, const std::int8_t* b, std::size_t blocks,
                    std::size_t width, const Use& use) {
  std::size_t block = 0;
  for (; block + kTileBlocks <= blocks; block += kTileBlocks) tiles_of<kTileBlocks>(a, rows, b, width, block, use);
  for (; block < blocks; ++block) tiles_of<1>(a, rows, b, width, block, use);
}

template <bool Gelu>
inline void linear_with(const Linear& w, const std::uint8_t* q, const float* scale, std::size_t rows, float* out) {
  product(q, rows, w.q, w.outputs / 16, w.inputs, [&](std::size_t row, std::size_t block, Ints sums) {
    const std::size_t column = block * 16;
    if constexpr (kOffset != 0) sums -= *reinterpret_cast<const Ints*>(w.sum + column) * kOffset;
    Floats y = to_floats(sums) * scale[row] * load(w.scale + column) + load(w.bias + column);
    if constexpr (Gelu) y = gelu_of(y);
    store(out + row * w.outputs + column, y);
  });
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
  using Bytes = std::int8_t __attribute__((vector_size(16), aligned(1), may_alias));
  for (std::size_t i = 0; i < width; i += 16) {
    const Floats row = __builtin_convertvector(*reinterpret_cast<const Bytes*>(q + i), Floats);
    store(out + i, load(out + i) + row * scale);
  }
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

/// What attention keeps for one head; `padded` is rows rounded up to 16.
struct HeadMemory {
  std::uint8_t* query;    ///< [rows][32]
  std::int8_t* key;       ///< [padded/16][8][16][4]
  std::int8_t* value;     ///< [2][padded/4][16][4]
  std::uint8_t* weight;   ///< [kTileRows][padded]
  float* query_scale;     ///< [rows]
  float* key_scale;       ///< [padded]
  std::int32_t* key_sum;  ///< [padded]
  float* score;           ///< [kTileRows][padded]
};

inline HeadMemory lay_out(std::uint8_t* scratch, std::size_t padded) {
  HeadMemory m{};
  const auto take = [&](std::size_t bytes) { return scratch += bytes, scratch - bytes; };
  m.query = take(padded * 32);
  m.key = reinterpret_cast<std::int8_t*>(take(padded * 32));
  m.value = reinterpret_cast<std::int8_t*>(take(padded * 32));
  m.weight = take(padded * 16);
  m.query_scale = reinterpret_cast<float*>(take(padded * 4));
  m.key_scale = reinterpret_cast<float*>(take(padded * 4));
  m.key_sum = reinterpret_cast<std::int32_t*>(take(padded * 4));
  m.score = reinterpret_cast<float*>(take(padded * 4 * 16));
  return m;
}

inline void pack_keys(const float* qkv, std::size_t rows, std::size_t padded, std::size_t stride, const HeadMemory& m) {
  for (std::size_t j = 0; j < padded; ++j) {
    std::uint8_t row[kHeadWidth] = {};
    m.key_scale[j] = j < rows ? quantise_row(qkv + j * stride, kHeadWidth, 0, row) : 0.0F;
    std::int32_t sum = 0;
    for (const std::uint8_t q : row) sum += static_cast<std::int8_t>(q);
    m.key_sum[j] = sum;
    for (std::size_t g = 0; g < kHeadWidth / 4; ++g) {
      __builtin_memcpy(m.key + ((j / 16 * 8 + g) * 16 + j % 16) * 4, row + g * 4, 4);
    }
  }
}

/// Values scaled by column over all rows; returns the two halves' scales.
inline void pack_values(const float* qkv, std::size_t rows, std::size_t padded, std::size_t stride, const HeadMemory& m,
                        Floats scale[2]) {
  for (std::size_t half = 0; half < 2; ++half) {
    const float* column = qkv + half * 16;
    Floats most = splat(0.0F);
    for (std::size_t j = 0; j < rows; ++j) most = larger(magnitude(load(column + j * stride)), most);
    scale[half] = most / 127.0F;
    const Floats factor = most > 1e-30F ? splat(127.0F) / most : splat(0.0F);
    std::int8_t* to = m.value + half * padded * 16;
    for (std::size_t j = 0; j < padded; j += 4) {
      // Four rows side by side: each 32-bit lane takes one byte of each row.
      Ints lanes = {};
      for (std::size_t k = 0; k < 4 && j + k < rows; ++k) {
        const Ints q = to_ints(rounded(load(column + (j + k) * stride) * factor, -127.0F, 127.0F));
        lanes |= (q & 255) << static_cast<int>(8 * k);
      }
      __builtin_memcpy(to + j * 16, &lanes, sizeof lanes);
    }
  }
}

/// Scores of one row to weights of 0..127 relative to the largest; returns their sum.
inline std::int32_t soften(float* score, std::size_t rows, std::size_t padded, std::uint8_t* weight) {
  for (std::size_t j = rows; j < padded; ++j) score[j] = -1e30F;
  Floats most = splat(-1e30F);
  for (std::size_t j = 0; j < padded; j += 16) most = larger(load(score + j), most);
  const float top = fold_max(most);
  Ints sum = {};
  for (std::size_t j = 0; j < padded; j += 16) {
    const Ints w = to_ints(rounded(exponential(load(score + j) - top) * 127.0F, 0.0F, 127.0F));
    sum += w;
    store_bytes(weight + j, w);
  }
  std::int32_t total = 0;
  for (int i = 0; i < 16; ++i) total += sum[i];
  return total > 0 ? total : 1;
}

template <int R>
inline void attend(const HeadMemory& m, std::size_t row, std::size_t rows, std::size_t padded, const Floats scale[2],
                   std::size_t width, float* context) {
  constexpr float kRoot = 0.17677669529F;  // 1 / sqrt(32)
  const auto score = [&](std::size_t r, std::size_t block, Ints sums) {
    const std::size_t j = block * 16;
    if constexpr (kOffset != 0) sums -= *reinterpret_cast<const Ints*>(m.key_sum + j) * kOffset;
    store(m.score + r * padded + j, to_floats(sums) * (m.query_scale[row + r] * kRoot) * load(m.key_scale + j));
  };
  const std::uint8_t* query = m.query + row * kHeadWidth;
  std::size_t block = 0;
  for (; block + kTileBlocks <= padded / 16; block += kTileBlocks)
    tile<R, kTileBlocks>(query, m.key, kHeadWidth, 0, block, score);
  for (; block < padded / 16; ++block) tile<R, 1>(query, m.key, kHeadWidth, 0, block, score);
  float inverse[R];
  for (int r = 0; r < R; ++r) {
    const std::size_t at = static_cast<std::size_t>(r) * padded;
    inverse[r] = 1.0F / static_cast<float>(soften(m.score + at, rows, padded, m.weight + at));
  }
  tile<R, 2>(m.weight, m.value, padded, 0, 0, [&](std::size_t r, std::size_t half, Ints sums) {
    store(context + (row + r) * width + half * 16, to_floats(sums) * inverse[r] * scale[half]);
  });
}

void attention(const float* qkv, std::size_t rows, std::size_t heads, float* context, std::uint8_t* scratch) {
  const std::size_t padded = (rows + 15) / 16 * 16, width = heads * kHeadWidth, stride = 3 * width;
  const HeadMemory m = lay_out(scratch, padded);
  for (std::size_t head = 0; head < heads; ++head) {
    const float* query = qkv + head * kHeadWidth;
    for (std::size_t i = 0; i < rows; ++i) {
      m.query_scale[i] = quantise_row(query + i * stride, kHeadWidth, kOffset, m.query + i * kHeadWidth);
    }
    Floats scale[2];
    pack_keys(query + width, rows, padded, stride, m);
    pack_values(query + 2 * width, rows, padded, stride, m, scale);
    float* out = context + head * kHeadWidth;
    std::size_t row = 0;
    for (; row + kTileRows <= rows; row += kTileRows) attend<kTileRows>(m, row, rows, padded, scale, width, out);
    for (; row < rows; ++row) attend<1>(m, row, rows, padded, scale, width, out);
  }
}

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
