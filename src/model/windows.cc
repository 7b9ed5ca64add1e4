#include "model/windows.h"

#include <algorithm>

namespace sayso::model {

float context(const Window& window, std::size_t first, std::size_t last, std::size_t count) {
  constexpr std::size_t kAmple = 64;
  const std::size_t left = window.begin > 0 ? first - window.begin : kAmple;
  const std::size_t right = window.end < count ? window.end - 1 - last : kAmple;
  return static_cast<float>(std::clamp<std::size_t>(std::min(left, right), 1, kAmple));
}

std::vector<Window> windows(std::size_t count, std::size_t size, std::size_t overlap) {
  if (count == 0) return {};
  if (count <= size) return {{0, count, 0, count}};
  const std::size_t step = size - overlap;
  const std::size_t gaps = (count - size + step - 1) / step;  // windows - 1
  std::vector<Window> out(gaps + 1);
  for (std::size_t i = 0; i <= gaps; ++i) {
    out[i].begin = (i * (count - size) + gaps / 2) / gaps;
    out[i].end = out[i].begin + size;
  }
  out.front().own_begin = 0;
  out.back().own_end = count;
  // Halfway between one window's begin and the end of the one before, both are equally far from a cut.
  for (std::size_t i = 1; i <= gaps; ++i) {
    const std::size_t middle = (out[i].begin + out[i - 1].end + 1) / 2;
    out[i].own_begin = middle;
    out[i - 1].own_end = middle;
  }
  return out;
}

}  // namespace sayso::model
