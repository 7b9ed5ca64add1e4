#include "lexicon/resolve.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "lexicon/lexicon_file.h"
#include "lexicon/words.h"

namespace sayso::lexicon {
namespace {

std::string place_of(const Draft& draft, Origin origin) {
  if (draft.from_below(origin)) return draft.files[origin.file];
  return draft.files[origin.file] + ":" + std::to_string(origin.line);
}

// What refers to an entry that no row defines.
void drop_undefined(Draft& draft) {
  const auto undefined = [&](std::uint32_t entry, Origin origin) {
    if (draft.entries[entry].defined) return false;
    draft.fault(origin, Code::lexicon_unknown_entry, "there is no entry '" + draft.entries[entry].id + "'");
    return true;
  };
  std::erase_if(draft.codes, [&](const EntryCode& code) { return undefined(code.entry, code.origin); });
  std::erase_if(draft.names, [&](const Name& name) { return undefined(name.entry, name.origin); });
  for (Entry& entry : draft.entries) {
    if (entry.stands_for != kNone && undefined(entry.stands_for, entry.origin)) entry.stands_for = kNone;
  }
}

// Each entry stands for one other at most, so a walk that meets its own trace has gone round.
void cut_cycles(Draft& draft) {
  std::vector<std::uint32_t> trace(draft.entries.size(), kNone);
  for (std::uint32_t start = 0; start < draft.entries.size(); ++start) {
    std::uint32_t at = start;
    while (trace[at] == kNone) {
      trace[at] = start;
      const std::uint32_t next = draft.entries[at].stands_for;
      if (next == kNone) break;
      if (trace[next] == start) {
        const Entry& entry = draft.entries[at];
        draft.fault(entry.origin, Code::lexicon_cycle,
                    "'" + entry.id + "' stands for '" + draft.entries[next].id + "', which stands for it in turn");
        draft.entries[at].stands_for = kNone;
        break;
      }
      at = next;
    }
  }
}

void sort_entries(Draft& draft) {
  std::erase_if(draft.names, [](const Name& name) { return name.derived; });
  std::vector<std::uint32_t> order(draft.entries.size()), place(draft.entries.size(), kNone);
  std::iota(order.begin(), order.end(), 0U);
  std::erase_if(order, [&](std::uint32_t i) { return !draft.entries[i].defined; });
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return draft.entries[a].id < draft.entries[b].id; });
  for (std::uint32_t i = 0; i < order.size(); ++i) place[order[i]] = i;
  std::vector<Entry> entries;
  entries.reserve(order.size());
  for (const std::uint32_t i : order) entries.push_back(std::move(draft.entries[i]));
  for (Entry& entry : entries) {
    if (entry.stands_for != kNone) entry.stands_for = place[entry.stands_for];
  }
  draft.entries = std::move(entries);
  draft.by_id.clear();
  for (EntryCode& code : draft.codes) code.entry = place[code.entry];
  for (Name& name : draft.names) name.entry = place[name.entry];
}

// Kyiv stands for Ukraine: its names become metonyms of Ukraine. Of a chain each link; chains end after a few, since
// they are no cycles, but a hostile one could be long.
void add_metonyms(Draft& draft) {
  constexpr int kLongestChain = 8;
  const std::size_t given = draft.names.size();
  for (std::size_t i = 0; i < given; ++i) {
    if (draft.names[i].form != Form::name && draft.names[i].form != Form::place) continue;
    std::uint32_t target = draft.entries[draft.names[i].entry].stands_for;
    for (int link = 0; link < kLongestChain && target != kNone; ++link) {
      Name name = draft.names[i];
      name.entry = target;
      name.form = Form::metonym;
      name.derived = true;
      draft.names.push_back(std::move(name));
      target = draft.entries[target].stands_for;
    }
  }
}

auto rank(const EntryCode& code) { return std::tie(code.entry, code.valid.from, code.valid.until, code.code); }

// Undated codes stay behind the dated ones of their entry, for those are looked at first.
void sort_codes(Draft& draft) {
  std::set<decltype(rank(EntryCode()))> seen;
  std::erase_if(draft.codes, [&](const EntryCode& code) { return !seen.insert(rank(code)).second; });
  // Of several that hold on a day the first of the file counts, as with PETRARCH, but one without days last.
  std::stable_sort(draft.codes.begin(), draft.codes.end(), [](const EntryCode& a, const EntryCode& b) {
    return a.entry != b.entry ? a.entry < b.entry : !a.valid.open() && b.valid.open();
  });
}

// A name beside the words that it is found by.
struct Keyed {
  std::string key;
  Name name;
};

bool before(const Keyed& a, const Keyed& b) {
  if (const int order = a.key.compare(b.key); order != 0) return order < 0;
  return std::tie(a.name.entry, a.name.form, a.name.valid.from, a.name.valid.until, a.name.derived, a.name.origin.file,
                  a.name.origin.line, a.name.surface) < std::tie(b.name.entry, b.name.form, b.name.valid.from,
                                                                 b.name.valid.until, b.name.derived, b.name.origin.file,
                                                                 b.name.origin.line, b.name.surface);
}

// Whether `name` says nothing that `kept`, a name of the same words, does not say.
bool repeats(Draft& draft, const Name& kept, const Name& name) {
  if (kept.entry != name.entry) return false;
  if (name.derived) return true;  // a seat that bears the name of who acts from there
  if (kept.form != name.form || !(kept.valid == name.valid)) return false;
  if (kept.surface == name.surface && !draft.from_below(kept.origin) && !draft.from_below(name.origin)) {
    draft.fault(name.origin, Code::lexicon_duplicate,
                "the name '" + name.surface + "' stands in " + place_of(draft, kept.origin) + " too");
  }
  return kept.shapes == name.shapes;
}

void sort_names(Draft& draft) {
  std::vector<Keyed> names;
  names.reserve(draft.names.size());
  for (Name& name : draft.names) {
    std::string key = words_of_name(name.surface).folded;
    names.push_back({std::move(key), std::move(name)});
  }
  draft.names.clear();
  std::sort(names.begin(), names.end(), before);
  std::string_view key;
  std::uint32_t meanings = 0;
  for (Keyed& each : names) {
    if (each.key != key) meanings = 0;
    key = each.key;
    if (meanings > 0 && repeats(draft, draft.names.back(), each.name)) continue;
    if (meanings == kMaxMeanings) {
      draft.fault(each.name.origin, Code::lexicon_limit,
                  "'" + each.name.surface + "' has more than " + std::to_string(kMaxMeanings) +
                      " meanings; this one is passed over");
      continue;
    }
    ++meanings;
    draft.names.push_back(std::move(each.name));
  }
}

}  // namespace

void resolve(Draft& draft) {
  drop_undefined(draft);
  cut_cycles(draft);
  sort_entries(draft);
  add_metonyms(draft);
  sort_codes(draft);
  sort_names(draft);
}

}  // namespace sayso::lexicon
