// The encoder against a plain double precision one on the same (dequantised) weights.
#include <doctest/doctest.h>

#include <cmath>
#include <deque>
#include <random>
#include <vector>

#include "nn/encoder.h"

namespace {

using namespace sayso;
using namespace sayso::nn;
using Matrix = std::vector<double>;  // row by row

constexpr std::size_t kHidden = 64, kFfn = 128, kWords = 40, kPositions = 64;

struct Model {
  std::mt19937 random{11};
  std::deque<std::vector<float>> floats;
  std::deque<std::vector<std::int8_t>> bytes;
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
        inputs, outputs, eights(inputs * outputs), numbers(outputs, 1e-4F, 1.2e-3F), nullptr, numbers(outputs, 0.1F)};
    ints.emplace_back(outputs, 0);
    for (std::size_t i = 0; i < inputs * outputs; ++i) ints.back()[i / (16 * inputs) * 16 + i / 4 % 16] += w.q[i];
    w.sum = ints.back().data();
    return w;
  }
  Model() {
    Encoder& e = encoder;
    e.hidden = kHidden, e.heads = 2, e.words = kWords, e.positions = kPositions;
    e.first = 1, e.last = 2, e.unknown = 0;
    e.embeddings = {eights(kWords * kHidden),
                    numbers(kWords, 1e-3F, 6e-3F),
                    numbers(kPositions * kHidden, 0.3F),
                    numbers(8 * kHidden, 0.3F),
                    numbers(8 * kHidden, 0.3F),
                    numbers(8 * kHidden, 0.3F),
                    norm()};
    for (int i = 0; i < 2; ++i) {
      e.layers.push_back({linear(kHidden, 3 * kHidden), linear(kHidden, kHidden), linear(kHidden, kFfn),
                          linear(kFfn, kHidden), norm(), norm()});
    }
  }
};

Matrix times(const Linear& w, const Matrix& x) {
  const std::size_t rows = x.size() / w.inputs;
  Matrix y(rows * w.outputs);
  for (std::size_t r = 0; r < rows; ++r) {
    for (std::size_t n = 0; n < w.outputs; ++n) {
      double sum = 0;
      for (std::size_t k = 0; k < w.inputs; ++k) {
        sum += x[r * w.inputs + k] * w.q[((n / 16 * (w.inputs / 4) + k / 4) * 16 + n % 16) * 4 + k % 4];
      }
      y[r * w.outputs + n] = sum * w.scale[n] + w.bias[n];
    }
  }
  return y;
}

void normalise(const Norm& norm, Matrix& x) {
  for (std::size_t r = 0; r < x.size(); r += kHidden) {
    double mean = 0, variance = 0;
    for (std::size_t i = 0; i < kHidden; ++i) mean += x[r + i] / kHidden;
    for (std::size_t i = 0; i < kHidden; ++i) variance += (x[r + i] - mean) * (x[r + i] - mean) / kHidden;
    for (std::size_t i = 0; i < kHidden; ++i) {
      x[r + i] = (x[r + i] - mean) / std::sqrt(variance + 1e-12) * norm.weight[i] + norm.bias[i];
    }
  }
}

Matrix attend(const Matrix& qkv, std::size_t rows) {
  Matrix out(rows * kHidden);
  for (std::size_t head = 0; head < kHidden; head += 32) {
    for (std::size_t i = 0; i < rows; ++i) {
      std::vector<double> weight(rows);
      double total = 0;
      for (std::size_t j = 0; j < rows; ++j) {
        double score = 0;
        for (std::size_t d = 0; d < 32; ++d) {
          score += qkv[i * 3 * kHidden + head + d] * qkv[j * 3 * kHidden + kHidden + head + d];
        }
        total += weight[j] = std::exp(score / std::sqrt(32.0));
      }
      for (std::size_t j = 0; j < rows; ++j) {
        for (std::size_t d = 0; d < 32; ++d) {
          out[i * kHidden + head + d] += weight[j] / total * qkv[j * 3 * kHidden + 2 * kHidden + head + d];
        }
      }
    }
  }
  return out;
}

void add(Matrix& x, const Matrix& y) {
  for (std::size_t i = 0; i < x.size(); ++i) x[i] += y[i];
}

Matrix reference(const Encoder& e, const std::vector<text::Piece>& pieces) {
  const std::size_t rows = pieces.size();
  Matrix x(rows * kHidden);
  for (std::size_t r = 0; r < rows; ++r) {
    const auto at = [&](const float* table, std::size_t row, std::size_t i) {
      return double{table[row * kHidden + i]};
    };
    for (std::size_t i = 0; i < kHidden; ++i) {
      x[r * kHidden + i] = e.embeddings.word[pieces[r].id * kHidden + i] * e.embeddings.word_scale[pieces[r].id] +
                           at(e.embeddings.position, r, i) +
                           at(e.embeddings.letter_case, static_cast<std::size_t>(pieces[r].letter_case), i) +
                           at(e.embeddings.gap, static_cast<std::size_t>(pieces[r].gap), i) +
                           at(e.embeddings.quote, static_cast<std::size_t>(pieces[r].quote), i);
    }
  }
  normalise(e.embeddings.norm, x);
  for (const Layer& layer : e.layers) {
    add(x, times(layer.out, attend(times(layer.qkv, x), rows)));
    normalise(layer.norm1, x);
    Matrix wide = times(layer.up, x);
    for (double& y : wide) y = y / (1 + std::exp(-1.59576912 * (y + 0.044715 * y * y * y)));
    add(x, times(layer.down, wide));
    normalise(layer.norm2, x);
  }
  return x;
}

std::vector<text::Piece> some_pieces(std::mt19937& random, std::size_t count) {
  std::vector<text::Piece> pieces(count);
  for (auto& piece : pieces) {
    piece.id = 3 + static_cast<std::uint32_t>(random() % (kWords - 3));
    piece.letter_case = static_cast<text::Case>(random() % 5);
    piece.gap = static_cast<text::Gap>(random() % 5);
    piece.quote = static_cast<text::Quote>(random() % 6);
  }
  return pieces;
}

}  // namespace

TEST_CASE("the encoder is near a plain one, and the same bits on every set") {
  const Model model;
  std::mt19937 random(5);
  Workspace work;  // reused, so that it also shrinks
  for (const std::size_t count : {std::size_t{40}, std::size_t{0}, std::size_t{1}, std::size_t{17}, kPositions - 2}) {
    const auto pieces = some_pieces(random, count);
    std::vector<float> found(count * kHidden);
    encode(model.encoder, *find_kernels("").value(), pieces, work, found.data());

    std::vector<text::Piece> framed(count + 2);
    framed.front().id = model.encoder.first;
    std::copy(pieces.begin(), pieces.end(), framed.begin() + 1);
    framed.back().id = model.encoder.last;
    const Matrix exact = reference(model.encoder, framed);
    double error = 0, size = 0;
    for (std::size_t i = 0; i < found.size(); ++i) {
      error += (found[i] - exact[kHidden + i]) * (found[i] - exact[kHidden + i]);
      size += exact[kHidden + i] * exact[kHidden + i];
    }
    INFO(count, " pieces: relative error ", std::sqrt(error / (size + 1e-9)));
    CHECK(error <= 0.03 * 0.03 * size);

    for (const char* name : {"scalar", "avx2", "vnni", "amx", "neon"}) {
      const auto kernels = find_kernels(name);
      if (!kernels.ok()) continue;
      Workspace fresh;
      std::vector<float> other(count * kHidden);
      encode(model.encoder, *kernels.value(), pieces, fresh, other.data());
      INFO(name);
      CHECK(other == found);
    }
  }
}

TEST_CASE("a piece that the model has not is read as unknown") {
  const Model model;
  std::mt19937 random(6);
  auto pieces = some_pieces(random, 5);
  Workspace work;
  std::vector<float> known(5 * kHidden), beyond(5 * kHidden);
  pieces[2].id = model.encoder.unknown;
  encode(model.encoder, *find_kernels("").value(), pieces, work, known.data());
  pieces[2].id = 0xFFFFFFFF;
  encode(model.encoder, *find_kernels("").value(), pieces, work, beyond.data());
  CHECK(known == beyond);
}
