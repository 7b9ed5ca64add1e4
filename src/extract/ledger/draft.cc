#include "extract/ledger/draft.h"

#include <algorithm>

#include "extract/ledger/clause.h"

namespace sayso::extract {
namespace {

using model::Relation;

/// "has repeatedly urged", "again called on", "keeps asking".
bool is_repeated(const Tree& tree, std::size_t trigger) {
  for (const std::uint32_t child : tree.children(trigger)) {
    if (holds_word("repeatedly again continually constantly persistently reiterated", tree.lower(child))) return true;
  }
  const std::size_t head = tree.head(trigger);
  return head != Tree::kNone && tree.relation(trigger) == Relation::xcomp &&
         holds_word("continue continues continued continuing keep keeps kept", tree.lower(head));
}

bool is_question(const Tree& tree, std::size_t word) {
  const std::size_t last = tree.sentence_end(word);
  for (std::size_t at = last; at-- > tree.sentence_begin(word) && at + 3 > last;) {
    if (tree.lower(at) == "?") return true;
  }
  return false;
}

int rank(const Draft& draft) {
  switch (draft.told) {
    case Told::by_verb:
    case Told::by_schedule:
    case Told::by_warning:
      return 0;
    case Told::by_noun:
      return 1;
    default:
      return 2;
  }
}

}  // namespace

std::vector<Draft> draft_ledger(const Tree& tree) {
  std::vector<Draft> drafts;
  for (std::size_t word = 0; word < tree.size(); ++word) {
    if (is_question(tree, word)) continue;
    draft_verbs(tree, word, drafts);
    draft_nouns(tree, word, drafts);
    draft_modals(tree, word, drafts);
  }
  // Of one deed the plainest telling counts; and what is only done to do it, as in "wants to ask Y to act", is part of
  // the deed.
  std::vector<bool> is_deed(tree.size());
  for (const Draft& draft : drafts) is_deed[draft.deed] = true;
  std::erase_if(drafts, [&](const Draft& draft) { return draft.told == Told::by_verb && is_deed[draft.trigger]; });
  std::stable_sort(drafts.begin(), drafts.end(), [](const Draft& a, const Draft& b) {
    return a.deed != b.deed ? a.deed < b.deed : rank(a) < rank(b);
  });
  const auto same = [](const Draft& a, const Draft& b) { return a.deed == b.deed; };
  drafts.erase(std::unique(drafts.begin(), drafts.end(), same), drafts.end());
  std::stable_sort(drafts.begin(), drafts.end(), [](const Draft& a, const Draft& b) { return a.trigger < b.trigger; });
  for (Draft& draft : drafts) draft.repeated = is_repeated(tree, draft.trigger);
  return drafts;
}

}  // namespace sayso::extract
