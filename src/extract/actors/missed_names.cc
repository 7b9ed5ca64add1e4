#include "extract/actors/missed_names.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "extract/actors/first_names.h"
#include "extract/actors/noun_kinds.h"

namespace sayso::extract {
namespace {

/// The heads of phrases and the words of their names.
std::vector<bool> covered_by(const ReadingWords& words, const std::vector<TextPhrase>& phrases) {
  std::vector<bool> covered(words.size());
  for (const TextPhrase& each : phrases) {
    covered[each.phrase.head] = true;
    for (std::size_t at = each.phrase.name.first; at < each.phrase.name.last; ++at) covered[at] = true;
  }
  return covered;
}

}  // namespace

std::size_t extended_end(const ReadingWords& words, std::size_t first, std::size_t last) {
  const auto capital = [&](std::size_t at) { return at < words.size() && words.capitalised(at); };
  if (last >= words.size()) return last;
  const std::string_view head = words.lower(last - 1);
  if ((head == "embassy" || head == "consulate") && words.lower(last) == "in" && capital(last + 1)) return last + 2;
  const bool office = words.implied_by(last - 1) == lexicon::Kind::person && !words.capitalised(last - 1);
  if (!office || last == first + 1 || words.word(last) != "," || !capital(last + 1) || !capital(last + 2)) return last;
  std::size_t end = last + 1;
  while (capital(end)) ++end;
  return end < words.size() && (words.word(end) == "," || words.word(end) == ".") ? end : last;
}

std::size_t extended_begin(const ReadingWords& words, std::size_t first) {
  if (first == 0 || !words.capitalised(first) || words.is_title(first)) return first;
  std::size_t at = first - 1;
  if (at > 0 && words.capitalised(at) && words.lower(at).size() == 1) --at;  // an initial
  const bool name = words.capitalised(at) && gender_of_first_name(words.lower(at)) != Gender::unknown;
  return name && words.match(at) == nullptr ? at : first;
}

void add_missed_names(const ReadingWords& words, std::vector<TextPhrase>& phrases) {
  std::vector<bool> covered = covered_by(words, phrases);
  const auto add = [&](std::size_t first, std::size_t last) {
    TextPhrase added;
    added.phrase = read_phrase(words, first, last);
    if (added.phrase.name.empty() || covered[added.phrase.head]) return;
    covered[added.phrase.head] = true;
    const bool titled = !added.phrase.role.empty() && is_honorific(words.lower(added.phrase.role.first));
    const Stretch& name = added.phrase.name;
    const bool first_name = name.size() > 1 && gender_of_first_name(words.lower(name.first)) != Gender::unknown;
    if (titled || first_name) added.kind = model::MentionKind::person;
    phrases.push_back(added);
  };
  const std::size_t before = phrases.size();
  for (std::size_t i = 0; i < before; ++i) {
    const Stretch owner = phrases[i].phrase.possessor;
    if (!owner.empty() && words.capitalised(owner.last - 1)) add(owner.first, owner.last);
  }
  for (std::size_t at = 0; at + 1 < words.size(); ++at) {
    if (!words.capitalised(at) || !is_honorific(words.lower(at)) || !words.capitalised(at + 1)) continue;
    std::size_t end = at + 1;
    while (end < words.size() && words.capitalised(end) && words.word(end) != "-") ++end;
    add(at, end);
  }
}

void add_surnames(const ReadingWords& words, const std::unordered_set<std::string>& surnames,
                  std::vector<TextPhrase>& phrases) {
  const std::vector<bool> covered = covered_by(words, phrases);
  const std::size_t before = phrases.size();
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (covered[at] || !words.capitalised(at) || !surnames.contains(std::string(words.lower(at)))) continue;
    phrases.emplace_back().phrase = read_phrase(words, at, at + 1);
    phrases.back().kind = model::MentionKind::person;
  }
  if (phrases.size() == before) return;
  std::stable_sort(phrases.begin(), phrases.end(),
                   [](const TextPhrase& a, const TextPhrase& b) { return a.phrase.head < b.phrase.head; });
}

}  // namespace sayso::extract
