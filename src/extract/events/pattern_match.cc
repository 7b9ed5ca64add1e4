#include "extract/events/pattern_match.h"

#include <algorithm>
#include <span>

namespace sayso::extract {
namespace {

using lexicon::PatternPart;
using Kind = PatternPart::Kind;

/// So many words may stand between two parts of a pattern.
constexpr std::size_t kLongestGap = 10;

/// Walks away from the verb, to the left or to the right; places are indices into the words on that side, the nearest
/// first.
class Side {
 public:
  Side(const Tree& tree, const Parties& parties, const lexicon::EventDictionary& dictionary,
       std::vector<std::size_t> words, bool left, PatternMatch& match)
      : tree_(tree), parties_(parties), dictionary_(dictionary), words_(std::move(words)), left_(left), match_(match) {}

  /// `parts` away from the verb; part i is adjacent to the one before it where adjacent[i].
  bool matches(std::span<const PatternPart> parts, const std::vector<bool>& adjacent) {
    std::size_t place = 0;
    for (std::size_t begin = 0; begin < parts.size();) {
      std::size_t end = begin + 1;
      while (end < parts.size() && adjacent[end]) ++end;
      // A chain that touches the verb stands next to it; others where they first fit.
      bool found = false;
      const std::size_t last = adjacent[begin] ? place + 1 : std::min(words_.size(), place + kLongestGap);
      for (std::size_t at = place; at < last && !found; ++at) {
        const PatternMatch before = match_;
        std::size_t next = at;
        found = true;
        for (std::size_t i = begin; i < end && found; ++i) found = take(parts[i], next);
        if (found) {
          place = next;
        } else {
          match_ = before;
        }
      }
      if (!found) return false;
      begin = end;
    }
    return true;
  }

 private:
  /// Takes a part at a place and goes behind it.
  bool take(const PatternPart& part, std::size_t& at) {
    if (at >= words_.size()) return false;
    return part.kind == Kind::words ? take_words(part, at) : take_party(part.kind, at);
  }

  bool take_words(const PatternPart& part, std::size_t& at) {
    for (const auto& alternative : dictionary_.sets[part.set].alternatives) {
      const std::size_t n = alternative.size();
      if (at + n > words_.size()) continue;
      bool same = true;
      for (std::size_t i = 0; i < n && same; ++i) {
        same = tree_.lower(words_[at + i]) == alternative[left_ ? n - 1 - i : i];
        // The words of an alternative stand next to each other in the text, too.
        if (i > 0)
          same = same && (left_ ? words_[at + i - 1] == words_[at + i] + 1 : words_[at + i] == words_[at + i - 1] + 1);
      }
      if (!same) continue;
      at += n;
      return true;
    }
    return false;
  }

  bool take_party(Kind kind, std::size_t& at) {
    const std::size_t head = parties_.chunk(words_[at]);
    if (head == Tree::kNone) return false;
    if (kind != Kind::skip) {
      if (!names_party(head)) return false;
      const std::size_t first = parties_.first_of(head);
      if (kind == Kind::source) match_.source = left_ ? first : head;
      if (kind == Kind::target) match_.target = left_ ? first : head;
      if (kind == Kind::pair) {
        if (parties_.of(first).size() < 2) return false;
        match_.pair = first;
      }
    }
    while (at < words_.size() && parties_.chunk(words_[at]) == head) ++at;
    return true;
  }

  bool names_party(std::size_t head) const {
    const auto found = parties_.alone(head);
    return !found.empty();
  }

  const Tree& tree_;
  const Parties& parties_;
  const lexicon::EventDictionary& dictionary_;
  std::vector<std::size_t> words_;
  bool left_;
  PatternMatch& match_;
};

}  // namespace

std::optional<PatternMatch> match_pattern(const Tree& tree, const Parties& parties,
                                          const lexicon::EventDictionary& dictionary, const lexicon::Pattern& pattern,
                                          const Surroundings& words) {
  PatternMatch match;
  const std::span<const PatternPart> parts = pattern.parts;
  std::vector<PatternPart> left(parts.rend() - static_cast<std::ptrdiff_t>(pattern.verb), parts.rend());
  // Away from the verb, the mark of a part tells of the part on its other side.
  std::vector<bool> adjacent(left.size());
  for (std::size_t i = 0; i < left.size(); ++i) adjacent[i] = parts[pattern.verb - i].adjacent;
  if (!left.empty()) {
    std::vector<std::size_t> before(words.before.rbegin(), words.before.rend());
    if (!Side(tree, parties, dictionary, std::move(before), true, match).matches(left, adjacent)) return std::nullopt;
  }
  const auto right = parts.subspan(pattern.verb + 1);
  if (!right.empty()) {
    adjacent.assign(right.size(), false);
    for (std::size_t i = 0; i < right.size(); ++i) adjacent[i] = right[i].adjacent;
    if (!Side(tree, parties, dictionary, words.behind, false, match).matches(right, adjacent)) return std::nullopt;
  }
  return match;
}

}  // namespace sayso::extract
