#include "extract/scene.h"

#include <algorithm>

#include "extract/span_heads.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace sayso::extract {
namespace {

constexpr std::size_t kNear = 48;  // words
constexpr std::size_t kLongestName = 8;

using model::PartOfSpeech;
using model::Relation;

std::vector<const Actor*> actors_by_head(const Tree& tree, const std::vector<Actor>& actors) {
  std::vector<Span> spans;
  std::vector<const Actor*> owners;
  for (const Actor& actor : actors) {
    for (const ActorMention& mention : actor.mentions) {
      spans.push_back(mention.span);
      owners.push_back(&actor);
    }
  }
  std::vector<const Actor*> found(tree.size(), nullptr);
  std::vector<std::size_t> length(tree.size(), ~std::size_t{0});
  const auto heads = span_heads(tree, spans);
  for (std::size_t i = 0; i < heads.size(); ++i) {
    if (heads[i] == Tree::kNone || spans[i].size() >= length[heads[i]]) continue;
    length[heads[i]] = spans[i].size();
    found[heads[i]] = owners[i];
  }
  return found;
}

}  // namespace

Scene::Scene(const Tree& tree, const std::vector<Actor>& actors, const std::vector<Time>& times)
    : tree_(&tree), actors_(actors_by_head(tree, actors)), times_(tree.size(), nullptr), in_time_(tree.size(), false) {
  std::vector<Span> spans;
  for (const Time& time : times) spans.push_back(time.span);
  const auto heads = span_heads(tree, spans);
  for (std::size_t i = 0; i < heads.size(); ++i) {
    if (heads[i] == Tree::kNone) continue;
    if (times[i].type == TimeType::date || times[i].type == TimeType::time) times_[heads[i]] = &times[i];
    for (std::size_t word = heads[i]; word < tree.size() && spans[i].contains(tree.span(word)); ++word) {
      in_time_[word] = true;
    }
    for (std::size_t word = heads[i] + 1; word-- > 0 && spans[i].contains(tree.span(word));) in_time_[word] = true;
  }
}

std::vector<std::size_t> Scene::children_near(std::size_t word, std::size_t near) const {
  const auto all = tree_->children(word);
  auto at = std::ranges::lower_bound(all, near > kNear ? near - kNear : 0);
  std::vector<std::size_t> found;
  for (; at != all.end() && *at <= near + kNear; ++at) found.push_back(*at);
  return found;
}

Span Scene::subtree(std::size_t word) const {
  std::size_t first = word, last = word;
  while (first > 0 && word - first < kNear && tree_->within(first - 1, word)) --first;
  while (last + 1 < tree_->size() && last - word < kNear && tree_->within(last + 1, word)) ++last;
  return {tree_->span(first).begin, tree_->span(last).end};
}

std::string_view Scene::marker(std::size_t word) const {
  if (const std::string_view found = tree_->marker(word); !found.empty()) return found;
  for (std::size_t i = word; i > tree_->sentence_begin(word) && word - i < kLongestName; --i) {
    switch (tree_->pos(i - 1)) {
      case PartOfSpeech::adp:
        return tree_->lower(i - 1);
      case PartOfSpeech::adj:
      case PartOfSpeech::det:
      case PartOfSpeech::noun:
      case PartOfSpeech::num:
      case PartOfSpeech::propn:
        continue;
      default:
        return {};
    }
  }
  return {};
}

bool Scene::is_in_name(std::size_t word, std::size_t top) const {
  if (!tree_->within(word, top)) return false;
  const std::string& lower = tree_->lower(word);
  switch (tree_->pos(word)) {
    case PartOfSpeech::adp:
    case PartOfSpeech::aux:
    case PartOfSpeech::cconj:
    case PartOfSpeech::det:
    case PartOfSpeech::part:
    case PartOfSpeech::pron:
    case PartOfSpeech::verb:
      return false;
    case PartOfSpeech::punct:
      return lower == "-" || lower == "\"" || lower == "“" || lower == "”";
    default:
      return lower != "so-called" && !is_possessive(word);
  }
}

std::size_t Scene::name_begin(std::size_t noun, std::size_t top) const {
  std::size_t first = noun;
  const auto hyphenated = [&] {  // "high-stakes": one word, whatever the tree makes of it
    return tree_->span(first - 1).end == tree_->span(first).begin &&
           (tree_->lower(first) == "-" || tree_->lower(first - 1) == "-");
  };
  while (first > tree_->sentence_begin(noun) && noun - first < kLongestName &&
         (is_in_name(first - 1, top) || hyphenated())) {
    --first;
  }
  // A mark of quotation belongs to the name if its partner does.
  const auto closed = [&](std::size_t mark) {
    const std::string_view partner = tree_->lower(mark) == "“" ? "”" : tree_->lower(mark);
    for (std::size_t i = mark + 1; i < noun; ++i) {
      if (tree_->lower(i) == partner && partner != "-") return true;
    }
    return false;
  };
  while (first < noun && tree_->pos(first) == PartOfSpeech::punct && !closed(first)) ++first;
  return first;
}

std::vector<std::size_t> Scene::conjuncts(std::size_t word) const {
  std::vector<std::size_t> found{word};
  for (const std::size_t child : children_near(word, word)) {
    if (tree_->relation(child) == Relation::conj) found.push_back(child);
  }
  return found;
}

bool Scene::is_capital(std::size_t word) const {
  const std::string_view written = tree_->span(word).of(tree_->text());
  return !written.empty() && text::kind_of(text::decode(written, 0).value) == text::Kind::upper;
}

bool Scene::is_possessive(std::size_t word) const {
  const std::size_t mark = tree_->child(word, Relation::case_marking);
  return mark != Tree::kNone && mark > word && is_possessive_mark(mark);
}

bool Scene::is_possessive_mark(std::size_t word) const {
  const std::string_view lower = tree_->lower(word);
  return lower == "'s" || lower == "’s" || lower == "'" || lower == "’";
}

const Actor* Scene::owner_before(std::size_t first) const {
  if (first <= tree_->sentence_begin(first) + 1 || !is_possessive_mark(first - 1)) return nullptr;
  for (std::size_t i = first - 1; i-- > tree_->sentence_begin(first) && i + kLongestName > first;) {
    if (tree_->pos(i) == PartOfSpeech::punct || tree_->pos(i) == PartOfSpeech::verb) break;
    if (actors_[i] != nullptr) return actors_[i];
  }
  return nullptr;
}

}  // namespace sayso::extract
