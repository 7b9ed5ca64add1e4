#include "extract/ledger/who.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "extract/ledger/clause.h"
#include "text/unicode.h"

namespace sayso::extract {
namespace {

using model::Relation;

constexpr std::size_t kNone = Tree::kNone;

/// Offices whose holders speak for their state.
constexpr std::array<std::string_view, 6> kVoices{"minister", "secretary", "ambassador", "envoy", "spokes", "diplomat"};

/// Offices whose holders speak for their body.
constexpr std::array<std::string_view, 12> kHeads{"minister", "secretary", "spokes",    "chair",
                                                  "chief",    "director",  "governor",  "president",
                                                  "premier",  "manager",   "executive", "boss"};

bool holds_any(std::string_view words, std::span<const std::string_view> parts) {
  return std::any_of(parts.begin(), parts.end(),
                     [&](std::string_view part) { return words.find(part) != std::string_view::npos; });
}

bool is_state(const Actor& actor) {
  constexpr std::size_t kStateCode = 3;  // CAMEO codes of states are their ISO codes
  return actor.kind == ActorKind::government && actor.cameo.size() == kStateCode;
}

}  // namespace

Who::Who(const Tree& tree, const std::vector<Actor>& actors)
    : tree_(tree), actors_(actors), by_head_(tree.size(), nullptr) {
  struct Naming {
    Span span;
    const Actor* actor;
    MentionForm form;
  };
  std::vector<Naming> namings;
  for (const Actor& actor : actors) {
    by_id_.emplace(actor.id, &actor);
    for (const ActorMention& mention : actor.mentions) namings.push_back({mention.span, &actor, mention.form});
  }
  std::sort(namings.begin(), namings.end(), [](const Naming& a, const Naming& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  // "a senior Labour Party source": whose words these are in the end.
  std::vector<Naming> open;
  for (const Naming& naming : namings) {
    while (!open.empty() && open.back().span.end <= naming.span.begin) open.pop_back();
    const bool body = naming.actor->kind == ActorKind::organization || naming.actor->kind == ActorKind::government;
    if (!open.empty() && open.back().form == MentionForm::nominal && open.back().actor != naming.actor && body &&
        naming.form == MentionForm::name && open.back().actor->kind == ActorKind::person) {
      belongs_.emplace(open.back().actor, naming.actor);
    }
    open.push_back(naming);
  }
  std::vector<std::size_t> width(tree.size(), ~std::size_t{0});
  std::size_t first = 0;
  for (const Naming& naming : namings) {
    while (first < tree.size() && tree.span(first).end <= naming.span.begin) ++first;
    for (std::size_t word = first; word < tree.size() && tree.span(word).begin < naming.span.end; ++word) {
      // The words whose heads stand outside head the mention; of several mentions the shortest counts.
      const std::size_t head = tree.head(word);
      if (head != kNone && naming.span.contains(tree.span(head))) continue;
      if (tree.relation(word) == Relation::punct || tree.relation(word) == Relation::case_marking) continue;
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

const Actor* Who::behind(const Actor& speaker) const {
  if (const Actor* represented = called(speaker.represents)) return represented;
  if (const auto body = belongs_.find(&speaker); body != belongs_.end()) return body->second;
  const auto first_state = [&]() -> const Actor* {
    const auto state = std::find_if(actors_.begin(), actors_.end(), [&](const Actor& actor) {
      return is_state(actor) && (speaker.country.empty() || actor.country == speaker.country);
    });
    return state == actors_.end() ? &speaker : &*state;
  };
  // "a government spokesperson"
  if (speaker.name.find("government sp") != std::string::npos) return first_state();
  for (const Span& role : speaker.roles) {
    std::string words(role.of(tree_.text()));
    std::transform(words.begin(), words.end(), words.begin(), text::ascii_lower);
    if (!holds_any(words, kVoices) || words.find("prime") != std::string::npos) continue;
    return first_state();
  }
  return &speaker;
}

std::vector<const Actor*> Who::pair_before(std::size_t word) const {
  for (std::size_t at = word; at-- > tree_.sentence_begin(word);) {
    if (!tree_.is_noun(at)) continue;
    auto found = all(at);
    if (found.size() > 1) return found;
  }
  return {};
}

bool Who::heads(const Actor* speaker, const Actor* actor, std::size_t word) const {
  if (speaker == nullptr || actor == nullptr || !speaker->represents.empty()) return false;
  if (actor->kind != ActorKind::organization && actor->kind != ActorKind::government) return false;
  const std::size_t first = tree_.sentence_begin(word);
  const Span sentence{tree_.span(first).begin, tree_.span(tree_.sentence_end(word) - 1).end};
  return std::any_of(speaker->roles.begin(), speaker->roles.end(), [&](const Span& role) {
    std::string words(role.of(tree_.text()));
    std::transform(words.begin(), words.end(), words.begin(), text::ascii_lower);
    return sentence.contains(role) && words.find(" of ") == std::string::npos && holds_any(words, kHeads);
  });
}

bool Who::speaks_for(const Actor* speaker, const Actor* actor) const {
  if (speaker == nullptr || actor == nullptr) return false;
  if (speaker == actor || speaker->represents == actor->id) return true;
  if (behind(*speaker) == actor) return true;
  return actor->kind == ActorKind::government && speaker->kind != ActorKind::media && !actor->country.empty() &&
         speaker->country == actor->country;
}

}  // namespace sayso::extract
