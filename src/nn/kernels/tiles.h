// Products of 8-bit matrices on a set without a matrix unit, by tiles of sums that stay in registers.
//
// Before including it a set includes lanes.h and defines, in an anonymous namespace:
//   kTileRows, kTileBlocks      the size of its tile: rows by blocks of 16 columns
//   dot<R, C>(...)              the tile's 32-bit sums of 8-bit products, less kOffset times the columns' sums if these
//                               are given

namespace {

/// The sums of R rows and C blocks, handed one after the other to `use(row, block, sums)`.
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

/// The product of rows of `a` (stored as quantise() does, `width` bytes each) with column blocks `b` of
/// [blocks][width/4][16][4], handed tile by tile to `use(row, block, sums)`.
template <class Use>
inline void product(const std::uint8_t* a, std::size_t rows, const std::int8_t* b, const std::int32_t* column_sums,
                    std::size_t blocks, std::size_t width, const Use& use) {
  std::size_t block = 0;
  for (; block + kTileBlocks <= blocks; block += kTileBlocks) {
    tiles_of<kTileBlocks>(a, rows, b, column_sums, width, block, use);
  }
  if constexpr (kTileBlocks > 2) {
    for (; block + 2 <= blocks; block += 2) tiles_of<2>(a, rows, b, column_sums, width, block, use);
  }
  for (; block < blocks; ++block) tiles_of<1>(a, rows, b, column_sums, width, block, use);
}

/// Rows of queries that attention takes together, whole tiles; what the number of its weights in a row is rounded up
/// to.
constexpr std::size_t kQueryRows = 16 / kTileRows * kTileRows, kWeightStep = 16;

/// The two products of attention.
struct AttentionTiles {
  /// score [count x padded] = query [count x 32] times keys.
  void scores(const std::uint8_t* query, std::size_t count, const std::int8_t* key, const std::int32_t* key_sum,
              std::size_t padded, std::int32_t* score) const {
    product(query, count, key, key_sum, padded / 16, kHeadWidth,
            [=](std::size_t r, std::size_t block, Ints sums) { store(score + r * padded + block * 16, sums); });
  }

  void stay_awake() const {}

  /// mixed [count x 48] = weights [count x wide] times values.
  void mix(const std::uint8_t* weight, std::size_t count, const std::int8_t* value, std::size_t wide,
           std::int32_t* mixed) const {
    const auto use = [=](std::size_t r, std::size_t block, Ints sums) { store(mixed + r * 48 + block * 16, sums); };
    if constexpr (kTileBlocks > 2) {
      tiles_of<3>(weight, count, value, nullptr, wide, 0, use);
    } else {
      product(weight, count, value, nullptr, 3, wide, use);
    }
  }
};

}  // namespace

#include "nn/kernels/body.h"
