#include "model/encoder_weights.h"

namespace sayso::model {

nn::Encoder load_encoder(Tensors& tensors, const Settings& settings, const text::Vocabulary& vocabulary) {
  const std::size_t hidden = settings.hidden;
  nn::Encoder encoder;
  encoder.hidden = hidden;
  encoder.heads = settings.heads;
  encoder.words = settings.words;
  encoder.positions = settings.positions;
  encoder.first = vocabulary.first();
  encoder.last = vocabulary.last();
  encoder.unknown = vocabulary.unknown();
  nn::Embeddings& tables = encoder.embeddings;
  tensors.rows("embeddings.word", settings.words, hidden, tables.word, tables.word_scale);
  tables.position = tensors.floats("embeddings.position", {settings.positions, hidden});
  tables.letter_case = tensors.floats("embeddings.case", {nn::kFeatureRows, hidden});
  tables.gap = tensors.floats("embeddings.gap", {nn::kFeatureRows, hidden});
  tables.quote = tensors.floats("embeddings.quote", {nn::kFeatureRows, hidden});
  tables.norm = tensors.norm("embeddings.norm", hidden);
  for (std::size_t i = 0; i < settings.layers && !tensors.error(); ++i) {
    const std::string name = "layer." + std::to_string(i) + ".";
    nn::Layer layer;
    layer.qkv = tensors.linear(name + "qkv", hidden, 3 * hidden);
    layer.out = tensors.linear(name + "out", hidden, hidden);
    layer.up = tensors.linear(name + "up", hidden, settings.ffn);
    layer.down = tensors.linear(name + "down", settings.ffn, hidden);
    layer.norm1 = tensors.norm(name + "norm1", hidden);
    layer.norm2 = tensors.norm(name + "norm2", hidden);
    encoder.layers.push_back(layer);
  }
  return encoder;
}

}  // namespace sayso::model
