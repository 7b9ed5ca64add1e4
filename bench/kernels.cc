// Speed of the kernels and of a whole encoder of MiniLM-L6's shape with random weights, one thread, for each
// instruction set that this CPU has. "ops" counts a multiplication and an addition as two.
#include <benchmark/benchmark.h>

#include <deque>
#include <random>
#include <string>
#include <vector>

#include "nn/encoder.h"

namespace {

using namespace sayso;
using namespace sayso::nn;

constexpr std::size_t kHidden = 384, kHeads = 12, kFfn = 1536, kLayers = 6, kWords = 1000, kPositions = 512;

struct Model {
  std::mt19937 random{1};
  std::deque<AlignedVector<float>> floats;
  std::deque<AlignedVector<std::int8_t>> bytes;
  std::deque<std::vector<std::int32_t>> ints;
  Encoder encoder;

  const float* numbers(std::size_t count, float spread, float middle = 0) {
    std::normal_distribution<float> normal(middle, spread);
    floats.emplace_back(count);
    for (float& x : floats.back()) x = normal(random);
    return floats.back().data();
  }
  const std::int8_t* eights(std::size_t count) {
    bytes.emplace_back(count);
    for (auto& q : bytes.back()) q = static_cast<std::int8_t>(static_cast<int>(random() % 255) - 127);
    return bytes.back().data();
  }
  Norm norm() { return {numbers(kHidden, 0.1F, 1), numbers(kHidden, 0.1F)}; }
  Linear linear(std::size_t inputs, std::size_t outputs) {
    Linear w{
        inputs, outputs, eights(inputs * outputs), numbers(outputs, 1e-5F, 5e-4F), nullptr, numbers(outputs, 0.1F)};
    ints.emplace_back(outputs, 0);
    for (std::size_t i = 0; i < inputs * outputs; ++i) ints.back()[i / (16 * inputs) * 16 + i / 4 % 16] += w.q[i];
    w.sum = ints.back().data();
    return w;
  }
  Model() {
    Encoder& e = encoder;
    e.hidden = kHidden, e.heads = kHeads, e.words = kWords, e.positions = kPositions, e.first = 1, e.last = 2;
    e.embeddings = {eights(kWords * kHidden),
                    numbers(kWords, 1e-3F, 6e-3F),
                    numbers(kPositions * kHidden, 0.3F),
                    numbers(8 * kHidden, 0.3F),
                    numbers(8 * kHidden, 0.3F),
                    numbers(8 * kHidden, 0.3F),
                    norm()};
    for (std::size_t i = 0; i < kLayers; ++i) {
      e.layers.push_back({linear(kHidden, 3 * kHidden), linear(kHidden, kHidden), linear(kHidden, kFfn),
                          linear(kFfn, kHidden), norm(), norm()});
    }
  }
};

void encoder(benchmark::State& state, const Model& model, const Kernels& kernels) {
  const auto count = static_cast<std::size_t>(state.range(0));
  std::vector<text::Piece> pieces(count - 2);
  for (std::size_t i = 0; i < pieces.size(); ++i) pieces[i].id = static_cast<std::uint32_t>(i * 7 % kWords);
  Workspace work;
  std::vector<float> out(count * kHidden);
  for (auto _ : state) encode(model.encoder, kernels, pieces, work, out.data());
  state.counters["pieces/s"] =
      benchmark::Counter(static_cast<double>(count), benchmark::Counter::kIsIterationInvariantRate);
}

void linear(benchmark::State& state, const Linear& w, const Kernels& kernels, Activation activation) {
  const std::size_t rows = 256;
  AlignedVector<float> x(rows * w.inputs, 0.5F), scale(rows), out(rows * w.outputs);
  AlignedVector<std::uint8_t> q(rows * w.inputs);
  kernels.quantise(x.data(), rows, w.inputs, q.data(), scale.data());
  for (auto _ : state) kernels.linear(w, q.data(), scale.data(), rows, out.data(), activation);
  const auto ops = 2.0 * static_cast<double>(rows * w.inputs * w.outputs);
  state.counters["ops/s"] = benchmark::Counter(ops, benchmark::Counter::kIsIterationInvariantRate);
}

void attention(benchmark::State& state, Model& model, const Kernels& kernels) {
  const auto rows = static_cast<std::size_t>(state.range(0));
  const float* qkv = model.numbers(rows * 3 * kHidden, 1);
  AlignedVector<float> context(rows * kHidden);
  AlignedVector<std::uint8_t> scratch(attention_scratch(rows));
  for (auto _ : state) kernels.attention(qkv, rows, kHeads, context.data(), scratch.data());
  state.counters["pieces/s"] =
      benchmark::Counter(static_cast<double>(rows), benchmark::Counter::kIsIterationInvariantRate);
}

}  // namespace

int main(int argc, char** argv) {
  Model model;
  for (const char* name : {"amx", "vnni", "avx2", "neon", "scalar"}) {
    const auto found = find_kernels(name);
    if (!found.ok()) continue;
    const Kernels& kernels = *found.value();
    const std::string set = name;
    const Layer& layer = model.encoder.layers[0];
    benchmark::RegisterBenchmark((set + "/encoder").c_str(), [&](auto& s) { encoder(s, model, kernels); })
        ->Arg(32)
        ->Arg(128)
        ->Arg(256)
        ->Arg(512);
    benchmark::RegisterBenchmark((set + "/attention").c_str(), [&](auto& s) { attention(s, model, kernels); })
        ->Arg(256)
        ->Arg(512);
    for (const auto& [part, w] :
         {std::pair{"qkv", &layer.qkv}, {"out", &layer.out}, {"up", &layer.up}, {"down", &layer.down}}) {
      const Activation activation = w == &layer.up ? Activation::gelu : Activation::none;
      benchmark::RegisterBenchmark((set + "/linear/" + part).c_str(), [&kernels, weights = w, activation](auto& s) {
        linear(s, *weights, kernels, activation);
      });
    }
  }
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
}
