#include "extract/actors/actors.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "extract/actors/cast.h"
#include "extract/actors/first_names.h"
#include "extract/actors/missed_names.h"
#include "extract/actors/noun_kinds.h"
#include "extract/actors/phrases_in_text.h"
#include "extract/actors/resolver.h"

namespace sayso::extract {
namespace {

constexpr std::size_t kNobody = Cast::kNobody;

/// For each of `spans`, ascending, the smallest quoted content of a statement that holds it; kNobody where none does.
std::vector<std::size_t> quotations_around(const std::vector<Span>& spans, const std::vector<Statement>& statements) {
  struct Content {
    Span span;
    std::size_t statement;
  };
  std::vector<Content> contents;
  for (std::size_t i = 0; i < statements.size(); ++i) {
    if (statements[i].mode == Mode::indirect) continue;
    for (const Span& span : statements[i].content) contents.push_back({span, i});
  }
  std::sort(contents.begin(), contents.end(), [](const Content& a, const Content& b) { return a.span < b.span; });
  std::vector<std::size_t> found(spans.size(), kNobody);
  std::vector<Content> open;  // contents within each other, the innermost last
  std::size_t next = 0;
  for (std::size_t i = 0; i < spans.size(); ++i) {
    while (next < contents.size() && contents[next].span.begin <= spans[i].begin) {
      while (!open.empty() && open.back().span.end <= contents[next].span.begin) open.pop_back();
      open.push_back(contents[next++]);
    }
    while (!open.empty() && open.back().span.end < spans[i].end) open.pop_back();
    for (std::size_t k = open.size(); k-- > 0;) {
      const auto& source = statements[open[k].statement].source;
      if (open[k].span.contains(spans[i]) && !(source && source->overlaps(spans[i]))) {
        found[i] = open[k].statement;
        break;
      }
    }
  }
  return found;
}

/// Who "I" and "we" are: the speaker of the quotation; of "we", whom the speaker speaks for. "You" is whom it is said
/// to.
void resolve_speakers(const ReadingWords& words, const std::vector<TextPhrase>& phrases,
                      const std::vector<Statement>& statements, const Cast& cast, Resolver& resolver,
                      const std::vector<std::size_t>& represented) {
  std::vector<const TextPhrase*> firsts;
  std::vector<Span> spans;
  for (const TextPhrase& each : phrases) {
    const Pronoun pronoun = each.phrase.pronoun;
    if (pronoun != Pronoun::i && pronoun != Pronoun::we && pronoun != Pronoun::you) continue;
    firsts.push_back(&each);
    spans.push_back(words.span(each.phrase.head, each.phrase.head + 1));
  }
  const auto around = quotations_around(spans, statements);
  for (std::size_t i = 0; i < firsts.size(); ++i) {
    if (around[i] == kNobody) continue;
    const Phrase& phrase = firsts[i]->phrase;
    const Statement& statement = statements[around[i]];
    const auto& who = phrase.pronoun == Pronoun::you ? statement.addressee : statement.source;
    const auto named = who ? phrase_of(words, *who) : std::nullopt;
    std::size_t member = named ? resolver.at_head(named->head) : kNobody;
    if (member == kNobody) continue;
    if (phrase.pronoun == Pronoun::we && member < represented.size() && represented[member] != kNobody) {
      member = represented[member];
    }
    if (member >= cast.size()) continue;
    resolver.set(phrase.head, member);
    resolver.add_naming(member, phrase.core, MentionForm::pronoun);
  }
}

/// For each member whom it speaks for: "a spokesman for X", "X's representative", "the X envoy".
std::vector<std::size_t> represented_by(const ReadingWords& words, const std::vector<TextPhrase>& phrases,
                                        const Cast& cast, const Resolver& resolver) {
  std::vector<std::size_t> represented(cast.size(), kNobody);
  const auto look = [&](const Phrase& phrase, std::size_t member) {
    if (member == kNobody || represented[member] != kNobody) return;
    const Stretch role = phrase.name.empty() ? Stretch{phrase.whole.first, phrase.head + 1} : phrase.role;
    bool speaks = false;
    for (std::size_t at = role.first; at < role.last; ++at) speaks |= speaks_for_another(words.lower(at));
    if (!speaks) return;
    for (std::size_t at = phrase.whole.first; at < phrase.whole.last; ++at) {
      std::size_t other = resolver.at_head(at);
      if (other == kNobody) {
        const lexicon::Match* match = words.match(at);
        if (match == nullptr || match->last != at + 1) continue;
        for (const lexicon::Candidate& candidate : match->candidates) {
          if (candidate.form != lexicon::Form::title) other = cast.with_entry(candidate.entry);
          if (other != kNobody) break;
        }
      }
      if (other == kNobody || other == member) continue;
      represented[member] = other;
      return;
    }
  };
  for (const TextPhrase& each : phrases) {
    const std::size_t member = resolver.at_head(each.phrase.head);
    look(each.phrase, member);
    if (!each.phrase.apposition.empty()) {
      look(read_phrase(words, each.phrase.apposition.first, each.phrase.apposition.last), member);
    }
  }
  return represented;
}

/// How often the model and titles take the names of a text for people's.
std::unordered_map<std::string, int> person_votes(const ReadingWords& words, const std::vector<TextPhrase>& phrases) {
  constexpr int kTitle = 3;
  std::unordered_map<std::string, int> votes;
  for (const TextPhrase& each : phrases) {
    const Stretch& name = each.phrase.name;
    if (name.empty() || !each.kind) continue;
    int vote = each.kind == model::MentionKind::person ? 1 : 0;
    if (each.kind == model::MentionKind::organization) vote = -1;
    for (std::size_t at = each.phrase.role.first; at < each.phrase.role.last; ++at) {
      if (is_honorific(words.lower(at)) || words.implied_by(at) == lexicon::Kind::person) vote = kTitle;
    }
    const std::string folded = folded_name(words.text(name.first, name.last));
    const auto parts = split_words(folded);
    if (parts.empty()) continue;
    if (const lexicon::Match* match = words.match(each.phrase.head); match != nullptr && vote != kTitle) {
      const bool person = std::any_of(match->candidates.begin(), match->candidates.end(), [&](const auto& candidate) {
        return words.lexicon().entry(candidate.entry).kind == lexicon::Kind::person;
      });
      if (person && match->candidates.size() == 1) vote = kTitle;
    }
    if (vote == 0) continue;
    if (parts.size() > 1 && gender_of_first_name(parts.front()) != Gender::unknown) vote = kTitle;
    if (parts.size() > 1) votes[std::string(parts.front())] += vote;
    votes[std::string(parts.back())] += vote;
  }
  return votes;
}

/// What a first reading tells of the people of a text, and the folded surnames that the model misses elsewhere.
Known first_reading(const ReadingWords& words, const std::vector<TextPhrase>& phrases,
                    std::unordered_set<std::string>& surnames) {
  Known known;
  known.persons = person_votes(words, phrases);
  Cast cast;
  Resolver resolver(words, cast, known);
  for (const TextPhrase& phrase : phrases) resolver.resolve(phrase);
  std::unordered_map<std::string, Gender> genders;
  for (std::size_t i = 0; i < cast.size(); ++i) {
    if (!cast[i].named || cast[i].actor.kind != ActorKind::person) continue;
    const std::string& folded = cast[i].folded;
    if (cast[i].gender() != Gender::unknown) genders.emplace(folded, cast[i].gender());
    const auto parts = split_words(folded);
    if (parts.size() > 1) surnames.emplace(parts.back());
  }
  known.genders = std::move(genders);
  return known;
}

/// Ascending, without those within another: "Holm" of "Ada Holm".
std::vector<ActorMention> without_inner(std::vector<ActorMention> mentions) {
  std::stable_sort(mentions.begin(), mentions.end(), [](const ActorMention& a, const ActorMention& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  std::vector<ActorMention> kept;
  for (const ActorMention& mention : mentions) {
    if (kept.empty() || !kept.back().span.contains(mention.span)) kept.push_back(mention);
  }
  return kept;
}

/// "a rally on Friday", later "an election rally": one occasion where one person spoke at it and no word of the two
/// tells them apart. Gives each member that is another one under a second description that one.
std::vector<std::size_t> same_occasions(const ReadingWords& words, const std::vector<Statement>& statements,
                                        const Cast& cast, const Resolver& resolver) {
  const auto member_of = [&](const Span& span) {
    const auto phrase = phrase_of(words, span);
    return phrase ? resolver.at_head(phrase->head) : kNobody;
  };
  const auto within = [](const std::vector<std::string_view>& few, const std::vector<std::string_view>& many) {
    return std::all_of(few.begin(), few.end(),
                       [&](std::string_view word) { return std::find(many.begin(), many.end(), word) != many.end(); });
  };
  std::vector<std::size_t> same(cast.size());
  for (std::size_t i = 0; i < same.size(); ++i) same[i] = i;
  std::unordered_map<std::string, std::size_t> first;  // by speaker and noun
  for (const Statement& statement : statements) {
    const std::size_t speaker = statement.source ? member_of(*statement.source) : kNobody;
    if (speaker == kNobody) continue;
    for (const Hop& hop : statement.chain) {
      const std::size_t member = hop.relation == Relation::said_on ? member_of(hop.span) : kNobody;
      if (member == kNobody || cast[member].named || cast[member].actor.kind != ActorKind::media) continue;
      const std::string name = folded_name(cast[member].actor.name);
      const auto parts = split_words(name);
      if (parts.empty()) continue;
      const auto [known, fresh] = first.emplace(std::to_string(speaker) + " " + std::string(parts.back()), member);
      if (fresh || known->second == member) continue;
      const std::string before = folded_name(cast[known->second].actor.name);
      const auto others = split_words(before);
      if (within(parts, others) || within(others, parts)) same[member] = known->second;
    }
  }
  return same;
}

std::string with_id(std::size_t number) { return "a" + std::to_string(number + 1); }

}  // namespace

std::vector<Actor> find_actors(std::string_view text, const std::vector<text::Token>& tokens,
                               const lexicon::Lexicon& lexicon, const std::vector<lexicon::Match>& names,
                               const model::Reading& reading, lexicon::Day day, const std::vector<Span>& acting,
                               std::vector<Statement>& statements) {
  const ReadingWords words(text, tokens, lexicon, names);
  std::vector<TextPhrase> phrases = phrases_in_text(words, reading, statements, acting);
  std::unordered_set<std::string> surnames;
  const Known known = first_reading(words, phrases, surnames);
  add_surnames(words, surnames, phrases);
  Cast cast;
  Resolver resolver(words, cast, known);
  for (const TextPhrase& phrase : phrases) resolver.resolve(phrase);
  const auto represented = represented_by(words, phrases, cast, resolver);
  resolve_speakers(words, phrases, statements, cast, resolver, represented);

  for (const Resolver::Naming& naming : resolver.namings()) {
    cast[naming.member].actor.mentions.push_back({words.span(naming.words.first, naming.words.last), naming.form});
  }
  const std::vector<std::size_t> same = same_occasions(words, statements, cast, resolver);
  for (std::size_t i = 0; i < cast.size(); ++i) {
    if (same[i] == i) continue;
    Actor& kept = cast[same[i]].actor;
    Actor& merged = cast[i].actor;
    kept.mentions.insert(kept.mentions.end(), merged.mentions.begin(), merged.mentions.end());
    merged.mentions.clear();
    if (merged.name.size() > kept.name.size()) kept.name = merged.name;
  }
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < cast.size(); ++i) {
    auto& mentions = cast[i].actor.mentions;
    mentions = without_inner(std::move(mentions));
    if (!mentions.empty()) order.push_back(i);
  }
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return cast[a].actor.mentions.front().span < cast[b].actor.mentions.front().span;
  });
  std::vector<std::string> ids(cast.size());
  for (std::size_t i = 0; i < order.size(); ++i) ids[order[i]] = with_id(i);
  const auto id_of = [&](const Span& span) -> std::string {
    const auto phrase = phrase_of(words, span);
    const std::size_t member = phrase ? resolver.at_head(phrase->head) : kNobody;
    return member == kNobody ? std::string() : ids[same[member]];
  };
  for (Statement& statement : statements) {
    if (statement.source) statement.actor = id_of(*statement.source);
    if (statement.addressee) statement.addressee_actor = id_of(*statement.addressee);
    for (Hop& hop : statement.chain) hop.actor = id_of(hop.span);
  }
  std::vector<Actor> actors;
  actors.reserve(order.size());
  for (const std::size_t i : order) {
    Actor& actor = actors.emplace_back(std::move(cast[i].actor));
    actor.id = ids[i];
    if (cast[i].entry != lexicon::kNone) actor.cameo = lexicon.cameo(cast[i].entry, day);
    if (i < represented.size() && represented[i] != kNobody) actor.represents = ids[represented[i]];
    std::sort(actor.roles.begin(), actor.roles.end());
    actor.roles.erase(std::unique(actor.roles.begin(), actor.roles.end()), actor.roles.end());
  }
  return actors;
}

}  // namespace sayso::extract
