#include "extract/plans/items.h"

#include <algorithm>

#include "extract/plans/vocabulary.h"

namespace sayso::extract {
namespace {

using model::PartOfSpeech;
using model::Relation;

constexpr std::size_t kNone = Tree::kNone;
constexpr std::size_t kLongest = 48;  // words of an item

// From a word on to the last word that hangs from `top`, without marks at the end and from before the next of `stops`.
Span to_the_end(const Tree& tree, std::size_t first, std::size_t top, const std::vector<std::size_t>& stops) {
  std::size_t last = std::max(first, top);
  const auto stopped = [&](std::size_t word) {
    return std::ranges::any_of(stops, [&](std::size_t stop) { return stop > top && tree.within(word, stop); });
  };
  while (last + 1 < tree.sentence_end(top) && last - top < kLongest && tree.within(last + 1, top) &&
         !stopped(last + 1)) {
    ++last;
  }
  while (last > first && (tree.pos(last) == PartOfSpeech::punct || tree.pos(last) == PartOfSpeech::cconj)) --last;
  return {tree.span(first).begin, tree.span(last).end};
}

// Where the phrase that hangs from `top` begins, without the preposition and "and" before it.
std::size_t phrase_begin(const Tree& tree, std::size_t top) {
  std::size_t first = top;
  while (first > tree.sentence_begin(top) && top - first < kLongest && tree.within(first - 1, top)) {
    const std::size_t before = first - 1;
    const bool own = tree.head(before) == top;
    const Relation relation = tree.relation(before);
    if (own && (relation == Relation::case_marking || relation == Relation::cc || relation == Relation::mark ||
                relation == Relation::cop || relation == Relation::nsubj)) {
      break;
    }
    --first;
  }
  while (first < top && tree.pos(first) == PartOfSpeech::punct) ++first;
  return first;
}

// The contents that a verb gives its subject: its object, what follows a preposition, an infinitive.
std::vector<std::size_t> contents_of(const Scene& scene, std::size_t verb) {
  const Tree& tree = scene.tree();
  for (const std::size_t child : scene.children_near(verb, verb)) {
    const Relation relation = tree.relation(child);
    const bool content = relation == Relation::obj || relation == Relation::xcomp || relation == Relation::ccomp ||
                         (relation == Relation::obl && !scene.in_time(child));
    if (child > verb && content) return scene.conjuncts(child);
  }
  return {};
}

// "this plan" of "the first item on this plan", "the plan" of "the plan's first item".
std::size_t plan_of_part(const Scene& scene, std::size_t part) {
  for (const std::size_t child : scene.children_near(part, part)) {
    const Relation relation = scene.tree().relation(child);
    if ((relation == Relation::nmod || relation == Relation::obl) && is_plan_noun(scene.tree().lower(child)))
      return child;
  }
  return kNone;
}

int order_of_part(const Scene& scene, std::size_t part) {
  const Tree& tree = scene.tree();
  if (const auto own = ordinal_of(tree.lower(part))) return *own;
  for (const std::size_t child : scene.children_near(part, part)) {
    if (tree.relation(child) != Relation::amod || child > part) continue;
    if (const auto order = ordinal_of(tree.lower(child))) return *order;
  }
  return 0;
}

}  // namespace

std::vector<FoundItem> items_by_order(const Scene& scene, std::size_t part) {
  const Tree& tree = scene.tree();
  const std::size_t predicate = tree.head(part);
  const int order = order_of_part(scene, part);
  if (order == 0 || predicate == kNone || tree.relation(part) != Relation::nsubj) return {};
  FoundItem found;
  found.plan = plan_of_part(scene, part);
  found.word = predicate;
  found.item.ordinal = order;
  if (const std::size_t is = tree.child(predicate, Relation::cop); is != kNone && is > part && is < predicate) {
    found.item.span = to_the_end(tree, is + 1, predicate, {});
    return {found};
  }
  const auto contents = is_contain(tree.lower(predicate)) || tree.lower(predicate) == "is"
                            ? contents_of(scene, predicate)
                            : std::vector<std::size_t>{};
  if (contents.empty()) return {};
  found.item.span = to_the_end(tree, phrase_begin(tree, contents.front()), contents.front(), {});
  return {found};
}

std::vector<FoundItem> items_of_list(const Scene& scene, std::size_t plan) {
  const Tree& tree = scene.tree();
  const std::size_t verb = tree.head(plan);
  if (verb == kNone || tree.relation(plan) != Relation::nsubj || !is_contain(tree.lower(verb))) return {};
  std::vector<FoundItem> found;
  const auto contents = contents_of(scene, verb);
  for (const std::size_t content : contents) {
    const Span span = to_the_end(tree, phrase_begin(tree, content), content, contents);
    found.push_back({plan, verb, {0, span}});
  }
  return found;
}

}  // namespace sayso::extract
