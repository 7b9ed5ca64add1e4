#include "extract/tree.h"

#include <algorithm>

#include "model/event_types.h"
#include "text/unicode.h"

namespace sayso::extract {

using model::PartOfSpeech;
using model::Relation;

Tree::Tree(std::string_view text, std::span<const model::Word> words) : text_(text), words_(words) {
  const std::size_t n = words.size();
  lower_.resize(n);
  head_.assign(n, kNone);
  begin_.resize(n);
  end_.resize(n);
  child_begin_.assign(n + 1, 0);
  for (std::size_t i = 0; i < n; ++i) {
    lower_[i] = words[i].span.of(text);
    std::transform(lower_[i].begin(), lower_[i].end(), lower_[i].begin(), text::ascii_lower);
    begin_[i] = i > 0 && words[i - 1].sentence == words[i].sentence ? begin_[i - 1] : i;
    const std::size_t head = words[i].head;
    if (head < n && head != i && words[head].sentence == words[i].sentence) {
      head_[i] = head;
      ++child_begin_[head + 1];
    }
  }
  for (std::size_t i = n; i-- > 0;) end_[i] = i + 1 < n && begin_[i + 1] == begin_[i] ? end_[i + 1] : i + 1;
  for (std::size_t i = 0; i < n; ++i) child_begin_[i + 1] += child_begin_[i];
  children_.resize(child_begin_[n]);
  std::vector<std::uint32_t> next(child_begin_.begin(), child_begin_.end() - 1);
  for (std::size_t i = 0; i < n; ++i) {
    if (head_[i] != kNone) children_[next[head_[i]]++] = static_cast<std::uint32_t>(i);
  }

  enter_.assign(n, 0);
  leave_.assign(n, 0);
  std::vector<std::pair<std::size_t, std::size_t>> open;  // a word, and which of its children comes next
  std::uint32_t time = 0;
  const auto walk = [&](std::size_t root) {
    open.emplace_back(root, 0);
    enter_[root] = ++time;
    while (!open.empty()) {
      auto& [word, child] = open.back();
      const auto below = children(word);
      if (child < below.size()) {
        const std::size_t to = below[child++];
        enter_[to] = ++time;
        open.emplace_back(to, 0);
      } else {
        leave_[word] = time + 1;
        open.pop_back();
      }
    }
  };
  for (std::size_t i = 0; i < n; ++i) {
    if (head_[i] == kNone) walk(i);
  }
  for (std::size_t i = 0; i < n; ++i) {
    if (enter_[i] != 0) continue;
    // Words in a circle: each stands alone.
    head_[i] = kNone;
    enter_[i] = ++time;
    leave_[i] = time + 1;
  }
}

std::size_t Tree::child(std::size_t word, Relation relation) const {
  for (const std::uint32_t child : children(word)) {
    if (words_[child].relation == relation) return child;
  }
  return kNone;
}

std::string_view Tree::marker(std::size_t word) const {
  std::size_t found = child(word, Relation::case_marking);
  if (found == kNone) found = child(word, Relation::mark);
  return found == kNone ? std::string_view() : std::string_view(lower_[found]);
}

std::string_view Tree::event(std::size_t word) const {
  const std::uint8_t event = words_[word].event;
  return event == 0 ? std::string_view() : model::kEventTypes[event - 1];
}

bool Tree::is_noun(std::size_t word) const {
  const PartOfSpeech pos = words_[word].pos;
  return pos == PartOfSpeech::noun || pos == PartOfSpeech::propn || pos == PartOfSpeech::pron;
}

bool Tree::is_predicate(std::size_t word) const {
  if (words_[word].pos == PartOfSpeech::verb) return true;
  return child(word, Relation::nsubj) != kNone || child(word, Relation::csubj) != kNone ||
         child(word, Relation::cop) != kNone;
}

}  // namespace sayso::extract
