#pragma once
#include <optional>
#include <string>

#include "model/weight_file.h"
#include "nn/encoder.h"

namespace sayso::model {

/// Reads tensors one after another and keeps the first error, so that a loader is checked once at its end.
class Tensors {
 public:
  explicit Tensors(const WeightFile& file) : file_(file) {}

  [[nodiscard]] const float* floats(const std::string& name, std::initializer_list<std::size_t> sizes);
  /// NAME.q, .scale, .sum and .bias.
  [[nodiscard]] nn::Linear linear(const std::string& name, std::size_t inputs, std::size_t outputs);
  /// NAME.weight and .bias.
  [[nodiscard]] nn::LinearFloat linear_float(const std::string& name, std::size_t inputs, std::size_t outputs);
  [[nodiscard]] nn::Norm norm(const std::string& name, std::size_t width);
  /// An 8-bit table with a scale for each row: NAME.q and NAME.scale.
  void rows(const std::string& name, std::size_t count, std::size_t width, const std::int8_t*& q, const float*& scale);

  [[nodiscard]] const std::optional<Error>& error() const { return error_; }

 private:
  template <class T>
  T keep(Result<T> result) {
    if (result.ok()) return result.value();
    if (!error_) error_ = result.error();
    return nullptr;
  }
  const WeightFile& file_;
  std::optional<Error> error_;
};

}  // namespace sayso::model
