#include "extract/ledger/action.h"
#include "extract/ledger/clause.h"
#include "extract/ledger/complements.h"
#include "extract/ledger/draft.h"

namespace sayso::extract {
namespace {

using model::PartOfSpeech;
using model::Relation;

constexpr std::size_t kNone = Tree::kNone;

bool is_past(const Tree& tree, std::size_t verb) {
  for (const std::uint32_t child : tree.children(verb)) {
    if (child > verb) break;
    if (tree.relation(child) == Relation::aux && holds_word("have has had", tree.lower(child))) return true;
  }
  return false;
}

/// "there is no way we will disarm"
bool no_way(const Tree& tree, std::size_t verb) {
  const std::size_t head = tree.head(verb);
  if (head == kNone || tree.lower(head) != "way") return false;
  const std::size_t determiner = tree.child(head, Relation::det);
  return determiner != kNone && tree.lower(determiner) == "no";
}

/// "The party is to meet", in headlines "Party to meet".
bool is_to(const Tree& tree, std::size_t verb) {
  if (!has_to(tree, verb)) return false;
  const std::size_t head = tree.head(verb);
  if (tree.relation(verb) == Relation::xcomp && head != kNone && holds_word("is are was were", tree.lower(head))) {
    return head < verb && own_subject(tree, head) != kNone;
  }
  if (own_subject(tree, verb) == kNone) return false;
  const std::size_t be =
      tree.child(verb, Relation::aux) != kNone ? tree.child(verb, Relation::aux) : tree.child(verb, Relation::cop);
  if (be != kNone) return holds_word("is are was were", tree.lower(be)) && be < verb && tree.lower(be + 1) == "to";
  return head == kNone;
}

void draft_schedule(const Tree& tree, std::size_t verb, std::vector<Draft>& drafts) {
  Draft draft;
  draft.act = Act::expect;
  draft.stage = Stage::planned;
  draft.told = Told::by_schedule;
  draft.trigger = verb;
  draft.actor = subject(tree, verb);
  if (draft.actor == kNone || noun_act(tree.lower(draft.actor)) != nullptr) return;
  for (const std::size_t deed : coordinated(tree, verb)) {
    draft.deed = deed;
    draft.action = action_of_verb(tree, deed, false);
    drafts.push_back(draft);
  }
}

}  // namespace

void draft_modals(const Tree& tree, std::size_t word, std::vector<Draft>& drafts) {
  if (tree.pos(word) != PartOfSpeech::verb || is_state_verb(tree.lower(word))) return;
  if (is_hypothetical(tree, word)) return;
  const auto [modal, at] = extract::modal(tree, word);
  if (modal == Modal::none && is_to(tree, word)) return draft_schedule(tree, word, drafts);
  if (modal == Modal::none || modal == Modal::can || is_past(tree, word)) return;
  if (tree.child(word, Relation::cop) != kNone) return;
  Draft draft;
  draft.trigger = at;
  draft.negated = is_negated(tree, word) || is_negated(tree, at) || no_way(tree, word);
  draft.told = Told::by_modal;
  std::size_t doer = own_subject(tree, word);
  if (doer != kNone && doer > word) doer = kNone;
  if (doer == kNone) doer = at == tree.head(word) ? subject(tree, at) : subject_before(tree, at);
  if (doer == kNone || tree.relation(word) == Relation::acl) doer = subject(tree, word);
  if (doer == kNone) return;
  switch (modal) {
    case Modal::will:
    case Modal::would:
      draft.act = draft.negated ? Act::refuse : Act::pledge;
      if (!draft.negated) draft.stage = Stage::pledged;
      draft.actor = doer;
      break;
    case Modal::may:
      if (draft.negated) return;
      draft.act = Act::not_ruled_out;
      draft.stage = Stage::floated;
      draft.actor = doer;
      break;
    default:
      if (tree.relation(word) == Relation::acl) return;  // "steps that they should take"
      draft.act = modal == Modal::must ? Act::demand : Act::request;
      draft.told = Told::by_must;
      draft.to = doer;
      break;
  }
  for (const std::size_t deed : coordinated(tree, word)) {
    if (draft.negated && deed != word) break;
    draft.deed = deed;
    draft.action = action_of_verb(tree, deed, false, draft.negated);
    drafts.push_back(draft);
  }
}

}  // namespace sayso::extract
