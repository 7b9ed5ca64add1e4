#include "model/attribution.h"

#include <algorithm>

#include "base/parallel.h"
#include "model/encoder_weights.h"
#include "model/windows.h"

namespace sayso::model {
namespace {

constexpr std::size_t kPaddedTags = 16;

}  // namespace

Result<std::unique_ptr<const AttributionModel>> AttributionModel::open(const std::string& path) {
  auto kernels = nn::kernels_from_environment();
  if (!kernels.ok()) return kernels.error();
  auto file = WeightFile::open(path);
  if (!file.ok()) return file.error();
  std::unique_ptr<AttributionModel> model(new AttributionModel(std::move(file).value(), kernels.value()));
  if (Status status = model->load(); !status.ok()) return status.error();
  return std::unique_ptr<const AttributionModel>(std::move(model));
}

Status AttributionModel::load() {
  auto settings = read_settings(file_);
  if (!settings.ok()) return settings.error();
  settings_ = std::move(settings).value();
  const auto lines = file_.bytes("vocabulary");
  if (!lines.ok()) return lines.error();
  auto vocabulary = text::Vocabulary::from_lines(lines.value());
  if (!vocabulary.ok()) return vocabulary.error();
  vocabulary_ = std::move(vocabulary).value();
  if (vocabulary_.size() > settings_.words) {
    return Error{Code::model_incomplete, "the model's vocabulary has more pieces than vectors", file_.path()};
  }
  Tensors tensors(file_);
  encoder_ = load_encoder(tensors, settings_, vocabulary_);
  tag_ = tensors.linear_float("tag", settings_.hidden, kPaddedTags);
  links_ = load_links(tensors, settings_.hidden, settings_.link, settings_.reach);
  const float* moves = tensors.floats("tag.moves", {kTags, kTags});
  const float* start = tensors.floats("tag.start", {kTags});
  if (tensors.error()) return *tensors.error();
  std::copy_n(moves, kTags * kTags, &chain_.moves[0][0]);
  std::copy_n(start, kTags, chain_.start);
  return Done{};
}

Reading AttributionModel::read(std::string_view text, std::size_t threads) const {
  Reading reading;
  reading.pieces = text::pieces(text, vocabulary_);
  const std::span<const text::Piece> pieces(reading.pieces);
  const std::size_t hidden = settings_.hidden;
  const auto plan = windows(pieces.size(), settings_.window, settings_.overlap);
  std::vector<float> x(pieces.size() * hidden), emissions(pieces.size() * kTags);
  // Each worker takes a contiguous share of the windows, so that it warms one workspace.
  const std::size_t workers = std::max<std::size_t>(1, std::min(threads, plan.size()));
  parallel_for(workers, workers, [&](std::size_t worker) {
    nn::Workspace work;
    std::vector<float> out(settings_.window * hidden), tags(settings_.window * kPaddedTags);
    for (std::size_t i = plan.size() * worker / workers; i < plan.size() * (worker + 1) / workers; ++i) {
      const Window& window = plan[i];
      nn::encode(encoder_, *kernels_, pieces.subspan(window.begin, window.end - window.begin), work, out.data());
      const std::size_t own = window.own_end - window.own_begin;
      const float* from = out.data() + (window.own_begin - window.begin) * hidden;
      std::copy_n(from, own * hidden, x.data() + window.own_begin * hidden);
      kernels_->linear_float(tag_, from, own, tags.data());
      for (std::size_t t = 0; t < own; ++t) {
        std::copy_n(tags.data() + t * kPaddedTags, kTags, emissions.data() + (window.own_begin + t) * kTags);
      }
    }
  });
  reading.links = link(links_, *kernels_, x, segments(best_tags(emissions, chain_, pieces)));
  return reading;
}

}  // namespace sayso::model
