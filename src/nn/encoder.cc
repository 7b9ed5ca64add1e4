#include "nn/encoder.h"

#include <algorithm>

namespace sayso::nn {
namespace {

// Rows that go through the feed-forward layers together, so that their floats stay in cache beside the weights; two of
// AMX's tiles.
constexpr std::size_t kStrip = 32;

void embed_piece(const Encoder& e, const Kernels& kernels, const text::Piece& piece, std::size_t position, float* row) {
  const Embeddings& tables = e.embeddings;
  const std::size_t word = piece.id < e.words ? piece.id : e.unknown;
  const auto feature = [&](const float* table, auto value) {
    return table + std::min<std::size_t>(static_cast<std::size_t>(value), kFeatureRows - 1) * e.hidden;
  };
  const float* at = tables.position + position * e.hidden;
  const float* letter_case = feature(tables.letter_case, piece.letter_case);
  const float* gap = feature(tables.gap, piece.gap);
  const float* quote = feature(tables.quote, piece.quote);
  for (std::size_t i = 0; i < e.hidden; ++i) row[i] = ((at[i] + letter_case[i]) + gap[i]) + quote[i];
  kernels.add_embedding(tables.word + word * e.hidden, tables.word_scale[word], e.hidden, row);
}

void attend(const Encoder& e, const Kernels& kernels, const Layer& layer, std::size_t rows, Workspace& work) {
  float* const x = work.x.data();
  kernels.quantise(x, rows, e.hidden, work.q.data(), work.scale.data());
  kernels.linear_by_head(layer.qkv, work.q.data(), work.scale.data(), rows, work.wide.data());
  kernels.attention(work.wide.data(), rows, e.heads, work.context.data(), work.attention.data());
  kernels.quantise(work.context.data(), rows, e.hidden, work.q.data(), work.scale.data());
  kernels.linear(layer.out, work.q.data(), work.scale.data(), rows, work.wide.data(), Activation::none);
  kernels.add_norm(layer.norm1, work.wide.data(), rows, e.hidden, x);
}

void feed_forward(const Encoder& e, const Kernels& kernels, const Layer& layer, std::size_t rows, Workspace& work) {
  for (std::size_t row = 0; row < rows; row += kStrip) {
    const std::size_t count = std::min(kStrip, rows - row);
    float* const x = work.x.data() + row * e.hidden;
    kernels.quantise(x, count, e.hidden, work.q.data(), work.scale.data());
    kernels.linear(layer.up, work.q.data(), work.scale.data(), count, work.wide.data(), Activation::gelu);
    kernels.quantise(work.wide.data(), count, layer.up.outputs, work.q.data(), work.scale.data());
    kernels.linear(layer.down, work.q.data(), work.scale.data(), count, work.context.data(), Activation::none);
    kernels.add_norm(layer.norm2, work.context.data(), count, e.hidden, x);
  }
}

template <class T>
void grow(AlignedVector<T>& memory, std::size_t size) {
  if (memory.size() < size) memory.resize(size);
}

void reserve(const Encoder& e, std::size_t rows, Workspace& work) {
  std::size_t wide = rows * 3 * e.hidden, bytes = rows * e.hidden;
  for (const Layer& layer : e.layers) {
    wide = std::max(wide, std::min(rows, kStrip) * layer.up.outputs);
    bytes = std::max(bytes, std::min(rows, kStrip) * layer.up.outputs);
  }
  grow(work.x, rows * e.hidden);
  grow(work.wide, wide);
  grow(work.context, rows * e.hidden);
  grow(work.scale, rows);
  grow(work.q, bytes);
  grow(work.attention, attention_scratch(rows));
}

}  // namespace

void encode(const Encoder& encoder, const Kernels& kernels, std::span<const text::Piece> pieces, Workspace& work,
            float* out) {
  const std::size_t rows = pieces.size() + 2, hidden = encoder.hidden;
  reserve(encoder, rows, work);
  text::Piece frame;
  frame.id = encoder.first;
  embed_piece(encoder, kernels, frame, 0, work.x.data());
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    embed_piece(encoder, kernels, pieces[i], i + 1, work.x.data() + (i + 1) * hidden);
  }
  frame.id = encoder.last;
  embed_piece(encoder, kernels, frame, rows - 1, work.x.data() + (rows - 1) * hidden);
  kernels.add_norm(encoder.embeddings.norm, nullptr, rows, hidden, work.x.data());
  for (const Layer& layer : encoder.layers) {
    attend(encoder, kernels, layer, rows, work);
    feed_forward(encoder, kernels, layer, rows, work);
  }
  std::copy_n(work.x.data() + hidden, pieces.size() * hidden, out);
}

}  // namespace sayso::nn
