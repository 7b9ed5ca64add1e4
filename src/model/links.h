#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "model/tags.h"
#include "model/tensors.h"
#include "model/windows.h"
#include "nn/kernels.h"

namespace sayso::model {

/// One attribution as segments. A content that no cue is near stands alone; a cue may lack a source or a content.
struct Link {
  std::optional<Segment> source;
  std::optional<Segment> cue;
  std::vector<Segment> contents;  ///< ascending
  double confidence = 1;          ///< here: probability of its links, their product
};

/// The heads that tell which content goes with which cue, and which source, if any, each cue has. Several cues may
/// share a source ("X said ..., adding that ..."). A segment is represented by the vectors of its first and last piece.
struct LinkHeads {
  nn::Linear content, content_cue, source, source_cue;  ///< [2 hidden] -> [width]
  nn::LinearFloat no_source;                            ///< [width] -> 1, padded to 16
  const float* distance = nullptr;                      ///< [2][16]: content and source, signed log2 of the distance
  std::size_t width = 0, hidden = 0, reach = 0;
};

[[nodiscard]] LinkHeads load_links(Tensors& tensors, std::size_t hidden, std::size_t width, std::size_t reach);

/// The windows' scores of a pair are averaged, each by the context that it shows around the cue: vectors of different
/// windows do not compare, for they know their places in their own window. `windows` cover `count` pieces; `segments`
/// ascend. Work grows with the windows times the pairs that they show.
[[nodiscard]] std::vector<Link> link(const LinkHeads& heads, const nn::Kernels& kernels,
                                     std::span<const EncodedWindow> windows, std::size_t count,
                                     std::span<const Segment> segments);

}  // namespace sayso::model
