#include "extract/actors/cast.h"

#include <algorithm>
#include <array>
#include <utility>

#include "extract/actors/reading_words.h"

namespace sayso::extract {
namespace {

/// The words of a person's name, without Jr. and III behind it.
std::vector<std::string_view> split_person(std::string_view folded) {
  constexpr std::array<std::string_view, 5> kSuffixes{"jr", "sr", "ii", "iii", "iv"};
  auto words = split_words(folded);
  if (words.size() > 1 && std::find(kSuffixes.begin(), kSuffixes.end(), words.back()) != kSuffixes.end()) {
    words.pop_back();
  }
  return words;
}

/// Whether `tail` is how `name` ends: "de veer" of "jan de veer".
bool ends_with(const std::vector<std::string_view>& name, const std::vector<std::string_view>& tail) {
  return tail.size() <= name.size() && std::equal(tail.rbegin(), tail.rend(), name.rbegin());
}

/// Whether the first names of two people of one surname may be one: "john r" and "john", "j" and "john".
bool first_names_agree(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b) {
  if (ends_with(a, b) || ends_with(b, a)) return true;
  const std::string_view x = a.front(), y = b.front();
  return x == y || (x.size() == 1 && y.starts_with(x)) || (y.size() == 1 && x.starts_with(y));
}

/// Whether the words of `few` stand in `many` in their order.
bool within(const std::vector<std::string_view>& few, const std::vector<std::string_view>& many) {
  std::size_t at = 0;
  for (const std::string_view word : many) at += at < few.size() && few[at] == word ? 1 : 0;
  return at == few.size();
}

bool is_abbreviation(std::string_view letters, const std::vector<std::string_view>& words) {
  if (letters.size() < 2 || letters.size() > words.size()) return false;
  std::size_t at = 0;
  for (const std::string_view word : words) {
    if (at < letters.size() && word.front() == letters[at]) ++at;
  }
  return at == letters.size();
}

/// "nca" of "national coastal agency", "fcdo" of "foreign commonwealth and development office".
std::string first_letters(const std::vector<std::string_view>& words) {
  std::string letters;
  for (const std::string_view word : words) {
    if (word != "of" && word != "the" && word != "and" && word != "for") letters.push_back(word.front());
  }
  return letters;
}

/// What makes another office of an office.
constexpr std::array<std::string_view, 4> kRanks{"former", "deputy", "vice", "assistant"};

bool is_person(const Member& member) { return member.actor.kind == ActorKind::person; }

}  // namespace

std::size_t Cast::add(ActorKind kind) {
  members_.emplace_back().actor.kind = kind;
  return members_.size() - 1;
}

void Cast::put(Index& index, std::string key, std::size_t member) {
  auto& list = index[std::move(key)];
  if (const auto old = std::find(list.begin(), list.end(), member); old != list.end()) list.erase(old);
  list.push_back(member);
  if (list.size() > kMostAlike) list.erase(list.begin());
}

void Cast::learn_name(std::size_t index, const std::string& folded) {
  if (folded.empty()) return;
  by_name_[folded] = index;
  const auto words = is_person(members_[index]) ? split_person(folded) : split_words(folded);
  for (const std::string_view word : words) members_[index].words.emplace(word);
  put(by_edge_word_, std::string(words.front()), index);
  if (words.size() > 1) put(by_edge_word_, std::string(words.back()), index);
  if (!is_person(members_[index])) put(by_head_, std::string(words.back()), index);
}

void Cast::learn_description(std::size_t index, const std::string& folded) {
  const auto words = split_words(folded);
  if (words.empty()) return;
  for (const std::string_view word : words) members_[index].words.emplace(word);
  // "a telethon broadcast" may come back as "the telethon".
  const ActorKind kind = members_[index].actor.kind;
  const bool thing = kind == ActorKind::media || kind == ActorKind::document;
  for (const std::string_view word : words) {
    if (thing || word == words.back()) put(by_head_, std::string(word), index);
  }
}

void Cast::learn_entry(std::size_t index, std::uint32_t entry) {
  if (entry == lexicon::kNone) return;
  members_[index].entry = entry;
  by_entry_.emplace(entry, index);
}

std::size_t Cast::with_entry(std::uint32_t entry) const {
  const auto found = by_entry_.find(entry);
  return found == by_entry_.end() ? kNobody : found->second;
}

std::size_t Cast::with_name(const std::string& folded) const {
  const auto found = by_name_.find(folded);
  return found == by_name_.end() ? kNobody : found->second;
}

std::size_t Cast::person_called(const std::string& folded, Gender gender, bool& unsure) const {
  unsure = false;
  const auto words = split_person(folded);
  if (words.empty()) return kNobody;
  std::size_t best = kNobody, first_name = kNobody;
  for (const std::string_view edge : {words.back(), words.front()}) {
    const auto found = by_edge_word_.find(std::string(edge));
    if (found == by_edge_word_.end()) continue;
    for (auto at = found->second.rbegin(); at != found->second.rend(); ++at) {
      if (!is_person(members_[*at]) || !members_[*at].named || !agree(members_[*at].gender(), gender)) continue;
      const auto theirs = split_person(members_[*at].folded);
      if (theirs.empty()) continue;
      const bool same_surname = theirs.back() == words.back() && first_names_agree(words, theirs);
      const bool single_name = words.size() == 1 && theirs.front() == words.front();
      const bool longer = theirs.size() == 1 && (words.front() == theirs.front() || words.back() == theirs.front());
      if (same_surname || longer) {
        if (best != kNobody && best != *at) unsure = true;
        if (best == kNobody) best = *at;
      } else if (single_name) {
        if (first_name != kNobody && first_name != *at) unsure = true;
        if (first_name == kNobody) first_name = *at;
      }
    }
    if (words.size() == 1) break;
  }
  if (best != kNobody) return best;
  return first_name;
}

std::size_t Cast::organization_called(const std::string& folded) const {
  const auto words = split_words(folded);
  if (words.empty()) return kNobody;
  for (const std::string_view edge : {words.back(), words.front()}) {
    const auto found = by_edge_word_.find(std::string(edge));
    if (found == by_edge_word_.end()) continue;
    for (auto at = found->second.rbegin(); at != found->second.rend(); ++at) {
      if (is_person(members_[*at]) || members_[*at].state || !members_[*at].named) continue;
      const auto theirs = split_words(members_[*at].folded);
      if (within(words, theirs) || within(theirs, words)) return *at;
    }
  }
  if (words.size() == 1 && folded.size() >= 3) {
    const auto found = by_edge_word_.find(folded);
    if (found != by_edge_word_.end()) return kNobody;
    // The long name stands shortly before its abbreviation.
    const std::size_t from = members_.size() > kMostAlike ? members_.size() - kMostAlike : 0;
    for (std::size_t i = members_.size(); i-- > from;) {
      if (is_person(members_[i]) || !members_[i].named) continue;
      if (is_abbreviation(folded, split_words(members_[i].folded))) return i;
    }
  }
  // "The NCA ... The National Coastal Agency".
  if (const std::string letters = first_letters(words); letters.size() >= 3) {
    const std::size_t called = with_name(letters);
    if (called != kNobody && !is_person(members_[called]) && members_[called].named) return called;
  }
  return kNobody;
}

std::size_t Cast::described(const std::string& head, const std::vector<std::string_view>& modifiers) const {
  const auto found = by_head_.find(head);
  if (found == by_head_.end()) return kNobody;
  std::size_t lesser = kNobody;
  for (auto at = found->second.rbegin(); at != found->second.rend(); ++at) {
    const auto& known = members_[*at].words;
    const bool all = std::all_of(modifiers.begin(), modifiers.end(),
                                 [&](std::string_view word) { return known.contains(std::string(word)); });
    if (!all) continue;
    // "the president" is the former one only where there is no other.
    const bool other_rank = std::any_of(kRanks.begin(), kRanks.end(), [&](std::string_view rank) {
      return known.contains(std::string(rank)) &&
             std::find(modifiers.begin(), modifiers.end(), rank) == modifiers.end();
    });
    if (!other_rank) return *at;
    if (lesser == kNobody) lesser = *at;
  }
  return lesser;
}

}  // namespace sayso::extract
