#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "model/forms.h"
#include "model/tensors.h"
#include "model/windows.h"
#include "nn/kernels.h"
#include "text/wordpiece.h"

namespace sayso::model {

/// What a mention names (GUM's entity types, Zeldes 2017). The numbers are those of the weight file.
enum class MentionKind : std::uint8_t {
  person,
  place,
  organization,
  object,
  event,
  time,
  substance,
  animal,
  plant,
  abstract
};
inline constexpr std::size_t kMentionKinds = 10;

/// A name, noun phrase or pronoun, known by its head word (word-level coreference, Dobrovolskii 2021; a name's last
/// word). Places are pieces: `head` is the first one of the head word, [first, last] are whole words around it.
struct Mention {
  std::uint32_t head = 0;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  MentionKind kind = MentionKind::person;
  Form form = Form::name;        ///< of the head word
  std::uint32_t antecedent = 0;  ///< index of its entity's mention that it fits best; its own where it begins one
  std::uint32_t entity = 0;      ///< index of the first mention of the same entity
  float certainty = 0;           ///< 0 to 1: how probable `entity` is, of all that the mention might belong to
  float metonym = 0;             ///< 0 to 1: for a place's name, that it stands for who acts there
};

/// Tensors "mention.kind", ".extent_head" and ".extent_edge", "coreference.mention", ".antecedent", ".none", ".forms"
/// and ".gap", "metonym".
struct MentionHeads {
  nn::LinearFloat kind;                          ///< [hidden] -> none and the kinds, padded to 16
  nn::LinearFloat metonym;                       ///< [hidden] -> 1, padded to 16
  nn::Linear extent_head, extent_edge;           ///< [hidden] -> [2 x edge]: first piece, last piece
  nn::Linear mention, antecedent;                ///< [hidden] -> [width]
  nn::LinearFloat none;                          ///< [width] -> 1, padded to 16
  const float *forms = nullptr, *gap = nullptr;  ///< [form][form][same head word], [form][8] log2 of the distance
  std::size_t hidden = 0, width = 0, edge = 0;
};

[[nodiscard]] MentionHeads load_mentions(Tensors& tensors, std::size_t hidden, std::size_t width, std::size_t edge);

/// The mentions of a text, ascending by their heads. Each joins the most probable entity of those that a window shows
/// before it, or begins one (mention ranking, Denis and Baldridge 2008; its probabilities summed by entity). What
/// windows say is averaged as links.h does; an extent is what the head's own window says, and does not leave its
/// paragraph. `windows` cover all `pieces`. Work grows with the windows times the pairs that they show. The result does
/// not depend on `threads`.
[[nodiscard]] std::vector<Mention> find_mentions(const MentionHeads& heads, const nn::Kernels& kernels,
                                                 std::span<const EncodedWindow> windows,
                                                 std::span<const text::Piece> pieces,
                                                 const text::Vocabulary& vocabulary, std::size_t threads);

}  // namespace sayso::model
