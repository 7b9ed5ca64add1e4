#include "extract/ledger/action.h"
#include "extract/ledger/clause.h"
#include "extract/ledger/complements.h"
#include "extract/ledger/draft.h"

namespace sayso::extract {
namespace {

using model::PartOfSpeech;
using model::Relation;

constexpr std::size_t kNone = Tree::kNone;

bool is_no(const Tree& tree, std::size_t noun) {
  for (const std::uint32_t child : tree.children(noun)) {
    if (child < noun && tree.lower(child) == "no") return true;
  }
  return false;
}

/// "Kyiv's plans", "their plans", "the Trump plan", "plans by the bank", "a deal between the bank and the union".
std::size_t owner(const Tree& tree, std::size_t noun) {  // NOLINT(misc-no-recursion): conjuncts stand ever further left
  for (const std::uint32_t child : tree.children(noun)) {
    if (child > noun) break;
    const std::string_view mark = tree.marker(child);
    const bool possessive = tree.relation(child) == Relation::nmod &&
                            (mark == "'s" || mark == "’s" || mark == "'" || mark == "’" ||
                             holds_word("his her its their our my your whose", tree.lower(child)));
    if (possessive) return child;
  }
  const std::size_t behind_it = behind(tree, noun, "by of from between");
  // "the party's agenda and plans"
  const bool shares = behind_it == kNone && tree.relation(noun) == Relation::conj && tree.head(noun) < noun;
  return shares ? owner(tree, tree.head(noun)) : behind_it;
}

/// "included", or "is" as a copula: what a subject such as "their demands" is said to consist of.
std::size_t said_to_be(const Tree& tree, std::size_t noun) {
  const std::size_t verb = tree.head(noun);
  if (verb == kNone || tree.relation(noun) != Relation::nsubj || verb < noun) return kNone;
  if (has_to(tree, verb) && tree.child(verb, Relation::cop) != kNone) return verb;  // "its goal is to cut"
  if (!holds_word("include includes included is are was were be remains remained", tree.lower(verb))) return kNone;
  for (const std::uint32_t child : tree.children(verb)) {
    const Relation relation = tree.relation(child);
    if (child > verb && (relation == Relation::xcomp || relation == Relation::ccomp || relation == Relation::obj)) {
      return child;
    }
  }
  return kNone;
}

void add_all(const Tree& tree, Draft draft, std::size_t deed, bool each_noun, std::vector<Draft>& drafts) {
  std::vector<std::size_t> deeds = coordinated(tree, deed);
  if (each_noun) {
    // Verbs and nouns mixed, each joined to the one before or to the first.
    deeds = {deed};
    for (std::size_t i = 0; i < deeds.size(); ++i) {
      for (const std::uint32_t child : tree.children(deeds[i])) {
        if (tree.relation(child) == Relation::conj && child > deeds[i]) deeds.push_back(child);
      }
    }
  }
  for (const std::size_t one : deeds) {
    const bool noun = tree.is_noun(one);
    if (noun && one != deed && !each_noun) break;
    draft.deed = one;
    draft.action = noun ? action_of_noun(tree, one) : action_of_verb(tree, one, false);
    drafts.push_back(draft);
  }
}

/// "returned at the request of the bank": what was asked for is what happened.
bool was_followed(const Tree& tree, std::size_t noun, Draft draft, std::vector<Draft>& drafts) {
  const std::size_t verb = tree.head(noun);
  if (verb == kNone || tree.relation(noun) != Relation::obl || tree.pos(verb) != PartOfSpeech::verb ||
      tree.marker(noun) != "at" || draft.act != Act::request) {
    return false;
  }
  draft.to = subject(tree, verb);
  draft.stage = Stage::done;
  add_all(tree, draft, verb, false, drafts);
  return true;
}

}  // namespace

void draft_nouns(const Tree& tree, std::size_t word, std::vector<Draft>& drafts) {
  const ActNoun* row = noun_act(tree.lower(word));
  if (row == nullptr || tree.pos(word) != PartOfSpeech::noun || is_hypothetical(tree, word)) return;
  Draft draft;
  draft.act = row->act;
  draft.stage = row->stage;
  draft.told = Told::by_noun;
  draft.trigger = word;
  draft.actor = owner(tree, word);
  if (draft.actor != kNone && was_followed(tree, word, draft, drafts)) return;

  const std::size_t above = tree.head(word);
  const bool object = tree.relation(word) == Relation::obj || tree.relation(word) == Relation::nsubj;
  const bool governed = above != kNone && above < word && object && lends_subject(tree.lower(above));
  if (governed && is_negated(tree, above)) return;
  const bool none = is_no(tree, word);
  if (draft.actor == kNone && governed) draft.actor = subject(tree, above);
  if (draft.actor == kNone) return;

  std::size_t deed = infinitive(tree, word);
  if (deed == kNone && governed) deed = infinitive(tree, above);
  if (deed == kNone && !row->prepositions.empty() && tree.lower(word).ends_with('s')) {
    deed = behind(tree, word, row->prepositions);
  }
  if (deed == kNone) {
    deed = said_to_be(tree, word);
    if (deed == kNone) return;
    add_all(tree, draft, deed, true, drafts);
    return;
  }
  if (none) {
    // "has no plans to leave" promises not to.
    if (draft.act != Act::intend) return;
    draft.act = Act::pledge;
    draft.stage = Stage::pledged;
    draft.deed = deed;
    draft.action = {action_of_noun(tree, word).begin, action_of_verb(tree, deed, false).end};
    drafts.push_back(draft);
    return;
  }
  if (draft.act == Act::agree && governed && !row->mutual) {
    // "gave them permission to enter": what is given is the deed.
    draft.to = tree.child(above, Relation::iobj);
    draft.deed = above;
    draft.action = action_of_verb(tree, above, false);
    drafts.push_back(draft);
    return;
  }
  add_all(tree, draft, deed, false, drafts);
}

}  // namespace sayso::extract
