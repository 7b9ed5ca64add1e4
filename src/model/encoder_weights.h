#pragma once
#include "model/settings.h"
#include "model/tensors.h"
#include "nn/encoder.h"
#include "text/wordpiece.h"

namespace sayso::model {

/// The encoder's weights as pointers into the file that `tensors` reads; its error tells whether all were there.
[[nodiscard]] nn::Encoder load_encoder(Tensors& tensors, const Settings& settings, const text::Vocabulary& vocabulary);

}  // namespace sayso::model
