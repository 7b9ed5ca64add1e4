#include "extract/events/setting.h"

#include <algorithm>
#include <string_view>

namespace sayso::extract {
namespace {

using model::Relation;

constexpr std::size_t kNone = Tree::kNone;
constexpr std::size_t kReach = 60;  // words on either side of a verb

bool is_where(std::string_view marker) {
  return marker == "in" || marker == "at" || marker == "near" || marker == "outside" || marker == "across";
}

}  // namespace

Setting::Setting(const Tree& tree, const EventSources& sources)
    : tree_(tree), sources_(sources), time_at_(tree.size(), kNone), name_at_(tree.size(), kNone) {
  for (std::size_t i = 0; i < sources.statements.size(); ++i) {
    for (const Span& span : sources.statements[i].content) contents_.push_back({span, i});
  }
  std::sort(contents_.begin(), contents_.end(), [](const Content& a, const Content& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  std::size_t word = 0;
  for (std::size_t i = 0; i < sources.times.size(); ++i) {
    while (word < tree.size() && tree.span(word).end <= sources.times[i].span.begin) ++word;
    if (word < tree.size() && sources.times[i].type != TimeType::duration) time_at_[word] = i;
  }
  for (std::size_t i = 0; i < sources.names.size(); ++i) {
    if (sources.names[i].last <= tree.size()) name_at_[sources.names[i].last - 1] = i;
  }
}

std::string Setting::statement(const Span& span) const {
  auto at = std::upper_bound(contents_.begin(), contents_.end(), span.begin,
                             [](std::size_t byte, const Content& content) { return byte < content.span.begin; });
  // Contents within each other are few; what begins before and ends before is passed over.
  for (int steps = 0; at != contents_.begin() && steps < 16; ++steps) {
    --at;
    if (at->span.contains(span)) return sources_.statements[at->statement].id;
  }
  return {};
}

bool Setting::in_clause(std::size_t word, std::size_t predicate) const {
  for (std::size_t steps = 0; steps < 12 && word != kNone; ++steps) {
    if (word == predicate) return true;
    const Relation relation = tree_.relation(word);
    if (relation == Relation::acl || relation == Relation::ccomp || relation == Relation::parataxis ||
        (relation == Relation::advcl) || (relation == Relation::conj && tree_.is_predicate(word))) {
      return false;
    }
    word = tree_.head(word);
  }
  return false;
}

std::string Setting::time(std::size_t word) const {
  const std::size_t begin = std::max(tree_.sentence_begin(word), word - std::min(word, kReach));
  const std::size_t end = std::min(tree_.sentence_end(word), word + kReach);
  std::size_t best = kNone, distance = kReach + 1;
  for (std::size_t i = begin; i < end; ++i) {
    if (time_at_[i] == kNone || !in_clause(i, word)) continue;
    const std::size_t away = i < word ? word - i : i - word;
    if (away < distance) {
      best = time_at_[i];
      distance = away;
    }
  }
  return best == kNone ? std::string() : sources_.times[best].id;
}

std::optional<Span> Setting::place(std::size_t word, const Event& event) const {
  const std::size_t end = std::min(tree_.sentence_end(word), word + kReach);
  for (std::size_t i = word + 1; i < end; ++i) {
    if (name_at_[i] == kNone || !in_clause(i, word)) continue;
    const lexicon::Match& name = sources_.names[name_at_[i]];
    bool where = false;
    for (std::size_t k = name.first; k < name.last; ++k) where |= is_where(tree_.marker(k));
    if (!where) continue;
    const bool place = std::any_of(name.candidates.begin(), name.candidates.end(), [&](const auto& candidate) {
      const auto entry = sources_.lexicon.entry(candidate.entry);
      return candidate.form == lexicon::Form::place || entry.kind == lexicon::Kind::place || entry.is_state();
    });
    const auto is_party = [&](const Party& party) { return party.span.overlaps(name.span); };
    if (place && std::none_of(event.actors.begin(), event.actors.end(), is_party) &&
        std::none_of(event.recipients.begin(), event.recipients.end(), is_party)) {
      return name.span;
    }
  }
  return std::nullopt;
}

}  // namespace sayso::extract
