#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "extract/actors/phrase.h"
#include "model/attribution.h"
#include "sayso/record.h"

namespace sayso::extract {

/// A noun phrase of a text, with what the model says of it.
struct TextPhrase {
  Phrase phrase;
  bool speaks = false;   ///< a statement comes from or through it
  bool acts = false;     ///< speaks, or stands where only an actor can: hears a statement, has a spokesman
  bool drafted = false;  ///< the ledger's drafts have it act or be asked, which holds if its noun can act
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

/// The noun phrase of a span of the text; nothing where it has no word. Of "figures from the ministry" the ministry.
[[nodiscard]] std::optional<Phrase> phrase_of(const ReadingWords& words, const Span& span);

}  // namespace sayso::extract
