#pragma once
#include <cstddef>
#include <vector>

namespace sayso::model {

/// A stretch [begin, end) of pieces that is read at once, and the part [own_begin, own_end) of it that it shows best.
struct Window {
  std::size_t begin = 0, end = 0;
  std::size_t own_begin = 0, own_end = 0;
};

/// A window and what the encoder made of it: x [pieces][hidden].
struct EncodedWindow {
  Window window;
  std::vector<float> x;
};

/// How much of its window lies around the pieces [first, last], in pieces from 1 to 64: the weight of what it says of
/// them. Only a cut edge limits it, not the first or the last of all `count` pieces.
[[nodiscard]] float context(const Window& window, std::size_t first, std::size_t last, std::size_t count);

/// Windows of at most `size` pieces over `count` pieces, evenly spread, neighbours sharing at least `overlap` of them.
/// A piece is a window's own where it lies farthest from a cut edge, so the own parts tile [0, count). What windows say
/// of a piece is averaged by context(); own parts divide what must not be counted twice.
/// Nothing for no pieces. `overlap` must be below `size`.
[[nodiscard]] std::vector<Window> windows(std::size_t count, std::size_t size, std::size_t overlap);

}  // namespace sayso::model
