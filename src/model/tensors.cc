#include "model/tensors.h"

namespace sayso::model {

const float* Tensors::floats(const std::string& name, std::initializer_list<std::size_t> sizes) {
  return keep(file_.floats(name, sizes));
}

nn::Linear Tensors::linear(const std::string& name, std::size_t inputs, std::size_t outputs) {
  return {inputs,
          outputs,
          keep(file_.int8s(name + ".q", {outputs / 16, inputs / 4, 16, 4})),
          keep(file_.floats(name + ".scale", {outputs})),
          keep(file_.int32s(name + ".sum", {outputs})),
          keep(file_.floats(name + ".bias", {outputs}))};
}

nn::LinearFloat Tensors::linear_float(const std::string& name, std::size_t inputs, std::size_t outputs) {
  return {inputs, outputs, keep(file_.floats(name + ".weight", {inputs, outputs})),
          keep(file_.floats(name + ".bias", {outputs}))};
}

nn::Norm Tensors::norm(const std::string& name, std::size_t width) {
  return {keep(file_.floats(name + ".weight", {width})), keep(file_.floats(name + ".bias", {width}))};
}

void Tensors::rows(const std::string& name, std::size_t count, std::size_t width, const std::int8_t*& q,
                   const float*& scale) {
  q = keep(file_.int8s(name + ".q", {count, width}));
  scale = keep(file_.floats(name + ".scale", {count}));
}

}  // namespace sayso::model
