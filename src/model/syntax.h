#pragma once
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "sayso/span.h"

namespace sayso::model {

/// Universal parts of speech (UPOS, de Marneffe et al. 2021). The numbers are those of the weight file.
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

/// Universal Dependencies relations without subtypes. The numbers are those of the weight file.
enum class Relation : std::uint8_t {
  root,
  acl,
  advcl,
  advmod,
  amod,
  appos,
  aux,
  case_,
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

/// A token of the text in its sentence's dependency tree.
struct Word {
  Span span;               ///< bytes
  std::uint32_t head = 0;  ///< index of its head among all words; its own for a sentence's root
  std::uint32_t sentence = 0;
  PartOfSpeech pos = PartOfSpeech::x;
  Relation relation = Relation::root;
};

}  // namespace sayso::model
