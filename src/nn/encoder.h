#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "nn/aligned.h"
#include "nn/kernels.h"
#include "text/wordpiece.h"

namespace sayso::nn {

/// Rows of each feature table (text::Case, text::Gap, text::Quote), some to spare.
inline constexpr std::size_t kFeatureRows = 8;

/// Embedding tables (not owned), rows `hidden` wide. Words are in 8 bits: value = q * scale of the row.
struct Embeddings {
  const std::int8_t* word = nullptr;   ///< [words][hidden]
  const float* word_scale = nullptr;   ///< [words]
  const float* position = nullptr;     ///< [positions][hidden]
  const float* letter_case = nullptr;  ///< [kFeatureRows][hidden]
  const float* gap = nullptr;          ///< [kFeatureRows][hidden]
  const float* quote = nullptr;        ///< [kFeatureRows][hidden]
  Norm norm;
};

/// One layer of a post-LayerNorm BERT (Devlin et al. 2019). `qkv` holds queries, keys and values side by side.
struct Layer {
  Linear qkv, out, up, down;
  Norm norm1, norm2;
};

/// A whole encoder as pointers into a weight file, which must outlive it. Plain data; safe to share between threads.
struct Encoder {
  std::size_t hidden = 0;
  std::size_t heads = 0;                           ///< hidden = heads * kHeadWidth
  std::size_t words = 0;                           ///< rows of the word table; a larger id is read as `unknown`
  std::size_t positions = 0;                       ///< most pieces of a window, with the two that frame it
  std::uint32_t first = 0, last = 0, unknown = 0;  ///< ids of [CLS], [SEP], [UNK]
  Embeddings embeddings;
  std::vector<Layer> layers;
};

/// Scratch memory for encode(), grown on first use and then kept. One for each thread.
struct Workspace {
  AlignedVector<float> x, wide, context, scale;
  AlignedVector<std::uint8_t> q, attention;
};

/// Reads one window of at most positions - 2 pieces; [CLS] and [SEP] are put around it. out [pieces x hidden].
void encode(const Encoder& encoder, const Kernels& kernels, std::span<const text::Piece> pieces, Workspace& work,
            float* out);

}  // namespace sayso::nn
