// Self-attention on one instruction set: a part of body.h.

namespace {

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
    for (std::size_t g = 0; g < kHeadWidth / 4; ++g) {
      __builtin_memcpy(m.key + ((j / 16 * 8 + g) * 16 + j % 16) * 4, row + g * 4, 4);
    }
  }
  if constexpr (kOffset != 0) {
    std::uint8_t ones[kHeadWidth];
    __builtin_memset(ones, 1, sizeof ones);
    for (std::size_t j = 0; j < padded; j += 16) {
      Ints sums[1][1];
      dot<1, 1>(ones, m.key + j * kHeadWidth, nullptr, kHeadWidth, sums);
      store(m.key_sum + j, sums[0][0]);
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
    const Floats factor = quantising_factor(most);
    std::int8_t* to = m.value + half * padded * 16;
    for (std::size_t j = 0; j < padded; j += 4) {
      // Four rows side by side: each 32-bit lane takes one byte of each row.
      Ints lanes{};
      for (std::size_t k = 0; k < 4 && j + k < rows; ++k) {
        const Ints q = to_ints(rounded(load(column + (j + k) * stride) * factor, -127.0F, 127.0F));
        lanes = lanes | (q & 255) << static_cast<int>(8 * k);
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
  Ints sum{};
  for (std::size_t j = 0; j < padded; j += 16) {
    const Ints w = to_ints(rounded(exponential(load(score + j) - top) * 127.0F, 0.0F, 127.0F));
    sum = sum + w;
    store_bytes(weight + j, w);
  }
  const std::int32_t total = fold_sum(sum);
  return total > 0 ? total : 1;
}

template <int R>
inline void attend(const HeadMemory& m, std::size_t row, std::size_t rows, std::size_t padded, const Floats scale[2],
                   std::size_t width, float* context) {
  constexpr float kRoot = 0.17677669529F;  // 1 / sqrt(32)
  const auto score = [to = m.score, padded, key_scale = m.key_scale, query_scale = m.query_scale + row](
                         std::size_t r, std::size_t block, Ints sums) {
    const std::size_t j = block * 16;
    store(to + r * padded + j, to_floats(sums) * (query_scale[r] * kRoot) * load(key_scale + j));
  };
  const std::uint8_t* query = m.query + row * kHeadWidth;
  std::size_t block = 0;
  for (; block + kTileBlocks <= padded / 16; block += kTileBlocks) {
    tile<R, kTileBlocks>(query, m.key, m.key_sum, kHeadWidth, 0, block, score);
  }
  for (; block < padded / 16; ++block) tile<R, 1>(query, m.key, m.key_sum, kHeadWidth, 0, block, score);
  float inverse[R];
  for (int r = 0; r < R; ++r) {
    const std::size_t at = static_cast<std::size_t>(r) * padded;
    inverse[r] = 1.0F / static_cast<float>(soften(m.score + at, rows, padded, m.weight + at));
  }
  tile<R, 2>(m.weight, m.value, nullptr, padded, 0, 0, [&](std::size_t r, std::size_t half, Ints sums) {
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
    for (; row + 2 <= rows; row += 2) attend<2>(m, row, rows, padded, scale, width, out);
    if (row < rows) attend<1>(m, row, rows, padded, scale, width, out);
  }
}

}  // namespace
