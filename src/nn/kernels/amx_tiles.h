// Products of 8-bit matrices in AMX tiles: a part of amx.cc, in place of tiles.h.
//
// A tile is 16 rows of 64 bytes: 16 rows by 64 inputs of `a`, 64 inputs by 16 columns of `b` (whose layout on disk is
// just that), or 16 by 16 sums.

namespace {

constexpr std::size_t kTileSide = 16, kTileBytes = 64;

/// What LDTILECFG reads: palette 1, then the size of each tile.
struct alignas(64) TileShapes {
  std::uint8_t palette = 1;
  std::uint8_t start = 0;
  std::uint8_t reserved[14] = {};
  std::uint16_t row_bytes[16] = {};
  std::uint8_t rows[16] = {};

  void set(std::size_t tile, std::size_t row_count, std::size_t bytes) {
    rows[tile] = static_cast<std::uint8_t>(row_count);
    row_bytes[tile] = static_cast<std::uint16_t>(bytes);
  }
};

// The compilers' own functions for these do not all say that they read and write memory.
inline void configure(const TileShapes& shapes) { __asm__ volatile("ldtilecfg %0" ::"m"(shapes) : "memory"); }
inline void release() { __asm__ volatile("tilerelease" ::: "memory"); }
template <int Tile>
inline void clear() {
  __asm__ volatile("tilezero %%tmm%c0" ::"i"(Tile));
}
template <int Tile>
inline void load_tile(const void* from, std::size_t stride) {
  __asm__ volatile("tileloadd (%0,%1,1), %%tmm%c2" ::"r"(from), "r"(stride), "i"(Tile) : "memory");
}
template <int Tile>
inline void store_tile(std::int32_t* to, std::size_t stride) {
  __asm__ volatile("tilestored %%tmm%c2, (%0,%1,1)" ::"r"(to), "r"(stride), "i"(Tile) : "memory");
}
template <int Sums, int A, int B>
inline void add_product() {
  __asm__ volatile("tdpbssd %%tmm%c2, %%tmm%c1, %%tmm%c0" ::"i"(Sums), "i"(A), "i"(B));
}

/// The tiles' sizes are set while one of these lives, and no state of theirs is left behind.
class TileSession {
 public:
  explicit TileSession(const TileShapes& shapes) { configure(shapes); }
  ~TileSession() { release(); }
  TileSession(const TileSession&) = delete;
  TileSession& operator=(const TileSession&) = delete;
};

/// Sums of 32 rows by 2 blocks that wait to be used: row by row while the next tiles are multiplied, as the matrix unit
/// and the vector units work side by side.
template <class Use>
struct Pending {
  alignas(64) std::int32_t sums[2][2 * kTileSide][kTileSide];
  std::size_t row = 0, block = 0, done = 2 * kTileSide;

  void use_until(std::size_t due, const Use& use) {
    const Use own = use;  // copies that stores cannot change, so that they stay in registers
    const std::size_t first = row, left = block, end = due;
    for (std::size_t r = done; r < end; ++r) {
      const Ints one = load(sums[0][r]), two = load(sums[1][r]);
      own(first + r, left, one);
      own(first + r, left + 1, two);
    }
    done = due;
  }
};

/// 32 rows by 2 blocks into `next`, with `last` used meanwhile; `width` is a multiple of 64.
template <class Use>
inline void wide_tile(const std::uint8_t* a, const std::int8_t* b, std::size_t width, Pending<Use>& last,
                      Pending<Use>& next, const Use& use) {
  clear<0>(), clear<1>(), clear<2>(), clear<3>();
  const std::uint8_t* upper = a + next.row * width;
  const std::uint8_t* lower = upper + kTileSide * width;
  const std::int8_t* left = b + next.block * width * kTileSide;
  const std::int8_t* right = left + width * kTileSide;
  const std::size_t share = (2 * kTileSide * kTileBytes + width - 1) / width;
  std::size_t due = 0;
  for (std::size_t k = 0; k < width; k += kTileBytes) {
    load_tile<6>(left + k * kTileSide, kTileBytes);
    load_tile<4>(upper + k, width);
    load_tile<7>(right + k * kTileSide, kTileBytes);
    load_tile<5>(lower + k, width);
    add_product<0, 4, 6>();
    add_product<1, 4, 7>();
    add_product<2, 5, 6>();
    add_product<3, 5, 7>();
    due = due + share < 2 * kTileSide ? due + share : 2 * kTileSide;
    last.use_until(due, use);
  }
  store_tile<0>(next.sums[0][0], kTileBytes);
  store_tile<1>(next.sums[1][0], kTileBytes);
  store_tile<2>(next.sums[0][kTileSide], kTileBytes);
  store_tile<3>(next.sums[1][kTileSide], kTileBytes);
  next.done = 0;
}

/// The product of the first rows / 32 * 32 rows; returns how many these are.
template <class Use>
inline std::size_t wide_product(const std::uint8_t* a, std::size_t rows, const std::int8_t* b, std::size_t blocks,
                                std::size_t width, const Use& use) {
  constexpr std::size_t kRows = 2 * kTileSide;
  TileShapes shapes;
  for (std::size_t tile = 0; tile < 8; ++tile) shapes.set(tile, kTileSide, kTileBytes);
  const TileSession session(shapes);
  Pending<Use> pending[2];
  std::size_t next = 0;
  // The columns stay in the nearest cache: a model's weights come from afar, rows from the cache after that.
  for (std::size_t block = 0; block < blocks; block += 2) {
    for (std::size_t row = 0; row + kRows <= rows; row += kRows, next = 1 - next) {
      pending[next].row = row, pending[next].block = block;
      wide_tile(a, b, width, pending[1 - next], pending[next], use);
    }
  }
  pending[1 - next].use_until(kRows, use);
  return rows / kRows * kRows;
}

/// At most 16 rows by one block. Tiles 6 and 7 have the size of what is left of the width after whole tiles.
template <class Use>
inline void narrow_tile(const std::uint8_t* a, std::size_t rows, const std::int8_t* b, std::size_t width,
                        std::size_t row, std::size_t block, const Use& use) {
  clear<0>();
  std::size_t k = 0;
  for (; k + kTileBytes <= width; k += kTileBytes) {
    load_tile<4>(a + row * width + k, width);
    load_tile<5>(b + (block * width + k) * kTileSide, kTileBytes);
    add_product<0, 4, 5>();
  }
  if (k < width) {
    load_tile<6>(a + row * width + k, width);
    load_tile<7>(b + (block * width + k) * kTileSide, kTileBytes);
    add_product<0, 6, 7>();
  }
  alignas(64) std::int32_t sums[kTileSide][kTileSide];
  store_tile<0>(sums[0], kTileBytes);
  for (std::size_t r = 0; r < rows; ++r) use(row + r, block, load(sums[r]));
}

/// Any number of rows from `row` on, of any width.
template <class Use>
inline void narrow_product(const std::uint8_t* a, std::size_t row, std::size_t rows, const std::int8_t* b,
                           std::size_t blocks, std::size_t width, const Use& use) {
  const std::size_t left = width % kTileBytes == 0 ? kTileBytes : width % kTileBytes;
  for (; row < rows; row += kTileSide) {
    const std::size_t count = rows - row < kTileSide ? rows - row : kTileSide;
    TileShapes shapes;
    shapes.set(0, count, kTileBytes);
    shapes.set(4, count, kTileBytes);
    shapes.set(5, kTileSide, kTileBytes);
    shapes.set(6, count, left);
    shapes.set(7, left / 4, kTileBytes);
    const TileSession session(shapes);
    for (std::size_t block = 0; block < blocks; ++block) narrow_tile(a, count, b, width, row, block, use);
  }
}

/// The product of rows of `a` (stored as quantise() does, `width` bytes each, a multiple of 4) with column blocks `b`
/// of [blocks][width/4][16][4], handed row by row to `use(row, block, sums)`.
template <class Use>
inline void product(const std::uint8_t* a, std::size_t rows, const std::int8_t* b, const std::int32_t*,
                    std::size_t blocks, std::size_t width, const Use& use) {
  std::size_t done = 0;
  const bool whole = width > 0 && width % kTileBytes == 0 && blocks % 2 == 0;
  if (whole && rows >= 2 * kTileSide) done = wide_product(a, rows, b, blocks, width, use);
  narrow_product(a, done, rows, b, blocks, width, use);
}

/// A tile of queries, and whole tiles of weights in each row of these.
constexpr std::size_t kQueryRows = kTileSide, kWeightStep = kTileBytes;

/// The two products of attention, with tiles that are set once: setting them waits for all that is under way.
/// Tiles are always of 16 rows; those after the last query hold whatever is in the scratch memory and are not used.
class AttentionTiles {
 public:
  AttentionTiles() : session_(shapes()) {}

  /// score [16 x padded] = query [16 x 32] times keys.
  void scores(const std::uint8_t* query, std::size_t, const std::int8_t* key, const std::int32_t*, std::size_t padded,
              std::int32_t* score) const {
    load_tile<6>(query, kHeadWidth);
    for (std::size_t j = 0; j < padded; j += kTileSide) {
      clear<0>();
      load_tile<7>(key + j * kHeadWidth, kTileBytes);
      add_product<0, 6, 7>();
      store_tile<0>(score + j, padded * sizeof(std::int32_t));
    }
  }

  /// One product for nothing, about every hundred cycles between the two: a matrix unit that rests takes up to a
  /// quarter of a microsecond to come back, and the vector units wait with it. The sums go to a tile that mix() clears.
  void stay_awake() const { add_product<2, 4, 5>(); }

  /// mixed [16 x 48] = weights [16 x wide] times values.
  void mix(const std::uint8_t* weight, std::size_t, const std::int8_t* value, std::size_t wide,
           std::int32_t* mixed) const {
    clear<0>(), clear<1>(), clear<2>();
    load_tile<3>(value + 2 * wide * kTileSide, kTileBytes);  // ones, wherever
    for (std::size_t k = 0; k < wide; k += kTileBytes) {
      load_tile<4>(weight + k, wide);
      load_tile<5>(value + k * kTileSide, kTileBytes);
      add_product<0, 4, 5>();
      load_tile<5>(value + (wide + k) * kTileSide, kTileBytes);
      add_product<1, 4, 5>();
      add_product<2, 4, 3>();
    }
    constexpr std::size_t kStride = 48 * sizeof(std::int32_t);
    store_tile<0>(mixed, kStride), store_tile<1>(mixed + 16, kStride), store_tile<2>(mixed + 32, kStride);
  }

 private:
  static TileShapes shapes() {
    TileShapes shapes;
    for (std::size_t tile = 0; tile < 6; ++tile) shapes.set(tile, kTileSide, kTileBytes);
    shapes.set(6, kTileSide, kHeadWidth);
    shapes.set(7, kHeadWidth / 4, kTileBytes);
    return shapes;
  }

  TileSession session_;
};

}  // namespace

#include "nn/kernels/body.h"
