#include "extract/events/clause.h"

#include <algorithm>
#include <array>

namespace sayso::extract {
namespace {

using model::PartOfSpeech;
using model::Relation;

constexpr std::size_t kNone = Tree::kNone;
constexpr int kMostSteps = 16;  // verbs above each other

template <std::size_t n>
bool listed(const std::array<std::string_view, n>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

constexpr std::array<std::string_view, 14> kBe{"be", "is", "are", "was", "were", "been", "being",
                                               "am", "'s", "'re", "get", "got",  "gets", "getting"};
constexpr std::array<std::string_view, 5> kRelative{"who", "which", "that", "whom", "whose"};

std::size_t own_subject(const Tree& tree, std::size_t verb) {
  const std::size_t subject = tree.child(verb, Relation::nsubj);
  if (subject == kNone || !listed(kRelative, tree.lower(subject))) return subject;
  // "soldiers who ...": the noun before.
  if (tree.relation(verb) == Relation::acl && tree.head(verb) != kNone) return tree.head(verb);
  return subject;
}

bool has_to(const Tree& tree, std::size_t verb) {
  for (const std::size_t child : tree.children(verb)) {
    if (child < verb && tree.relation(child) == Relation::mark && tree.lower(child) == "to") return true;
  }
  return false;
}

bool ends_in_ing(const Tree& tree, std::size_t verb) { return tree.lower(verb).ends_with("ing"); }

/// "prisoners held ...", "Rebuked by ..., ...": a participle without an auxiliary or a subject.
bool is_bare_participle(const Tree& tree, std::size_t verb) {
  const Relation relation = tree.relation(verb);
  if (relation != Relation::acl && relation != Relation::advcl) return false;
  if (tree.pos(verb) != PartOfSpeech::verb || ends_in_ing(tree, verb) || has_to(tree, verb)) return false;
  return tree.child(verb, Relation::nsubj) == kNone && tree.child(verb, Relation::aux) == kNone;
}

bool is_passive(const Tree& tree, std::size_t verb) {
  if (ends_in_ing(tree, verb) || has_to(tree, verb)) {
    // "to be expelled", "being expelled" have their auxiliary all the same.
    if (!has_to(tree, verb)) return false;
  }
  std::size_t nearest = kNone;
  for (const std::size_t child : tree.children(verb)) {
    if (child < verb && tree.relation(child) == Relation::aux) nearest = child;
  }
  if (nearest != kNone) return listed(kBe, tree.lower(nearest));
  return is_bare_participle(tree, verb);
}

std::size_t by_agent(const Tree& tree, std::size_t verb) {
  for (const std::size_t child : tree.children(verb)) {
    const Relation relation = tree.relation(child);
    if (child > verb && (relation == Relation::obl || relation == Relation::nmod) && tree.marker(child) == "by") {
      return child;
    }
  }
  return kNone;
}

/// The verb whose subject, or with `object` whose object, a verb without subject shares; kNone if there is none.
std::size_t above(const Tree& tree, std::size_t verb) {
  const std::size_t head = tree.head(verb);
  if (head == kNone) return kNone;
  switch (tree.relation(verb)) {
    case Relation::conj:
    case Relation::xcomp:
    case Relation::ccomp:
    case Relation::advcl:
    case Relation::parataxis:
    case Relation::dep:
      return tree.is_noun(head) && !tree.is_predicate(head) ? kNone : head;
    default:
      return kNone;
  }
}

std::size_t object_of(const Tree& tree, std::size_t verb) {
  std::size_t found = tree.child(verb, Relation::obj);
  if (found == kNone) found = tree.child(verb, Relation::iobj);
  return found;
}

}  // namespace

Clause clause_of(const Tree& tree, std::size_t verb) {
  Clause clause;
  clause.passive = is_passive(tree, verb);
  if (clause.passive) clause.agent = by_agent(tree, verb);
  clause.object = object_of(tree, verb);
  std::size_t at = verb;
  for (int steps = 0; steps < kMostSteps; ++steps) {
    clause.subject = own_subject(tree, at);
    // A shared subject stands before the verb.
    if (at != verb && clause.subject != kNone && clause.subject > verb) clause.subject = kNone;
    if (clause.subject != kNone) break;
    if (tree.relation(at) == Relation::acl && tree.head(at) != kNone && tree.is_noun(tree.head(at))) {
      // "soldiers shelling the town", "prisoners held in the camp"; who is to do what "to ..." tells stays open.
      if (!has_to(tree, at)) clause.subject = tree.head(at);
      break;
    }
    const std::size_t next = above(tree, at);
    if (next == kNone) break;
    if (tree.relation(at) == Relation::xcomp) {
      clause.subject = object_of(tree, next);
      if (clause.subject != kNone) break;
    }
    at = next;
  }
  if (clause.subject == verb) clause.subject = kNone;
  return clause;
}

std::vector<std::size_t> subjects_above(const Tree& tree, std::size_t verb) {
  std::vector<std::size_t> found;
  const auto add = [&](std::size_t word) {
    if (word != kNone && std::find(found.begin(), found.end(), word) == found.end()) found.push_back(word);
  };
  add(clause_of(tree, verb).subject);
  std::size_t at = verb;
  for (int steps = 0; steps < kMostSteps; ++steps) {
    const std::size_t next = above(tree, at);
    if (next == kNone) break;
    at = next;
    add(own_subject(tree, at));
  }
  return found;
}

bool is_circumstance(const Tree& tree, std::size_t word) {
  if (tree.relation(word) != Relation::advcl) return false;
  const std::size_t mark = tree.child(word, Relation::mark);
  return mark != kNone && tree.lower(mark) != "to";
}

}  // namespace sayso::extract
