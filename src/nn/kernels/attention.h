// Self-attention on one instruction set: a part of body.h.

namespace {

/// What attention keeps for one head; `padded` is rows rounded up to 16, `wide` to kWeightStep.
struct HeadMemory {
  std::uint8_t* query;    ///< [padded][32]
  std::int8_t* key;       ///< [padded/16][8][16][4]
  std::int8_t* value;     ///< [3][wide/4][16][4], the third all ones
  std::uint8_t* weight;   ///< [kQueryRows][wide]
  float* query_scale;     ///< [rows]
  float* key_scale;       ///< [padded]
  std::int32_t* key_sum;  ///< [padded]
  std::int32_t* score;    ///< [kQueryRows][padded], floats once they are scaled
};

inline HeadMemory lay_out(std::uint8_t* scratch, std::size_t padded, std::size_t wide) {
  HeadMemory m{};
  const auto take = [&](std::size_t bytes) { return scratch += bytes, scratch - bytes; };
  m.query = take(padded * 32);
  m.key = reinterpret_cast<std::int8_t*>(take(padded * 32));
  m.value = reinterpret_cast<std::int8_t*>(take(wide * 48));
  __builtin_memset(m.value + wide * 32, 1, wide * 16);
  m.weight = take(wide * 16);
  m.query_scale = reinterpret_cast<float*>(take(padded * 4));
  m.key_scale = reinterpret_cast<float*>(take(padded * 4));
  m.key_sum = reinterpret_cast<std::int32_t*>(take(padded * 4));
  m.score = reinterpret_cast<std::int32_t*>(take(padded * 4 * 16));
  return m;
}

inline void pack_keys(const float* keys, std::size_t rows, std::size_t padded, const HeadMemory& m) {
  for (std::size_t j = 0; j < padded; ++j) {
    std::uint8_t row[kHeadWidth] = {};
    m.key_scale[j] = j < rows ? quantise_row(keys + j * kHeadWidth, kHeadWidth, 0, row) : 0.0F;
    for (std::size_t g = 0; g < kHeadWidth / 4; ++g) {
      __builtin_memcpy(m.key + ((j / 16 * 8 + g) * 16 + j % 16) * 4, row + g * 4, 4);
    }
  }
  if constexpr (kOffset != 0) {
    std::uint8_t ones[kHeadWidth];
    __builtin_memset(ones, 1, sizeof ones);
    product(ones, 1, m.key, nullptr, padded / 16, kHeadWidth,
            [to = m.key_sum](std::size_t, std::size_t block, Ints sums) { store(to + block * 16, sums); });
  }
}

/// Values scaled by column over all rows; returns the two halves' scales.
inline void pack_values(const float* values, std::size_t rows, std::size_t wide, const HeadMemory& m, Floats scale[2]) {
  Floats most[2] = {splat(0.0F), splat(0.0F)};
  for (std::size_t j = 0; j < rows; ++j) {
    most[0] = larger(magnitude(load(values + j * kHeadWidth)), most[0]);
    most[1] = larger(magnitude(load(values + j * kHeadWidth + 16)), most[1]);
  }
  for (std::size_t half = 0; half < 2; ++half) {
    scale[half] = most[half] / 127.0F;
    const Floats factor = quantising_factor(most[half]);
    const float* column = values + half * 16;
    std::int8_t* to = m.value + half * wide * 16;
    for (std::size_t j = 0; j < wide; j += 4) {
      // Four rows side by side: each 32-bit lane takes one byte of each row.
      Ints lanes{};
      for (std::size_t k = 0; k < 4 && j + k < rows; ++k) {
        const Ints q = floats_to_bits(load(column + (j + k) * kHeadWidth) * factor + kMagic);
        lanes = lanes | (q & 255) << static_cast<int>(8 * k);
      }
      __builtin_memcpy(to + j * 16, &lanes, sizeof lanes);
    }
  }
}

/// 127 * 2^x for x <= 0 to the nearest whole number, which stands in the lowest byte. 2^x = 2^n 2^f with |f| <= 1/2 and
/// a polynomial of degree 3 for the latter (relative error below 1e-4, far below half a step).
inline Ints steps_of_power(Floats x) {
  x = larger(x, splat(-100.0F));
  const Floats n = x + kMagic;
  const Floats f = x - (n - kMagic);
  const Floats p = ((f * 7.006787105F + 30.81164235F) * f + 88.04414944F) * f + 126.9908636F;
  return floats_to_bits(bits_to_floats(floats_to_bits(p) + (floats_to_bits(n) << 23)) + kMagic);
}

/// Scales the scores of one row in place, those past its end to next to nothing, and returns the largest.
inline float scale_scores(std::int32_t* score, float factor, const float* key_scale, std::size_t rows,
                          std::size_t padded) {
  auto* const out = reinterpret_cast<float*>(score);
  const auto scaled = [=](std::size_t j) {
    const Floats y = to_floats(load(score + j)) * factor * load(key_scale + j);
    store(out + j, y);
    return y;
  };
  // Any order gives the same largest, so two at a time do not wait for one another.
  Floats most[2] = {splat(-1e30F), splat(-1e30F)};
  std::size_t j = 0;
  for (; j + 32 <= rows; j += 32) most[0] = larger(scaled(j), most[0]), most[1] = larger(scaled(j + 16), most[1]);
  for (; j < padded; j += 16) {
    scaled(j);
    for (std::size_t k = rows < j ? j : rows; k < j + 16; ++k) out[k] = -1e30F;
    most[0] = larger(load(out + j), most[0]);
  }
  return fold_max(larger(most[0], most[1]));
}

/// Scores of one row (in base 2) to weights of 0..127 relative to the largest, 0 from `padded` on.
inline void soften(const AttentionTiles& tiles, const float* score, float top, std::size_t padded, std::size_t wide,
                   std::uint8_t* weight) {
  std::size_t j = 0;
  for (; j + 64 <= padded; j += 64) {
    if (j % 128 == 0) tiles.stay_awake();
    Ints steps[4];
#pragma GCC unroll 4
    for (std::size_t k = 0; k < 4; ++k) steps[k] = steps_of_power(load(score + j + 16 * k) - top);
    store_bytes(weight + j, steps);
  }
  for (; j < padded; j += 16) store_bytes(weight + j, steps_of_power(load(score + j) - top));
  for (; j < wide; j += 16) store_bytes(weight + j, Ints{});
}

/// The context of `count` rows, kQueryRows at most, from `row` on.
inline void attend(const AttentionTiles& tiles, const HeadMemory& m, std::size_t row, std::size_t count,
                   std::size_t rows, std::size_t padded, std::size_t wide, const Floats scale[2], std::size_t width,
                   float* context) {
  constexpr float kRoot = 0.25503487F;  // log2(e) / sqrt(32)
  tiles.scores(m.query + row * kHeadWidth, count, m.key, m.key_sum, padded, m.score);
  for (std::size_t r = 0; r < count; ++r) {
    std::int32_t* score = m.score + r * padded;
    const float top = scale_scores(score, m.query_scale[row + r] * kRoot, m.key_scale, rows, padded);
    soften(tiles, reinterpret_cast<const float*>(score), top, padded, wide, m.weight + r * wide);
  }
  // Three blocks of 16: two of the head's width, and what the weights sum to.
  alignas(64) std::int32_t mixed[16 * 48];
  tiles.mix(m.weight, count, m.value, wide, mixed);
  for (std::size_t r = 0; r < count; ++r) {
    const std::int32_t* from = mixed + r * 48;
    float* to = context + (row + r) * width;
    const Floats inverse = splat(1.0F) / larger(to_floats(load(from + 32)), splat(1.0F));
    store(to, to_floats(load(from)) * inverse * scale[0]);
    store(to + 16, to_floats(load(from + 16)) * inverse * scale[1]);
  }
}

void attention(const float* qkv, std::size_t rows, std::size_t heads, float* context, std::uint8_t* scratch) {
  const std::size_t padded = (rows + 15) / 16 * 16, wide = (rows + kWeightStep - 1) / kWeightStep * kWeightStep;
  const std::size_t width = heads * kHeadWidth, part = rows * kHeadWidth;
  const HeadMemory m = lay_out(scratch, padded, wide);
  const AttentionTiles tiles;
  for (std::size_t head = 0; head < heads; ++head) {
    const float* queries = qkv + head * part;
    for (std::size_t i = 0; i < rows; ++i) {
      m.query_scale[i] = quantise_row(queries + i * kHeadWidth, kHeadWidth, kOffset, m.query + i * kHeadWidth);
    }
    Floats scale[2];
    pack_keys(queries + heads * part, rows, padded, m);
    pack_values(queries + 2 * heads * part, rows, wide, m, scale);
    for (std::size_t row = 0; row < rows; row += kQueryRows) {
      const std::size_t count = rows - row < kQueryRows ? rows - row : kQueryRows;
      attend(tiles, m, row, count, rows, padded, wide, scale, width, context + head * kHeadWidth);
    }
  }
}

}  // namespace
