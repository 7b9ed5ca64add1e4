#include "extract/ledger/merge.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "text/lexicon.h"
#include "text/tokens.h"
#include "text/unicode.h"

namespace sayso::extract {
namespace {

constexpr std::size_t kLookBack = 16;

/// Of a headline's words a third is enough.
constexpr std::size_t kShareInHeadline = 3;

/// pledge, intend, offer and agree are steps of one way; request and demand differ in force.
int group(Act act) {
  switch (act) {
    case Act::pledge:
    case Act::intend:
    case Act::offer:
    case Act::agree:
      return 0;
    case Act::request:
    case Act::demand:
      return 1;
    default:
      return 2 + static_cast<int>(act);
  }
}

/// The beginnings of an action's words, without function words, ascending: "converting" and "convert" begin alike.
std::vector<std::string> stems(std::string_view text, const Span& action) {
  constexpr std::size_t kStem = 5;  // letters
  std::vector<std::string> found;
  for (const text::Token& token : text::tokens(action.of(text))) {
    std::string word(token.span.of(action.of(text)));
    std::transform(word.begin(), word.end(), word.begin(), text::ascii_lower);
    if (text::is_function_word(word) || word.size() < 2) continue;
    found.push_back(word.substr(0, kStem));
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

struct Seen {
  std::size_t entry;
  std::vector<std::string> stems;
};

}  // namespace

void merge_repetitions(std::string_view text, std::size_t headline, std::vector<LedgerEntry>& entries) {
  std::unordered_map<std::string, std::vector<Seen>> by_actor;
  std::vector<bool> gone(entries.size());
  for (std::size_t i = 0; i < entries.size(); ++i) {
    LedgerEntry& entry = entries[i];
    auto& seen = by_actor[entry.actor];
    Seen mine{i, stems(text, entry.action)};
    const std::size_t from = seen.size() > kLookBack ? seen.size() - kLookBack : 0;
    for (std::size_t k = from; k < seen.size() && !gone[i]; ++k) {
      LedgerEntry& other = entries[seen[k].entry];
      if (gone[seen[k].entry] || group(other.act) != group(entry.act)) continue;
      std::vector<std::string> both;
      std::set_intersection(mine.stems.begin(), mine.stems.end(), seen[k].stems.begin(), seen[k].stems.end(),
                            std::back_inserter(both));
      const std::size_t fewer = std::min(mine.stems.size(), seen[k].stems.size());
      const std::size_t all = mine.stems.size() + seen[k].stems.size() - both.size();
      const bool heads = other.action.end <= headline && entry.action.begin >= headline;
      // "the resignation of Brown" and "his resignation": nothing is added.
      const bool same_to = other.to == entry.to || other.to.empty() || entry.to.empty();
      const bool nothing_new = both.size() == fewer && same_to;
      const bool alike = heads ? kShareInHeadline * both.size() >= fewer : 2 * both.size() >= all;
      if (both.empty() || !(alike || nothing_new)) continue;
      LedgerEntry& kept = heads ? entry : other;
      LedgerEntry& dropped = heads ? other : entry;
      if (kept.deadline.empty()) kept.deadline = dropped.deadline;
      if (!kept.condition) kept.condition = dropped.condition;
      if (kept.to.empty()) kept.to = dropped.to;
      if (kept.amounts.empty()) kept.amounts = dropped.amounts;
      kept.repeated |= dropped.repeated || !heads;
      gone[heads ? seen[k].entry : i] = true;
    }
    if (!gone[i]) seen.push_back(std::move(mine));
  }
  // "wait before getting on with our plans [to build]": part of what the same actor is in the ledger for already.
  for (std::size_t i = 0; i < entries.size(); ++i) {
    for (std::size_t k = i; k-- > 0 && i - k <= kLookBack;) {
      const bool inside = !gone[k] && entries[k].actor == entries[i].actor && entries[k].action != entries[i].action &&
                          entries[k].action.contains(entries[i].action);
      if (inside) gone[i] = true;
    }
  }
  std::size_t at = 0;
  std::erase_if(entries, [&](const LedgerEntry&) { return gone[at++]; });
}

}  // namespace sayso::extract
