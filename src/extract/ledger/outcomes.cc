#include "extract/ledger/outcomes.h"

#include <algorithm>
#include <array>
#include <string>

#include "extract/ledger/acts.h"

namespace sayso::extract {
namespace {

constexpr std::size_t kLookBack = 12;  // entries

constexpr std::string_view kMatters =
    "issue issues request requests call calls appeal appeals demand demands proposal proposals offer offers matter "
    "plea";

bool asks(const LedgerEntry& entry) { return entry.act == Act::request || entry.act == Act::demand; }

/// Where "without success" or the like stands among words [first, last), with "so far" before it.
std::optional<Span> failure(const Tree& tree, std::size_t first, std::size_t last) {
  constexpr std::array<std::array<std::string_view, 3>, 5> kPhrases{{{"without", "success", ""},
                                                                     {"without", "result", ""},
                                                                     {"in", "vain", ""},
                                                                     {"to", "no", "avail"},
                                                                     {"with", "no", "success"}}};
  for (std::size_t at = first; at < last; ++at) {
    for (const auto& phrase : kPhrases) {
      std::size_t end = at;
      while (end - at < phrase.size() && !phrase[end - at].empty() && end < last &&
             tree.lower(end) == phrase[end - at]) {
        ++end;
      }
      if (end - at < phrase.size() && !phrase[end - at].empty()) continue;
      const bool so_far = at >= first + 2 && tree.lower(at - 1) == "far" && tree.lower(at - 2) == "so";
      return Span{tree.span(so_far ? at - 2 : at).begin, tree.span(end - 1).end};
    }
  }
  return std::nullopt;
}

std::size_t word_at(const Tree& tree, std::size_t byte) {
  std::size_t low = 0, high = tree.size();
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if (tree.span(middle).end <= byte) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/// "This issue ...", "The request ...", "These calls ..."
bool goes_on(const Tree& tree, std::size_t first) {
  return first + 1 < tree.size() && holds_word("this that these those the", tree.lower(first)) &&
         holds_word(kMatters, tree.lower(first + 1));
}

void note_failures(const Tree& tree, std::vector<LedgerEntry>& entries) {
  for (LedgerEntry& entry : entries) {
    if (!asks(entry) || entry.outcome) continue;
    const std::size_t word = word_at(tree, entry.action.begin);
    if (word >= tree.size()) continue;
    const std::size_t end = tree.sentence_end(word);
    auto found = failure(tree, tree.sentence_begin(word), end);
    if (!found && goes_on(tree, end)) found = failure(tree, end, tree.sentence_end(end));
    if (!found) continue;
    entry.outcome = Outcome{*found, Stage::failed};
    entry.stage = Stage::failed;
  }
}

/// "declined [the request]": the request made to who declines is what is refused.
void answer(const Tree& tree, std::vector<LedgerEntry>& entries) {
  for (std::size_t i = 0; i < entries.size(); ++i) {
    LedgerEntry& entry = entries[i];
    if (entry.act != Act::refuse && entry.act != Act::agree) continue;
    const std::size_t word = word_at(tree, entry.action.begin);
    std::size_t last = word;
    while (last < tree.size() && tree.span(last).end < entry.action.end) ++last;
    if (last >= tree.size() || last > word + 1 || !holds_word(kMatters, tree.lower(last))) continue;
    // The last one asked of who answers, else the last one of which it is open who was asked.
    std::size_t found = i;
    for (std::size_t k = i; k-- > 0 && i - k <= kLookBack;) {
      if (!asks(entries[k]) || entries[k].actor == entry.actor) continue;
      if (entries[k].to == entry.actor || (entries[k].to.empty() && found == i)) found = k;
      if (entries[k].to == entry.actor) break;
    }
    if (found == i) continue;
    LedgerEntry& asked = entries[found];
    asked.outcome = Outcome{entry.action, entry.act == Act::refuse ? Stage::failed : Stage::agreed};
    asked.stage = asked.outcome->stage;
    entry.action = asked.action;
    entry.to = asked.actor;
  }
}

}  // namespace

void find_outcomes(const Tree& tree, std::vector<LedgerEntry>& entries) {
  note_failures(tree, entries);
  answer(tree, entries);
}

}  // namespace sayso::extract
