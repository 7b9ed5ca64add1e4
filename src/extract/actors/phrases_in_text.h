#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "extract/actors/phrase.h"
#include "model/attribution.h"
#include "sayso/record.h"

namespace sayso::extract {

/// A noun phrase of a text, with what the model says of it.
struct TextPhrase {
  Phrase phrase;
  bool speaks = false;  ///< a statement comes from or through it
  bool acts = false;    ///< it commits to something, asks for it or is asked
  std::optional<model::MentionKind> kind;
  std::optional<std::uint32_t> entity;            ///< equal for phrases that the model takes for one
  float certainty = 0;                            ///< probability of `entity`
  float metonym = 0;                              ///< probability that a place stands for who acts there
  std::size_t relative_to = ReadingWords::kNone;  ///< of "who": the head of the phrase before it
  std::size_t reported_by = ReadingWords::kNone;  ///< of a source within a statement: the head of that one's source
};

/// The phrases that the model, the statements and the lexicon name and those that act, ascending by their heads, each
/// head once.
[[nodiscard]] std::vector<TextPhrase> phrases_in_text(const ReadingWords& words, const model::Reading& reading,
                                                      const std::vector<Statement>& statements,
                                                      const std::vector<Span>& acting);

/// Adds the capitalised words of `surnames`, in small letters, that no phrase has as its head or in its name.
void add_surnames(const ReadingWords& words, const std::unordered_set<std::string>& surnames,
                  std::vector<TextPhrase>& phrases);

/// The noun phrase of a span of the text; nothing where it has no word.
[[nodiscard]] std::optional<Phrase> phrase_of(const ReadingWords& words, const Span& span);

}  // namespace sayso::extract
