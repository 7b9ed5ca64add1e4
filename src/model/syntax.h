#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "model/tensors.h"
#include "model/windows.h"
#include "nn/kernels.h"
#include "text/tokens.h"
#include "text/wordpiece.h"

namespace sayso::model {

/// Universal parts of speech (de Marneffe et al. 2021). The numbers are those of the weight file.
enum class PartOfSpeech : std::uint8_t {
  adj,
  adp,
  adv,
  aux,
  cconj,
  det,
  intj,
  noun,
  num,
  part,
  pron,
  propn,
  punct,
  sconj,
  sym,
  verb,
  x
};
inline constexpr std::size_t kPartsOfSpeech = 17;

/// Universal Dependencies relations without subtypes. The numbers are those of the weight file.
enum class Relation : std::uint8_t {
  root,
  acl,
  advcl,
  advmod,
  amod,
  appos,
  aux,
  case_marking,
  cc,
  ccomp,
  clf,
  compound,
  conj,
  cop,
  csubj,
  dep,
  det,
  discourse,
  dislocated,
  expl,
  fixed,
  flat,
  goeswith,
  iobj,
  list,
  mark,
  nmod,
  nsubj,
  nummod,
  obj,
  obl,
  orphan,
  parataxis,
  punct,
  reparandum,
  vocative,
  xcomp
};
inline constexpr std::size_t kRelations = 37;

/// A token of the text in its sentence's dependency tree.
struct Word {
  Span span;                   ///< bytes
  std::uint32_t head = 0;      ///< index of its head among all words; its own for a sentence's root
  std::uint32_t sentence = 0;  ///< number of its tree, ascending from 0; a very long sentence is several trees
  PartOfSpeech pos = PartOfSpeech::x;
  Relation relation = Relation::root;
  std::uint8_t event = 0;  ///< the likeliest type of event that it may name: 1 + index into kEventTypes; 0: unknown
  float event_score = 0;   ///< the probability that it names one of that type, 0 to 1
};

/// Tensors "syntax.pos", ".arc_dependent", ".arc_head", ".arc_distance", ".relation_dependent", ".relation_head" and
/// ".relation"; "event" where the model has that head.
struct SyntaxHeads {
  nn::LinearFloat pos;                           ///< [hidden] -> parts of speech, padded to 32
  nn::Linear arc_dependent, arc_head;            ///< [hidden] -> [width]
  const float* arc_distance = nullptr;           ///< [2 * kArcDistances + 1]: signed log2 of the pieces between
  nn::Linear relation_dependent, relation_head;  ///< [hidden] -> [width]
  nn::LinearFloat relation;                      ///< [width] -> relations, padded to 48
  std::optional<nn::LinearFloat> event;          ///< [hidden] -> no event or one of kEventTypes, padded to 32
  std::size_t hidden = 0, width = 0;
};

[[nodiscard]] SyntaxHeads load_syntax(Tensors& tensors, std::size_t hidden, std::size_t width, bool events);

/// The words of a text and where they stand among its pieces, before their trees are known.
struct Words {
  std::vector<Word> words;  ///< one for each token, each its own head
  /// Each word's first piece of its own: of "do|n't" the pieces are "don", "'" and "t", and the second word's is "'".
  /// A word that has none bears its neighbour's.
  std::vector<std::uint32_t> pieces;
  std::vector<std::size_t> trees;  ///< the first word of each tree, ascending, and the number of words at the end
};

/// Divides tokens into trees: sentences, cut where they are longer than `most` pieces. Linear.
[[nodiscard]] Words divide(std::span<const text::Token> tokens, std::span<const Span> sentences,
                           std::span<const text::Piece> pieces, std::size_t most);

/// Fills head, relation, part of speech and event of the trees that begin in the own part of a section: the best tree
/// of what the window that shows most around it says (biaffine scores, Dozat and Manning 2017). `windows` cover the
/// section, whose pieces count from 0; each tree fits in one of them. Linear but for the pairs within a tree.
void parse(const SyntaxHeads& heads, const nn::Kernels& kernels, std::span<const EncodedWindow> windows,
           const Window& section, Words& words, std::size_t threads);

}  // namespace sayso::model
