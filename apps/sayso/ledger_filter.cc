#include "ledger_filter.h"

#include <algorithm>
#include <string_view>

#include "lexicon/words.h"

namespace sayso::cli {
namespace {

bool due_in_time(const LedgerFilter& filter, const std::optional<Days>& due) {
  return !filter.due_before || (due && due->last < *filter.due_before);
}

/// Whether `part` stands in `name` from the beginning of a word.
bool names(std::string_view name, std::string_view part) {
  const std::string all = " " + lexicon::words_of_name(name).folded;
  return all.find(" " + lexicon::words_of_name(part).folded) != std::string::npos;
}

}  // namespace

bool passes(const LedgerFilter& filter, const exporter::LedgerRow& row) {
  if (filter.act && row.entry.act != *filter.act) return false;
  if (filter.stage && row.entry.stage != filter.stage) return false;
  if (!due_in_time(filter, row.due)) return false;
  return filter.actor.empty() || names(row.actor, filter.actor);
}

bool passes(const LedgerFilter& filter, const exporter::MeetingRow& row) {
  if (filter.act || filter.stage || !due_in_time(filter, row.due)) return false;
  return filter.actor.empty() || std::any_of(row.participants.begin(), row.participants.end(),
                                             [&](const std::string& name) { return names(name, filter.actor); });
}

}  // namespace sayso::cli
