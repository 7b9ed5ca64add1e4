// Every instruction set that this CPU runs, against the scalar one, bit for bit.
#include <doctest/doctest.h>

#include <cmath>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <random>
#include <vector>

#include "nn/kernels.h"

namespace {

using namespace sayso;
using namespace sayso::nn;

constexpr float kInfinity = std::numeric_limits<float>::infinity();

std::size_t below(std::mt19937& random, std::size_t limit) { return random() % limit; }

enum class Values { normal, huge, denormal, zero, spiky, broken };

std::vector<float> numbers(std::mt19937& random, std::size_t count, Values kind) {
  std::normal_distribution<float> normal(0, 1.5F);
  std::vector<float> out(count);
  for (float& x : out) {
    x = normal(random);
    if (kind == Values::huge && below(random, 50) == 0) x *= 1e30F;
    if (kind == Values::denormal) x *= 1e-40F;
    if (kind == Values::zero) x = 0;
    if (kind == Values::spiky) x *= below(random, 7) == 0 ? 30.0F : 0.1F;
    if (kind == Values::broken && below(random, 20) == 0) x = below(random, 2) == 0 ? kInfinity : std::nanf("");
  }
  return out;
}

struct Layer {
  Linear view;
  std::vector<std::int8_t> q;
  std::vector<float> scale, bias;
  std::vector<std::int32_t> sum;
};

Layer layer(std::mt19937& random, std::size_t inputs, std::size_t outputs) {
  Layer w;
  w.q.resize(inputs * outputs);
  for (auto& q : w.q) q = static_cast<std::int8_t>(static_cast<int>(below(random, 255)) - 127);
  w.scale = numbers(random, outputs, Values::normal);
  w.bias = numbers(random, outputs, Values::normal);
  w.sum.assign(outputs, 0);
  for (std::size_t i = 0; i < w.q.size(); ++i) w.sum[i / (16 * inputs) * 16 + i / 4 % 16] += w.q[i];
  w.view = {inputs, outputs, w.q.data(), w.scale.data(), w.sum.data(), w.bias.data()};
  return w;
}

struct Case {
  std::size_t rows, width, heads;
  Activation activation;
  Layer w;
  std::vector<float> x, add, weight, bias, qkv, small_weight, small_bias;
};

Case make_case(std::mt19937& random, std::size_t rows, Values kind) {
  Case c{};
  c.rows = rows;
  c.width = below(random, 3) == 0 ? 64 * (1 + below(random, 8)) : 16 * (1 + below(random, 30));
  c.heads = 1 + below(random, 3);
  c.activation = below(random, 2) == 0 ? Activation::none : Activation::gelu;
  c.w = layer(random, c.width, 16 * (1 + below(random, 11)));
  c.x = numbers(random, rows * c.width, kind);
  c.add = numbers(random, rows * c.width, kind);
  c.weight = numbers(random, c.width, Values::normal);
  c.bias = numbers(random, c.width, Values::normal);
  c.qkv = numbers(random, rows * 3 * kHeadWidth * c.heads, kind);
  c.small_weight = numbers(random, c.width * 16, Values::normal);
  c.small_bias = numbers(random, 16, Values::normal);
  return c;
}

std::vector<float> attend(const Kernels& kernels, const Case& c) {
  std::vector<std::uint8_t> memory(attention_scratch(c.rows) + 64);
  std::uint8_t* scratch = memory.data() + (64 - reinterpret_cast<std::uintptr_t>(memory.data()) % 64);
  std::vector<float> context(c.rows * c.heads * kHeadWidth);
  kernels.attention(c.qkv.data(), c.rows, c.heads, context.data(), scratch);
  return context;
}

/// Everything that a set computes from a case.
std::vector<std::vector<float>> outputs(const Kernels& kernels, const Case& c) {
  std::vector<std::uint8_t> q(c.rows * c.width);
  std::vector<float> scale(c.rows), product(c.rows * c.w.view.outputs), small(c.rows * 16);
  kernels.quantise(c.x.data(), c.rows, c.width, q.data(), scale.data());
  kernels.linear(c.w.view, q.data(), scale.data(), c.rows, product.data(), c.activation);
  std::vector<float> by_head(c.rows * (c.w.view.outputs + 16));
  kernels.linear_by_head(c.w.view, q.data(), scale.data(), c.rows, by_head.data());
  kernels.linear_float({c.width, 16, c.small_weight.data(), c.small_bias.data()}, c.x.data(), c.rows, small.data());
  std::vector<float> normed = c.x, embedded = c.x;
  kernels.add_norm({c.weight.data(), c.bias.data()}, c.add.data(), c.rows, c.width, normed.data());
  kernels.add_embedding(c.w.q.data(), 0.013F, c.width, embedded.data());
  return {scale, product, by_head, small, normed, embedded, attend(kernels, c)};
}

std::vector<const Kernels*> others() {
  std::vector<const Kernels*> out;
  for (const char* name : {"avx2", "vnni", "amx", "neon"}) {
    if (auto kernels = find_kernels(name); kernels.ok()) out.push_back(kernels.value());
  }
  return out;
}

bool same_bits(const std::vector<float>& a, const std::vector<float>& b) {
  return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(float)) == 0;
}

}  // namespace

TEST_CASE("every set gives the bits of the scalar one") {
  for (const char* name : {"avx2", "vnni", "amx", "neon"}) {
    if (!find_kernels(name).ok()) MESSAGE("SKIPPED: this machine does not run the kernels ", std::string(name));
  }
  std::mt19937 random(7);
  const Kernels& scalar = *find_kernels("scalar").value();
  for (const Values kind : {Values::normal, Values::huge, Values::denormal, Values::zero, Values::spiky}) {
    for (int i = 0; i < 8; ++i) {
      const Case c = make_case(random, i == 0 ? 1 : 1 + below(random, i == 1 ? 300 : 70), kind);
      const auto expected = outputs(scalar, c);
      for (const Kernels* kernels : others()) {
        const auto found = outputs(*kernels, c);
        for (std::size_t o = 0; o < expected.size(); ++o) {
          INFO(kernels->name, " output ", o, " kind ", static_cast<int>(kind), " rows ", c.rows, " width ", c.width);
          CHECK(same_bits(found[o], expected[o]));
        }
      }
    }
  }
}

TEST_CASE("NaN and infinity do no harm") {
  std::mt19937 random(8);
  const Case c = make_case(random, 13, Values::broken);
  CHECK(outputs(*find_kernels("scalar").value(), c).size() == 7);
  for (const Kernels* kernels : others()) CHECK(outputs(*kernels, c).size() == 7);
}

TEST_CASE("a product of 8-bit numbers is near the one of floats") {
  std::mt19937 random(9);
  const Case c = make_case(random, 9, Values::normal);
  const Kernels& kernels = *find_kernels("").value();
  const auto found = outputs(kernels, c);
  for (std::size_t r = 0; r < c.rows; ++r) {
    for (std::size_t n = 0; n < c.w.view.outputs; ++n) {
      double exact = 0, size = 0;
      for (std::size_t k = 0; k < c.width; ++k) {
        const double w = c.w.q[((n / 16 * (c.width / 4) + k / 4) * 16 + n % 16) * 4 + k % 4] * c.w.scale[n];
        exact += c.x[r * c.width + k] * w;
        size += w * w;
      }
      exact += c.w.bias[n];
      if (c.activation == Activation::gelu) {
        exact = exact / (1 + std::exp(-1.59576912 * (exact + 0.044715 * exact * exact * exact)));
      }
      // An input is rounded by half a step at most, so by 0.29 on average; five deviations.
      const double tolerance = 5 * 0.29 * found[0][r] * std::sqrt(size) * 1.2 + 1e-3;
      CHECK(std::abs(found[1][r * c.w.view.outputs + n] - exact) < tolerance);
    }
  }
}

TEST_CASE("products by head are those of linear, laid out otherwise") {
  std::mt19937 random(10);
  Case c = make_case(random, 37, Values::normal);
  c.activation = Activation::none;
  c.w = layer(random, c.width, 6 * kHeadWidth);
  const auto found = outputs(*find_kernels("").value(), c);
  for (std::size_t r = 0; r < c.rows; ++r) {
    for (std::size_t n = 0; n < c.w.view.outputs; ++n) {
      const std::size_t at = (n / kHeadWidth * c.rows + r) * kHeadWidth + n % kHeadWidth;
      CHECK(found[2][at] == found[1][r * c.w.view.outputs + n]);
    }
  }
}

TEST_CASE("sets are found by name") {
  CHECK(find_kernels("").ok());
  CHECK(find_kernels("scalar").ok());
  CHECK(find_kernels("sse9").error().code == Code::kernel_unknown);
  CHECK(find_kernels("Scalar").error().code == Code::kernel_unknown);
#if defined(__x86_64__)
  CHECK(find_kernels("neon").error().code == Code::kernel_unsupported);
#endif
  ::setenv("SAYSO_KERNELS", "sse9", 1);
  CHECK(kernels_from_environment().error().code == Code::kernel_unknown);
  ::setenv("SAYSO_KERNELS", "scalar", 1);
  CHECK(std::string(kernels_from_environment().value()->name) == "scalar");
  ::unsetenv("SAYSO_KERNELS");
  CHECK(kernels_from_environment().ok());
}
