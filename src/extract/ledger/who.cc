#include "extract/ledger/who.h"

#include <algorithm>

#include "extract/ledger/clause.h"

namespace sayso::extract {
namespace {

using model::Relation;

constexpr std::size_t kNone = Tree::kNone;

}  // namespace

Who::Who(const Tree& tree, const std::vector<Actor>& actors) : tree_(tree), by_head_(tree.size(), nullptr) {
  struct Naming {
    Span span;
    const Actor* actor;
  };
  std::vector<Naming> namings;
  for (const Actor& actor : actors) {
    by_id_.emplace(actor.id, &actor);
    for (const ActorMention& mention : actor.mentions) namings.push_back({mention.span, &actor});
  }
  std::sort(namings.begin(), namings.end(), [](const Naming& a, const Naming& b) { return a.span < b.span; });
  std::vector<std::size_t> width(tree.size(), ~std::size_t{0});
  std::size_t first = 0;
  for (const Naming& naming : namings) {
    while (first < tree.size() && tree.span(first).end <= naming.span.begin) ++first;
    for (std::size_t word = first; word < tree.size() && tree.span(word).begin < naming.span.end; ++word) {
      // The words whose heads stand outside head the mention; of several mentions the shortest counts.
      const std::size_t head = tree.head(word);
      if (head != kNone && naming.span.contains(tree.span(head))) continue;
      if (tree.relation(word) == Relation::punct || tree.relation(word) == Relation::case_) continue;
      const std::size_t size = naming.span.end - naming.span.begin;
      if (size < width[word]) width[word] = size, by_head_[word] = naming.actor;
      break;
    }
  }
}

const Actor* Who::at(std::size_t word) const {
  if (word == kNone) return nullptr;
  if (by_head_[word] != nullptr) return by_head_[word];
  // "President [flat: Brown]"; a name whose parts the tree hangs the other way round.
  for (const std::uint32_t child : tree_.children(word)) {
    const Relation relation = tree_.relation(child);
    const bool part = relation == Relation::flat || (child > word && relation == Relation::appos);
    if (part && by_head_[child] != nullptr) return by_head_[child];
  }
  const bool part = tree_.relation(word) == Relation::flat || tree_.relation(word) == Relation::compound;
  return part && tree_.head(word) != kNone ? by_head_[tree_.head(word)] : nullptr;
}

std::vector<const Actor*> Who::all(std::size_t word) const {
  std::vector<const Actor*> found;
  if (word == kNone) return found;
  for (const std::size_t each : coordinated(tree_, word)) {
    const Actor* actor = at(each);
    if (actor != nullptr && std::find(found.begin(), found.end(), actor) == found.end()) found.push_back(actor);
  }
  return found;
}

const Actor* Who::called(const std::string& id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : found->second;
}

bool Who::speaks_for(const Actor* speaker, const Actor* actor) const {
  if (speaker == nullptr || actor == nullptr) return false;
  if (speaker == actor || speaker->represents == actor->id) return true;
  return actor->kind == ActorKind::government && speaker->kind != ActorKind::media && !actor->country.empty() &&
         speaker->country == actor->country;
}

}  // namespace sayso::extract
