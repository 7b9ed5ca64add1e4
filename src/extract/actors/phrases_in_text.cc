#include "extract/actors/phrases_in_text.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_map>

#include "extract/actors/missed_names.h"
#include "extract/actors/noun_kinds.h"

namespace sayso::extract {
namespace {

/// Adds what the model says of the mentions whose heads lie in phrases that are there already, and the other mentions.
void add_mentions(const ReadingWords& words, const model::Reading& reading, std::vector<TextPhrase>& found) {
  std::vector<std::size_t> by_head(words.size(), ReadingWords::kNone);
  for (std::size_t i = 0; i < found.size(); ++i) {
    const Stretch& naming =
        found[i].phrase.name.empty() ? Stretch{found[i].phrase.head, found[i].phrase.head + 1} : found[i].phrase.name;
    for (std::size_t at = naming.first; at < naming.last; ++at) by_head[at] = i;
  }
  for (const model::Mention& mention : reading.mentions) {
    const std::size_t head = words.token_at(reading.pieces[mention.head].begin);
    if (head >= words.size()) continue;
    const auto tell = [&](TextPhrase& phrase) {
      phrase.kind = mention.kind;
      phrase.entity = mention.entity;
      phrase.certainty = mention.certainty;
      phrase.metonym = mention.metonym;
    };
    if (by_head[head] != ReadingWords::kNone) {
      // The mention whose head is the phrase's own counts before those inside its name.
      TextPhrase& phrase = found[by_head[head]];
      if (!phrase.entity || phrase.phrase.head == head) tell(phrase);
      continue;
    }
    const std::size_t first = words.token_at(reading.pieces[mention.first].begin);
    const std::size_t last = words.token_at(reading.pieces[mention.last].end - 1) + 1;
    TextPhrase& phrase = found.emplace_back();
    const std::size_t begin = extended_begin(words, std::min(first, head));
    const std::size_t end = extended_end(words, begin, std::min(std::max(last, head + 1), words.size()));
    phrase.phrase = read_phrase(words, begin, end);
    if (phrase.phrase.head != head) phrase.phrase = read_phrase(words, std::min(first, head), head + 1);
    tell(phrase);
  }
}

/// Marks the phrases whose heads act, and adds those that are not there yet.
void add_drafted(const ReadingWords& words, const std::vector<Span>& acting, std::vector<TextPhrase>& found) {
  std::vector<std::size_t> by_head(words.size(), ReadingWords::kNone);
  for (std::size_t i = 0; i < found.size(); ++i) by_head[found[i].phrase.head] = i;
  for (const Span& span : acting) {
    const auto phrase = phrase_of(words, span);
    if (!phrase) continue;
    if (by_head[phrase->head] == ReadingWords::kNone) {
      by_head[phrase->head] = found.size();
      found.emplace_back().phrase = *phrase;
    }
    found[by_head[phrase->head]].drafted = true;
  }
}

/// Takes out what is only a word of somebody's office: "Business" of "Business Secretary Greg Clark".
void drop_words_of_offices(const ReadingWords& words, std::vector<TextPhrase>& found) {
  std::vector<bool> office(words.size());
  for (const TextPhrase& each : found) {
    if (each.phrase.name.empty()) continue;
    for (std::size_t at = each.phrase.role.first; at < each.phrase.role.last; ++at) office[at] = words.is_title(at);
    // The word before "Secretary" belongs to it.
    for (std::size_t at = each.phrase.role.last; at-- > each.phrase.role.first + 1;) {
      if (office[at] && words.match(at - 1) == nullptr) office[at - 1] = true;
    }
  }
  std::erase_if(found,
                [&](const TextPhrase& each) { return !each.speaks && !each.drafted && office[each.phrase.head]; });
}

/// What "who" and "which" refer to: the longest phrase that ends before them.
void bind_relatives(const ReadingWords& words, std::vector<TextPhrase>& found) {
  constexpr std::size_t kLookBack = 8;
  for (std::size_t i = 0; i < found.size(); ++i) {
    const std::size_t at = found[i].phrase.head;
    if (found[i].phrase.pronoun != Pronoun::other || (words.lower(at) != "who" && words.lower(at) != "which")) continue;
    std::size_t best = ReadingWords::kNone;
    for (std::size_t k = i; k-- > 0 && i - k <= kLookBack;) {
      const Stretch& core = found[k].phrase.core;
      const bool ends_here = core.last <= at && at - core.last <= 1;
      if (ends_here && (best == ReadingWords::kNone || core.first < found[best].phrase.core.first)) best = k;
    }
    if (best == ReadingWords::kNone) continue;
    found[i].relative_to = found[best].phrase.head;
    found[best].speaks |= found[i].speaks;
  }
}

/// Of "figures from the ministry", which begins with tokens [first, last), where "the ministry" begins; else `first`.
std::size_t behind_evidence(const ReadingWords& words, std::size_t first, std::size_t last) {
  constexpr std::array<std::string_view, 8> kEvidence{"data",    "estimates", "figures", "information",
                                                      "numbers", "reports",   "records", "statistics"};
  constexpr std::size_t kModifiers = 4;  // tokens before the noun
  for (std::size_t at = first; at + 2 < last && at - first <= kModifiers; ++at) {
    if (std::find(kEvidence.begin(), kEvidence.end(), words.lower(at)) == kEvidence.end()) continue;
    const std::string_view next = words.lower(at + 1);
    return next == "from" || next == "by" || next == "of" ? at + 2 : first;
  }
  return first;
}

bool names_an_actor(const ReadingWords& words, const lexicon::Match& match) {
  return std::any_of(match.candidates.begin(), match.candidates.end(), [&](const lexicon::Candidate& candidate) {
    const lexicon::Kind kind = words.lexicon().entry(candidate.entry).kind;
    return candidate.form == lexicon::Form::name && kind != lexicon::Kind::place && kind != lexicon::Kind::role;
  });
}

}  // namespace

std::optional<Phrase> phrase_of(const ReadingWords& words, const Span& span) {
  std::size_t first = words.token_at(span.begin);
  std::size_t last = std::min(words.token_at(span.end), words.size());
  if (last < words.size() && words.span(last, last + 1).begin < span.end) ++last;
  if (last <= first) return std::nullopt;
  first = behind_evidence(words, first, last);
  return read_phrase(words, first, extended_end(words, first, last));
}

std::vector<TextPhrase> phrases_in_text(const ReadingWords& words, const model::Reading& reading,
                                        const std::vector<Statement>& statements, const std::vector<Span>& acting) {
  std::vector<TextPhrase> found;
  found.reserve(statements.size() + reading.mentions.size());
  std::unordered_map<std::string_view, const Statement*> by_id;
  for (const Statement& statement : statements) by_id.emplace(statement.id, &statement);
  const auto add_speaking = [&](const Span& span, const std::string& inside) {
    const auto phrase = phrase_of(words, span);
    if (!phrase) return;
    const std::size_t at = found.size();
    TextPhrase& added = found.emplace_back();
    added.phrase = *phrase;
    added.speaks = added.acts = true;
    if (phrase->head < phrase->name.first) {  // the other one of a couple
      found.emplace_back().phrase = read_phrase(words, phrase->head + 2, phrase->name.last);
      found.back().kind = model::MentionKind::person;
    }
    TextPhrase& speaker = found[at];
    const auto outer = by_id.find(inside);
    if (inside.empty() || outer == by_id.end() || !outer->second->source) return;
    if (const auto reporter = phrase_of(words, *outer->second->source)) speaker.reported_by = reporter->head;
  };
  // Who stands where only an actor can, though nobody says that it speaks.
  const auto add_counterpart = [&](std::size_t first, std::size_t end) {
    if (first >= words.size() || words.span(first, first + 1).begin >= end) return;
    const auto phrase = phrase_of(words, {words.span(first, first + 1).begin, end});
    if (!phrase) return;
    found.emplace_back().phrase = *phrase;
    found.back().acts = true;
  };
  const auto add_represented = [&](const Phrase& phrase) {
    if (phrase.head + 2 >= phrase.whole.last || !speaks_for_another(words.lower(phrase.head))) return;
    const std::string_view next = words.lower(phrase.head + 1);
    if (next != "for" && next != "of") return;
    std::size_t end = phrase.head + 2;
    while (end < phrase.whole.last && words.word(end) != ",") ++end;
    add_counterpart(phrase.head + 2, words.span(end - 1, end).end);
  };
  for (const Statement& statement : statements) {
    if (const auto source = statement.source ? phrase_of(words, *statement.source) : std::nullopt) {
      add_represented(*source);
      if (!source->apposition.empty()) {
        add_represented(read_phrase(words, source->apposition.first, source->apposition.last));
      }
    }
    if (statement.source) add_speaking(*statement.source, statement.inside);
    for (const Hop& hop : statement.chain) add_speaking(hop.span, {});
    if (statement.addressee) add_counterpart(words.token_at(statement.addressee->begin), statement.addressee->end);
  }
  const auto by_head = [](const TextPhrase& a, const TextPhrase& b) { return a.phrase.head < b.phrase.head; };
  const auto one_head = [](const TextPhrase& a, const TextPhrase& b) { return a.phrase.head == b.phrase.head; };
  const auto tidy = [&] {
    if (!std::is_sorted(found.begin(), found.end(), by_head)) std::stable_sort(found.begin(), found.end(), by_head);
    found.erase(std::unique(found.begin(), found.end(), one_head), found.end());
  };
  tidy();
  add_mentions(words, reading, found);
  tidy();
  add_missed_names(words, found);
  tidy();
  // "FBI" of "the FBI investigation" is there apart, "Bank" of "World Bank" is not.
  std::vector<bool> covered(words.size());
  for (const TextPhrase& each : found) {
    const Stretch& words_of_it =
        each.phrase.name.empty() ? Stretch{each.phrase.head, each.phrase.head + 1} : each.phrase.name;
    for (std::size_t at = words_of_it.first; at < words_of_it.last; ++at) covered[at] = true;
  }
  for (const lexicon::Match& match : words.matches()) {
    if (covered[match.last - 1] || !names_an_actor(words, match)) continue;
    TextPhrase& phrase = found.emplace_back();
    phrase.phrase = read_phrase(words, match.first, match.last);
  }
  tidy();
  add_drafted(words, acting, found);
  tidy();
  drop_words_of_offices(words, found);
  bind_relatives(words, found);
  return found;
}

}  // namespace sayso::extract
