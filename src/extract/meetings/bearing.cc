#include "extract/meetings/bearing.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "extract/meetings/vocabulary.h"

namespace sayso::extract {
namespace {

using model::PartOfSpeech;
using model::Relation;

constexpr std::size_t kNone = Tree::kNone;
constexpr int kSteps = 4;  // up a tree

// All sorted.
constexpr auto kAhead = std::to_array<std::string_view>(
    {"'ll", "could", "may", "might", "must", "shall", "should", "will", "wo", "would", "’ll"});
constexpr auto kNot = std::to_array<std::string_view>({"n't", "never", "no", "not", "n’t"});
constexpr auto kParticles = std::to_array<std::string_view>({"ahead", "back", "forward", "off"});
constexpr auto kPartOf = std::to_array<std::string_view>(
    {"beginning", "conclusion", "day", "days", "end", "opening", "round", "rounds", "series", "start"});
static_assert(std::ranges::is_sorted(kAhead) && std::ranges::is_sorted(kNot) && std::ranges::is_sorted(kParticles) &&
              std::ranges::is_sorted(kPartOf));

bool is_clause(Relation relation) {
  return relation == Relation::xcomp || relation == Relation::ccomp || relation == Relation::advcl ||
         relation == Relation::acl || relation == Relation::conj || relation == Relation::parataxis;
}

bool is_negated(const Scene& scene, std::size_t verb) {
  return std::ranges::any_of(scene.children_near(verb, verb), [&](std::size_t child) {
    return std::ranges::binary_search(kNot, std::string_view(scene.tree().lower(child)));
  });
}

bool has_to(const Scene& scene, std::size_t verb) {
  return std::ranges::any_of(scene.children_near(verb, verb), [&](std::size_t child) {
    return child < verb && scene.tree().lower(child) == "to" && scene.tree().relation(child) == Relation::mark;
  });
}

bool has_subject(const Scene& scene, std::size_t verb) { return scene.tree().child(verb, Relation::nsubj) != kNone; }

// Whether a verb stands for what is still to come: will hold, may be held, hopes to hold.
bool is_ahead(const Scene& scene, std::size_t verb) {
  const Tree& tree = scene.tree();
  for (int step = 0; step < kSteps && verb != kNone; ++step) {
    bool finite = false;
    for (const std::size_t child : scene.children_near(verb, verb)) {
      if (tree.relation(child) != Relation::aux) continue;
      if (std::ranges::binary_search(kAhead, std::string_view(tree.lower(child)))) return true;
      finite = finite || (tree.lower(child) != "be" && tree.lower(child) != "being" && tree.lower(child) != "been");
    }
    const bool infinitive = has_to(scene, verb);
    const std::size_t above = tree.head(verb);
    const bool purpose = tree.relation(verb) == Relation::advcl && above != kNone &&
                         meeting_verb(tree.lower(above)) != MeetingVerb::expect;
    if (infinitive && !purpose) return true;
    if ((finite && !infinitive) || !is_clause(tree.relation(verb)) || has_subject(scene, verb)) return false;
    verb = tree.head(verb);
    if (verb == kNone || !tree.is_predicate(verb)) return infinitive;
  }
  return false;
}

MeetingVerb meaning_of(const Scene& scene, std::size_t verb, std::string_view marker) {
  const Tree& tree = scene.tree();
  const std::string& lower = tree.lower(verb);
  if (const MeetingVerb found = meeting_verb(lower, marker); found != MeetingVerb::none) return found;
  for (const std::size_t child : scene.children_near(verb, verb)) {
    if (!std::ranges::binary_search(kParticles, std::string_view(tree.lower(child)))) continue;
    if (const MeetingVerb found = meeting_verb(lower, tree.lower(child)); found != MeetingVerb::none) return found;
  }
  return is_meet(lower) ? MeetingVerb::happen : meeting_verb(lower);
}

Bearing bearing_of(const Scene& scene, std::size_t verb, MeetingVerb meaning) {
  Bearing bearing;
  bearing.verb = verb;
  bearing.bound = meaning != MeetingVerb::none && meaning != MeetingVerb::want;
  bearing.denied = meaning == MeetingVerb::want || (is_negated(scene, verb) && meaning != MeetingVerb::postpone);
  bearing.weight = meaning == MeetingVerb::none ? 1 : 2;
  switch (meaning) {
    case MeetingVerb::postpone:
      bearing.status = MeetingStatus::postponed;
      break;
    case MeetingVerb::cancel:
      bearing.status = MeetingStatus::cancelled;
      break;
    case MeetingVerb::expect:
    case MeetingVerb::want:
      bearing.status = MeetingStatus::expected;
      break;
    case MeetingVerb::hold:
    case MeetingVerb::happen:
    case MeetingVerb::none:
      bearing.status = is_ahead(scene, verb) ? MeetingStatus::expected : MeetingStatus::held;
      break;
  }
  return bearing;
}

// The verb of what stands right behind a noun, wherever the tree has it hang: ", now scheduled for May".
std::size_t verb_right_behind(const Scene& scene, std::size_t noun) {
  const Tree& tree = scene.tree();
  for (std::size_t i = noun + 1; i < tree.sentence_end(noun) && i < noun + 5; ++i) {
    const MeetingVerb meaning = meeting_verb(tree.lower(i));
    if (tree.pos(i) == PartOfSpeech::verb && (meaning == MeetingVerb::expect || meaning == MeetingVerb::postpone ||
                                              meaning == MeetingVerb::cancel || tree.lower(i) == "held")) {
      return i;
    }
    const bool light = tree.pos(i) == PartOfSpeech::punct || tree.pos(i) == PartOfSpeech::adv ||
                       tree.pos(i) == PartOfSpeech::aux || tree.lower(i) == "which" || tree.lower(i) == "to";
    if (!light) return kNone;
  }
  return kNone;
}

// What hangs from the noun: "scheduled for May", "which was put off", "to be held", "in which both testified".
Bearing from_clauses_below(const Scene& scene, std::size_t noun) {
  Bearing found;
  for (const std::size_t child : scene.children_near(noun, noun)) {
    const Tree& tree = scene.tree();
    const bool adjective = tree.relation(child) == Relation::amod && child > noun;
    if (tree.relation(child) != Relation::acl && !adjective) continue;
    const MeetingVerb meaning = meaning_of(scene, child, {});
    if (meaning == MeetingVerb::none && has_to(scene, child)) continue;  // a summit to end the war
    Bearing bearing = bearing_of(scene, child, meaning);
    bearing.verb = kNone;
    if (bearing.weight > found.weight) found = bearing;
  }
  const std::size_t after = verb_right_behind(scene, noun);
  if (found.weight < 2 && after != kNone) {
    found = bearing_of(scene, after, meeting_verb(scene.tree().lower(after)));
    found.verb = kNone;
    found.behind = after;
  }
  return found;
}

std::size_t whole_of(const Tree& tree, std::size_t noun) {
  for (int step = 0; step < kSteps; ++step) {
    const std::size_t head = tree.head(noun);
    if (head == kNone || !tree.is_noun(head)) break;
    const bool part = tree.relation(noun) == Relation::nmod &&
                      std::ranges::binary_search(kPartOf, std::string_view(tree.lower(head)));
    if (!part && tree.relation(noun) != Relation::conj) break;
    noun = head;
  }
  return noun;
}

}  // namespace

Bearing bearing_of_noun(const Scene& scene, std::size_t noun) {
  const Tree& tree = scene.tree();
  Bearing found = from_clauses_below(scene, noun);
  for (const std::size_t child : scene.children_near(noun, noun)) {
    if (child < noun && lies_ahead(tree.lower(child)) && found.weight < 2) {
      found.status = MeetingStatus::expected;
      found.weight = 2;
    }
    if (child < noun && tree.relation(child) == Relation::det && tree.lower(child) == "no") found.denied = true;
  }
  const std::size_t whole = whole_of(tree, noun), verb = tree.head(whole);
  if (verb == kNone || !tree.is_predicate(verb)) return found;
  const Relation role = tree.relation(whole);
  const std::string_view marker = scene.marker(whole);
  const bool complement = role == Relation::obl || role == Relation::xcomp || role == Relation::ccomp;
  const bool argument = role == Relation::nsubj || role == Relation::obj || (complement && marker.empty());
  if (!argument && role != Relation::obl) return found;
  const MeetingVerb meaning =
      argument || marker == "for" || is_meet(tree.lower(verb)) ? meaning_of(scene, verb, marker) : MeetingVerb::none;
  Bearing bearing = bearing_of(scene, verb, meaning);
  if (meaning == MeetingVerb::none && argument) bearing.weight = 0;  // "conceded the election" tells nothing of it
  const bool off = bearing.status == MeetingStatus::postponed || bearing.status == MeetingStatus::cancelled;
  if (bearing.weight > found.weight || (bearing.weight == found.weight && (off || found.weight < 2))) {
    const Bearing below = found;
    found = bearing;
    found.denied = found.denied || below.denied;
    found.behind = below.behind;
  }
  found.verb = verb;
  return found;
}

Bearing bearing_of_verb(const Scene& scene, std::size_t verb) {
  const Tree& tree = scene.tree();
  Bearing bearing = bearing_of(scene, verb, MeetingVerb::happen);
  const std::size_t above = tree.head(verb);
  if (above != kNone && (tree.relation(verb) == Relation::xcomp || tree.relation(verb) == Relation::ccomp) &&
      !has_subject(scene, verb)) {
    const MeetingVerb meaning = meeting_verb(tree.lower(above));
    bearing.denied = bearing.denied || meaning == MeetingVerb::want || is_negated(scene, above);
  }
  return bearing;
}

std::size_t subject_of(const Scene& scene, std::size_t verb) {
  const Tree& tree = scene.tree();
  for (int step = 0; step < kSteps && verb != kNone; ++step) {
    if (const std::size_t subject = tree.child(verb, Relation::nsubj); subject != kNone) return subject;
    const Relation relation = tree.relation(verb);
    if (relation == Relation::acl && tree.head(verb) != kNone && tree.is_noun(tree.head(verb))) return kNone;
    if (!is_clause(relation)) return kNone;
    verb = tree.head(verb);
  }
  return kNone;
}

}  // namespace sayso::extract
