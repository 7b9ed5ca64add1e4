#include "extract/ledger/complements.h"

#include <array>

#include "extract/ledger/action.h"
#include "extract/ledger/clause.h"

namespace sayso::extract {
namespace {

using model::PartOfSpeech;
using model::Relation;

constexpr std::size_t kNone = Tree::kNone;

std::size_t infinitive_below(const Tree& tree, std::size_t word) {
  constexpr std::array kOrder{Relation::xcomp, Relation::ccomp, Relation::acl, Relation::advcl};
  for (const Relation relation : kOrder) {
    for (const std::uint32_t child : tree.children(word)) {
      if (child > word && tree.relation(child) == relation && has_to(tree, child) &&
          own_subject(tree, child) == kNone) {
        return child;
      }
    }
  }
  return kNone;
}

/// The verb behind "to" at `at`, with adverbs between.
std::size_t verb_behind_to(const Tree& tree, std::size_t at) {
  constexpr std::size_t kAdverbs = 3;
  if (tree.lower(at) != "to") return kNone;
  for (std::size_t word = at + 1; word < tree.sentence_end(at) && word <= at + kAdverbs; ++word) {
    if (tree.pos(word) == PartOfSpeech::verb) return word;
    if (tree.pos(word) != PartOfSpeech::adv && tree.pos(word) != PartOfSpeech::aux) return kNone;
  }
  return kNone;
}

bool is_nominal(PartOfSpeech pos) {
  switch (pos) {
    case PartOfSpeech::noun:
    case PartOfSpeech::propn:
    case PartOfSpeech::pron:
    case PartOfSpeech::det:
    case PartOfSpeech::adj:
    case PartOfSpeech::adp:
    case PartOfSpeech::num:
    case PartOfSpeech::cconj:
    case PartOfSpeech::part:
      return true;
    default:
      return false;
  }
}

/// The next infinitive in the words as they stand.
std::size_t infinitive_in_line(const Tree& tree, std::size_t word, bool only_adverbs) {
  constexpr std::size_t kFarthest = 12;
  for (std::size_t at = word + 1; at < tree.sentence_end(word) && at <= word + kFarthest; ++at) {
    const std::size_t verb = verb_behind_to(tree, at);
    if (verb != kNone) return verb;
    const PartOfSpeech pos = tree.pos(at);
    const bool passes = pos == PartOfSpeech::adv || (!only_adverbs && (is_nominal(pos) || tree.lower(at) == "\""));
    if (!passes) return kNone;
  }
  return kNone;
}

bool behind_comma(const Tree& tree, std::size_t word) {
  const std::size_t first = extent(tree, word).first;
  return first > 0 && tree.lower(first - 1) == ",";
}

}  // namespace

std::size_t infinitive(const Tree& tree, std::size_t word) {
  const std::size_t next = infinitive_in_line(tree, word, true);
  if (next != kNone) return next;
  const std::size_t below = infinitive_below(tree, word);
  if (below != kNone) return below;
  // "wants allies to cut": the object may be taken for the infinitive's subject.
  for (const std::uint32_t child : tree.children(word)) {
    const Relation relation = tree.relation(child);
    if (child < word) continue;
    if ((relation == Relation::ccomp || relation == Relation::xcomp || relation == Relation::advcl) &&
        has_to(tree, child)) {
      return child;
    }
    if (relation == Relation::obj || relation == Relation::iobj || relation == Relation::obl) {
      if (noun_act(tree.lower(child)) != nullptr) continue;
      std::size_t inner = infinitive_below(tree, child);
      // "allies such as Norland to cut"
      const auto parts = tree.children(child);
      if (inner == kNone && !parts.empty() && parts.back() > child) inner = infinitive_below(tree, parts.back());
      if (inner != kNone) return inner;
    }
  }
  const bool noun = tree.is_noun(word);
  // Behind a noun only with its owner between: "the request of the bank to pay".
  const bool owned = noun && word + 1 < tree.size() && holds_word("of by between from", tree.lower(word + 1));
  return noun && !owned ? kNone : infinitive_in_line(tree, word, false);
}

std::size_t noun_between(const Tree& tree, std::size_t word, std::size_t infinitive) {
  for (std::size_t at = word + 1; at < infinitive; ++at) {
    if (!tree.is_noun(at)) continue;
    // The last word of the first row of nouns.
    while (at + 1 < infinitive && tree.is_noun(at + 1) && tree.pos(at) != PartOfSpeech::pron) ++at;
    return at;
  }
  return kNone;
}

std::size_t gerund(const Tree& tree, std::size_t verb) {
  for (const std::uint32_t child : tree.children(verb)) {
    if (child < verb || tree.pos(child) != PartOfSpeech::verb || !is_participle_ing(tree, child)) continue;
    const Relation relation = tree.relation(child);
    if (relation != Relation::xcomp && relation != Relation::ccomp && relation != Relation::obj) continue;
    if (own_subject(tree, child) == kNone && !behind_comma(tree, child)) return child;
  }
  return kNone;
}

std::size_t that_clause(const Tree& tree, std::size_t verb) {
  for (const std::uint32_t child : tree.children(verb)) {
    if (child < verb || tree.relation(child) != Relation::ccomp || is_hypothetical(tree, child)) continue;
    if (own_subject(tree, child) != kNone && !has_to(tree, child)) return child;
  }
  return kNone;
}

}  // namespace sayso::extract
