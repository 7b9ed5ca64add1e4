#include "extract/events/realis.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace sayso::extract {
namespace {

using model::Relation;

constexpr std::size_t kNone = Tree::kNone;
constexpr int kMostSteps = 8;

template <std::size_t n>
bool listed(const std::array<std::string_view, n>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

constexpr std::array<std::string_view, 7> kNegations{"not", "n't", "n\u2019t", "never", "no", "without", "neither"};
constexpr std::array<std::string_view, 7> kFuture{"will", "'ll", "\u2019ll", "shall", "wo", "going", "about"};
constexpr std::array<std::string_view, 7> kSupposed{"may", "might", "could", "would", "should", "'d", "can"};
constexpr std::array<std::string_view, 6> kConditions{"if", "unless", "whether", "lest", "until", "once"};
// Beginnings of verbs whose infinitive is still to come.
constexpr std::array<std::string_view, 26> kAhead{"plan",   "intend", "vow",    "promis", "pledg",  "threat", "want",
                                                  "expect", "hope",   "hoping", "aim",    "prepar", "decid",  "agree",
                                                  "refus",  "declin", "offer",  "ask",    "urg",    "call",   "order",
                                                  "demand", "tell",   "told",   "seek",   "due"};

bool begins_with_one(std::string_view word) {
  return std::any_of(kAhead.begin(), kAhead.end(), [&](std::string_view each) { return word.starts_with(each); });
}

}  // namespace

Realis realis_of(const Tree& tree, std::size_t word) {
  bool ahead = false, supposed = false;
  std::size_t at = word;
  for (int steps = 0; steps < kMostSteps; ++steps) {
    bool to = false;
    for (const std::size_t child : tree.children(at)) {
      const std::string_view lower = tree.lower(child);
      const Relation relation = tree.relation(child);
      const bool adverb = relation == Relation::advmod || relation == Relation::det || relation == Relation::cc ||
                          relation == Relation::case_marking;
      if (child < word && adverb && listed(kNegations, lower)) return Realis::negated;
      if (relation == Relation::aux) {
        ahead |= listed(kFuture, lower);
        supposed |= listed(kSupposed, lower);
      }
      if (relation == Relation::mark) {
        supposed |= listed(kConditions, lower);
        to |= lower == "to";
      }
    }
    // An infinitive stands as its governor says: "planned to leave", "refused to leave".
    const std::size_t head = tree.head(at);
    const Relation relation = tree.relation(at);
    if (head == kNone) break;
    if (to && (relation == Relation::xcomp || relation == Relation::advcl || relation == Relation::ccomp ||
               relation == Relation::acl)) {
      ahead |= relation == Relation::acl || begins_with_one(tree.lower(head)) || listed(kFuture, tree.lower(head));
    } else if (relation != Relation::xcomp && relation != Relation::conj) {
      break;
    }
    at = head;
  }
  if (supposed) return Realis::hypothetical;
  return ahead ? Realis::future : Realis::asserted;
}

}  // namespace sayso::extract
