#pragma once
#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/links.h"
#include "model/mentions.h"
#include "model/settings.h"
#include "model/syntax.h"
#include "nn/encoder.h"
#include "text/wordpiece.h"

namespace sayso::model {

/// What the model makes of a document: its pieces, the attributions among them and who and what it mentions.
struct Reading {
  std::vector<text::Piece> pieces;
  /// In the order of their cues; contents without a cue at the end. Their confidence is calibrated.
  std::vector<Link> links;
  /// Ascending by their heads. None where the weight file has no heads for them (no setting "mention").
  std::vector<Mention> mentions;
  /// The tokens of the text, a tree for each sentence. None where the weight file has no heads for them (no setting
  /// "syntax").
  std::vector<Word> words;
};

/// An encoder with its heads for attributions and mentions on a mapped weight file. Const after open() and safe to
/// share between threads.
class AttributionModel {
 public:
  /// Errors: model_* and kernel_* codes.
  [[nodiscard]] static Result<std::unique_ptr<const AttributionModel>> open(const std::string& path);

  /// Reads a whole document in overlapping windows, spread over `threads`. The result does not depend on `threads` nor
  /// on the CPU.
  [[nodiscard]] Reading read(std::string_view text, std::size_t threads) const;

  [[nodiscard]] const Settings& settings() const { return settings_; }
  [[nodiscard]] const WeightFile& file() const { return file_; }
  [[nodiscard]] const nn::Kernels& kernels() const { return *kernels_; }

 private:
  AttributionModel(WeightFile file, const nn::Kernels* kernels) : file_(std::move(file)), kernels_(kernels) {}
  [[nodiscard]] Status load();
  struct Section {
    std::vector<Link> links;
    std::vector<Mention> mentions;
  };
  /// Reads the section `at` of `all` pieces, and its part of `words` where there are any.
  [[nodiscard]] Section read_section(std::span<const text::Piece> all, const Window& at, Words& words,
                                     std::size_t threads) const;

  WeightFile file_;
  const nn::Kernels* kernels_;
  Settings settings_;
  text::Vocabulary vocabulary_;
  nn::Encoder encoder_;
  nn::LinearFloat tag_;
  Chain chain_;
  LinkHeads links_;
  std::optional<MentionHeads> mentions_;
  std::optional<SyntaxHeads> syntax_;
};

}  // namespace sayso::model
