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

bool behind_comma(const Tree& tree, std::size_t word) {
  const std::size_t first = extent(tree, word).first;
  return first > 0 && tree.lower(first - 1) == ",";
}

}  // namespace

std::size_t infinitive(const Tree& tree, std::size_t word) {
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
