#include "extract/ledger/ledger.h"

#include <algorithm>

#include "extract/ledger/action.h"
#include "extract/ledger/carriers.h"
#include "extract/ledger/clause.h"
#include "extract/ledger/deadlines.h"
#include "extract/ledger/merge.h"
#include "extract/ledger/outcomes.h"
#include "extract/ledger/settle.h"
#include "extract/ledger/who.h"

namespace sayso::extract {
namespace {

using model::PartOfSpeech;
using model::Relation;

constexpr std::size_t kNone = Tree::kNone;

std::vector<Amount> amounts_within(const Span& action, const std::vector<Amount>& amounts) {
  auto at = std::partition_point(amounts.begin(), amounts.end(),
                                 [&](const Amount& amount) { return amount.span.begin < action.begin; });
  std::vector<Amount> found;
  for (; at != amounts.end() && at->span.end <= action.end; ++at) found.push_back(*at);
  return found;
}

/// Who gains by a deed: "for workers", "help Kyiv".
const Actor* beneficiary(const Tree& tree, const Who& who, const Draft& draft, const Settled& settled) {
  const Extent words = extent(tree, draft.deed);
  for (std::size_t word = words.first; word <= words.last; ++word) {
    const std::size_t head = tree.head(word);
    const bool helped = tree.relation(word) == Relation::obj && head != kNone &&
                        holds_word(
                            "help helping helps support supporting supports assist assisting assists aid "
                            "protect protecting defend defending",
                            tree.lower(head));
    if (!helped && tree.marker(word) != "for") continue;
    const Actor* actor = who.at(word);
    if (actor == nullptr || actor == settled.to) continue;
    if (std::find(settled.actors.begin(), settled.actors.end(), actor) == settled.actors.end()) return actor;
  }
  return nullptr;
}

std::vector<std::size_t> places(const Tree& tree, const std::vector<Draft>& drafts) {
  std::vector<std::size_t> begins;
  begins.reserve(drafts.size());
  for (const Draft& draft : drafts) begins.push_back(tree.span(draft.trigger).begin);
  return begins;
}

/// For each entry the statement whose content holds its action.
void link_statements(const std::vector<Statement>& statements, std::vector<LedgerEntry>& entries) {
  std::vector<std::size_t> order(entries.size()), begins;
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return entries[a].action.begin < entries[b].action.begin; });
  for (const std::size_t i : order) begins.push_back(entries[i].action.begin);
  const auto found = carriers(begins, statements);
  for (std::size_t k = 0; k < order.size(); ++k) {
    if (found[k] != nullptr) entries[order[k]].statement = found[k]->id;
  }
}

/// Of an act whose word is a statement's cue the content names the action: where the tree ends it too early, it goes on
/// to the content's end.
Span within_content(const Tree& tree, const Span& action, const Statement& statement) {
  constexpr std::size_t kNearest = 8;  // bytes, for "to" and "that"
  for (const Span& content : statement.content) {
    const bool opens = content.begin <= action.begin && action.begin - content.begin <= kNearest;
    if (!opens || content.end <= action.end) continue;
    std::size_t low = 0, high = tree.size();  // the first word behind the action
    while (low < high) {
      const std::size_t middle = low + (high - low) / 2;
      if (tree.span(middle).begin < action.end) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return widened(tree, action, content.end, low);
  }
  return action;
}

/// The end of a title that stands before the text in a line of its own, without a full stop.
std::size_t headline_end(std::string_view text) {
  const std::size_t end = text.find('\n');
  if (end == std::string_view::npos || end == 0) return 0;
  return text[end - 1] == '.' || text[end - 1] == '"' ? 0 : end;
}

}  // namespace

std::vector<Span> acting_phrases(const Tree& tree, const std::vector<Draft>& drafts) {
  std::vector<Span> phrases;
  for (const Draft& draft : drafts) {
    for (const std::size_t head : {draft.actor, draft.to}) {
      if (head == kNone) continue;
      for (const std::size_t each : coordinated(tree, head)) {
        if (tree.pos(each) != PartOfSpeech::noun && tree.pos(each) != PartOfSpeech::propn) continue;
        phrases.push_back(action_of_noun(tree, each));
      }
    }
  }
  std::sort(phrases.begin(), phrases.end());
  phrases.erase(std::unique(phrases.begin(), phrases.end()), phrases.end());
  return phrases;
}

std::vector<LedgerEntry> find_ledger(const Tree& tree, const std::vector<Draft>& drafts, const LedgerSources& sources) {
  const Who who(tree, sources.actors);
  const Deadlines deadlines(tree, sources.times, sources.published);
  const auto begins = places(tree, drafts);
  const auto around = carriers(begins, sources.statements);
  const auto cues = cued(begins, sources.statements);
  std::vector<LedgerEntry> entries;
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    const Draft& draft = drafts[i];
    const auto condition = condition_of(tree, draft.deed);
    LedgerEntry entry;
    entry.deadline = deadlines.of(draft, condition.value_or(Span{}));
    const auto settled = settle(tree, who, draft, {around[i], cues[i], condition.has_value(), !entry.deadline.empty()});
    if (!settled) continue;
    entry.act = settled->act;
    entry.stage = settled->stage;
    entry.action = settled->action;
    if (cues[i] != nullptr && draft.told == Told::by_verb) entry.action = within_content(tree, entry.action, *cues[i]);
    entry.condition = condition;
    entry.amounts = amounts_within(entry.action, sources.amounts);
    entry.repeated = draft.repeated;
    entry.confidence = settled->confidence;
    if (const Actor* gains = beneficiary(tree, who, draft, *settled)) entry.beneficiary = gains->id;
    for (const Actor* actor : settled->actors) {
      LedgerEntry& one = entries.emplace_back(entry);
      one.actor = actor->id;
      if (settled->to != nullptr) {
        one.to = settled->to->id;
      } else if (settled->actors.size() == 2 && draft.told == Told::by_noun) {
        one.to = settled->actors[actor == settled->actors[0] ? 1 : 0]->id;  // each agrees with the other
      }
    }
  }
  link_statements(sources.statements, entries);
  find_outcomes(tree, entries);
  merge_repetitions(tree.text(), headline_end(tree.text()), entries);
  for (std::size_t i = 0; i < entries.size(); ++i) entries[i].id = "l" + std::to_string(i + 1);
  return entries;
}

}  // namespace sayso::extract
