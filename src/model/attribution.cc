#include "model/attribution.h"

#include <algorithm>
#include <cmath>

#include "base/parallel.h"
#include "model/encoder_weights.h"
#include "model/sections.h"
#include "model/windows.h"
#include "text/sentences.h"
#include "text/tokens.h"

namespace sayso::model {
namespace {

constexpr std::size_t kPaddedTags = 16;

// A very long document is read in sections, so that memory stays small; their overlap is far beyond any link's reach.
constexpr std::size_t kSection = 8192, kSectionOverlap = 1024;  // pieces

/// [pieces][kTags]: the windows' scores of tags, averaged by the context that each window shows.
std::vector<float> mean_emissions(const std::vector<Window>& plan, const std::vector<std::vector<float>>& scores,
                                  std::size_t count) {
  std::vector<float> sums(count * kTags), weights(count);
  for (std::size_t i = 0; i < plan.size(); ++i) {
    for (std::size_t at = plan[i].begin; at < plan[i].end; ++at) {
      const float weight = context(plan[i], at, at, count);
      const float* from = scores[i].data() + (at - plan[i].begin) * kPaddedTags;
      for (std::size_t tag = 0; tag < kTags; ++tag) sums[at * kTags + tag] += from[tag] * weight;
      weights[at] += weight;
    }
  }
  for (std::size_t at = 0; at < count; ++at) {
    for (std::size_t tag = 0; tag < kTags; ++tag) sums[at * kTags + tag] /= weights[at];
  }
  return sums;
}

/// The certainty of all its segments taken together, as a probability that was calibrated on articles left out of
/// training (Platt 1999).
double calibrated(const Link& link, std::span<const float> emissions, const Settings& settings) {
  double p = link.confidence;
  if (link.source) p *= certainty(emissions, *link.source);
  if (link.cue) p *= certainty(emissions, *link.cue);
  double contents = 0;
  for (const Segment& content : link.contents) contents += certainty(emissions, content);
  if (!link.contents.empty()) p *= contents / static_cast<double>(link.contents.size());
  p = std::clamp(p, 1e-6, 1 - 1e-6);
  return 1 / (1 + std::exp(-settings.confidence_scale * std::log(p / (1 - p)) - settings.confidence_shift));
}

void shift(Link& link, std::uint32_t by) {
  const auto move = [by](Segment& segment) { segment.first += by, segment.last += by; };
  if (link.source) move(*link.source);
  if (link.cue) move(*link.cue);
  for (Segment& content : link.contents) move(content);
}

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
  if (settings_.mention > 0) {
    mentions_ = load_mentions(tensors, settings_.hidden, settings_.link, settings_.mention);
  }
  if (settings_.syntax > 0) syntax_ = load_syntax(tensors, settings_.hidden, settings_.syntax, settings_.events > 0);
  const float* moves = tensors.floats("tag.moves", {kTags, kTags});
  const float* start = tensors.floats("tag.start", {kTags});
  if (tensors.error()) return *tensors.error();
  std::copy_n(moves, kTags * kTags, &chain_.moves[0][0]);
  std::copy_n(start, kTags, chain_.start);
  return Done{};
}

AttributionModel::Section AttributionModel::read_section(std::span<const text::Piece> all, const Window& at,
                                                         Words& words, std::size_t threads) const {
  const auto pieces = all.subspan(at.begin, at.end - at.begin);
  const std::size_t hidden = settings_.hidden;
  const auto plan = windows(pieces.size(), settings_.window, settings_.overlap);
  std::vector<EncodedWindow> encoded(plan.size());
  std::vector<std::vector<float>> scores(plan.size());
  // Each worker takes a contiguous share of the windows, so that it warms one workspace.
  const std::size_t workers = std::max<std::size_t>(1, std::min(threads, plan.size()));
  parallel_for(workers, workers, [&](std::size_t worker) {
    nn::Workspace work;
    for (std::size_t i = plan.size() * worker / workers; i < plan.size() * (worker + 1) / workers; ++i) {
      const std::size_t size = plan[i].end - plan[i].begin;
      encoded[i] = {plan[i], std::vector<float>(size * hidden)};
      nn::encode(encoder_, *kernels_, pieces.subspan(plan[i].begin, size), work, encoded[i].x.data());
      scores[i].resize(size * kPaddedTags);
      kernels_->linear_float(tag_, encoded[i].x.data(), size, scores[i].data());
    }
  });
  const std::vector<float> emissions = mean_emissions(plan, scores, pieces.size());
  const auto found = segments(best_tags(emissions, chain_, pieces));
  Section section;
  section.links = link(links_, *kernels_, encoded, pieces.size(), found);
  for (Link& link : section.links) link.confidence = calibrated(link, emissions, settings_);
  if (mentions_) section.mentions = find_mentions(*mentions_, *kernels_, encoded, pieces, vocabulary_, threads);
  if (syntax_) parse(*syntax_, *kernels_, encoded, at, words, threads);
  return section;
}

Reading AttributionModel::read(std::string_view text, std::size_t threads) const {
  Reading reading;
  reading.pieces = text::pieces(text, vocabulary_);
  const std::span<const text::Piece> pieces(reading.pieces);
  Words words;
  if (syntax_)
    words = divide(text::tokens(text), text::sentences(text), pieces, std::max<std::size_t>(settings_.overlap, 1));
  std::vector<Link> loose;  // contents without a cue
  for (const Window& section : windows(pieces.size(), kSection, kSectionOverlap)) {
    Section found = read_section(pieces, section, words, threads);
    append_section(reading.mentions, found.mentions, section);
    for (Link& link : found.links) {
      shift(link, static_cast<std::uint32_t>(section.begin));
      const std::size_t anchor = link.cue ? link.cue->first : link.contents.front().first;
      if (anchor < section.own_begin || anchor >= section.own_end) continue;
      (link.cue ? reading.links : loose).push_back(std::move(link));
    }
  }
  reading.words = std::move(words.words);
  reading.links.insert(reading.links.end(), loose.begin(), loose.end());
  return reading;
}

}  // namespace sayso::model
