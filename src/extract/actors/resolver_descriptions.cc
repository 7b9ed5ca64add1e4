#include <algorithm>
#include <array>
#include <string>

#include "extract/actors/noun_kinds.h"
#include "extract/actors/resolver.h"

namespace sayso::extract {
namespace {

constexpr std::size_t kNobody = Cast::kNobody;

/// How many mentions back "the company" may reach where the model has no antecedent.
constexpr std::size_t kReach = 16;

/// Wars, days, coal: what does not act.
bool is_no_actor(model::MentionKind kind) {
  return kind == model::MentionKind::event || kind == model::MentionKind::time ||
         kind == model::MentionKind::substance || kind == model::MentionKind::plant ||
         kind == model::MentionKind::abstract;
}

/// Whose doings are worth telling though it has no name and says nothing.
bool may_act(ActorKind kind) {
  return kind == ActorKind::person || kind == ActorKind::organization || kind == ActorKind::government ||
         kind == ActorKind::group;
}

bool is_article(std::string_view word) { return word == "the" || word == "a" || word == "an"; }

/// "Bergen police", "Kurdish forces": as good as a name.
bool is_local_body(const ReadingWords& words, const Phrase& phrase) {
  const ActorKind kind = kind_of_noun(words.lower(phrase.head));
  return (kind == ActorKind::organization || kind == ActorKind::government) && phrase.head > phrase.core.first &&
         words.capitalised(phrase.head - 1) && phrase.determiner != Determiner::indefinite;
}

/// "the secretary, Ada Holm".
bool is_named_behind(const ReadingWords& words, const Phrase& phrase) {
  if (phrase.apposition.empty() || words.implied_by(phrase.head) != lexicon::Kind::person) return false;
  const Phrase added = read_phrase(words, phrase.apposition.first, phrase.apposition.last);
  return added.name.size() > 1 && added.name.first == phrase.apposition.first;
}

}  // namespace

/// The words by which somebody without a name is known, without an article: with "for the ministry" behind the noun, up
/// to a comma, if these are not many.
Stretch Resolver::description_of(const Phrase& phrase) const {
  constexpr std::size_t kLongest = 10;  // tokens
  Stretch naming = up_to_comma(phrase.whole);
  constexpr std::array<std::string_view, 6> kGoesOn{"for", "of", "at", "in", "to", "with"};
  const bool goes_on = phrase.head + 1 < naming.last &&
                       std::find(kGoesOn.begin(), kGoesOn.end(), words_.lower(phrase.head + 1)) != kGoesOn.end();
  if (!goes_on || naming.size() > kLongest) {
    naming = {phrase.possessor.empty() ? phrase.core.first : phrase.possessor.first, phrase.head + 1};
  }
  while (naming.size() > 1 && is_article(words_.lower(naming.first))) ++naming.first;
  return naming;
}

/// "officials" may be called "German officials" later on.
void Resolver::improve_description(std::size_t member, const Phrase& phrase) {
  if (words_.lower(phrase.head) == folded_name(cast_[member].actor.name) && phrase.head > phrase.core.first) {
    const Stretch naming = description_of(phrase);
    cast_[member].actor.name = words_.text(naming.first, naming.last);
  }
}

std::size_t Resolver::last_organization() const {
  for (std::size_t i = namings_.size(); i-- > 0 && namings_.size() - i <= kReach;) {
    const Member& member = cast_[namings_[i].member];
    // Who bears no person's first name or title may be a company that the model takes for a person.
    const bool open = member.actor.kind == ActorKind::person && member.female == 0 && member.male == 0;
    if (member.named && (open || member.actor.kind == ActorKind::organization) && member.entry == lexicon::kNone)
      return namings_[i].member;
  }
  return kNobody;
}

/// The state that a description stands for: "the Iraqi government", "the government of Iraq", "the Ukrainian side".
std::uint32_t Resolver::state_named(const Phrase& phrase) const {
  std::uint32_t state = lexicon::kNone;
  for (std::size_t at = phrase.whole.first; at < phrase.core.last; ++at) {
    if (at == phrase.head) continue;
    if (const std::uint32_t found = words_.state_at(at); found != lexicon::kNone) state = found;
  }
  return state;
}

std::size_t Resolver::resolve_nominal(const TextPhrase& phrase) {
  const Phrase& parts = phrase.phrase;
  if (!phrase.acts && phrase.kind && is_no_actor(*phrase.kind)) return kNobody;
  const std::string_view head = words_.lower(parts.head);
  bool place = false;
  // Names that end in a common noun: "Biden administration".
  if (const std::uint32_t entry = entry_of(phrase, parts.head, place); entry != lexicon::kNone) {
    return member_for_entry(entry);
  }
  if (names_a_state(head)) {
    const std::uint32_t state = state_named(parts);
    if (state != lexicon::kNone) return member_for_entry(state);
  }
  if (head == "administration" && parts.head + 2 < parts.whole.last && words_.lower(parts.head + 1) == "of") {
    const Phrase holder = read_phrase(words_, parts.head + 2, parts.whole.last);
    if (!holder.name.empty()) {
      const auto meanings = words_.lexicon().meanings(std::string(words_.word(holder.head)) + " administration");
      if (!meanings.empty()) return member_for_entry(meanings.front().entry);
    }
  }
  // The holder of an office that the lexicon knows: "the Ukrainian president".
  if (const lexicon::Match* match = words_.match(parts.head); match != nullptr && match->last == parts.head + 1 &&
                                                              parts.determiner != Determiner::indefinite &&
                                                              !parts.plural) {
    std::uint32_t holder = lexicon::kNone;
    std::size_t holders = 0;
    for (const lexicon::Candidate& candidate : match->candidates) {
      const bool person = words_.lexicon().entry(candidate.entry).kind == lexicon::Kind::person;
      if (candidate.form == lexicon::Form::title && person) holder = candidate.entry, ++holders;
    }
    if (holders == 1 && cast_.with_entry(holder) != kNobody) return cast_.with_entry(holder);
  }
  const ActorKind kind = kind_of(phrase);
  const bool anaphoric = parts.determiner == Determiner::definite || parts.determiner == Determiner::possessive ||
                         (parts.determiner == Determiner::none && parts.plural);
  const std::string folded = folded_name(words_.text(parts.role.first, parts.role.last));
  std::size_t member = kNobody;
  if (anaphoric && !folded.empty()) {
    auto modifiers = split_words(folded);
    const std::string noun(modifiers.back());
    modifiers.pop_back();
    member = cast_.described(noun, modifiers);
    // One person is no group of them.
    if (member != kNobody && cast_[member].plural != parts.plural &&
        cast_[member].actor.kind != ActorKind::organization && cast_[member].actor.kind != ActorKind::government &&
        kind != ActorKind::document && kind != ActorKind::media) {
      member = kNobody;
    }
  }
  if (member == kNobody && (anaphoric || phrase.entity)) {
    const std::size_t linked = antecedent(phrase);
    if (linked != kNobody && parts.determiner != Determiner::indefinite) {
      const ActorKind theirs = cast_[linked].actor.kind;
      const bool person = kind == ActorKind::person, group = kind == ActorKind::group;
      const bool medium = kind == ActorKind::media && theirs != ActorKind::media;  // "the media" is no navy
      const bool like = kind == ActorKind::unknown || theirs == kind || theirs == ActorKind::unknown ||
                        (!person && !group && !medium && theirs != ActorKind::person && theirs != ActorKind::group);
      if (like && cast_[linked].plural == parts.plural) member = linked;
    }
  }
  const bool office = kind == ActorKind::person && !parts.plural && parts.determiner == Determiner::definite;
  if (member == kNobody && phrase.speaks && office && parts.possessor.empty()) {
    member = last_speaker(gender_of_noun(head), false);
  }
  const bool organization = kind_of_noun(head) == ActorKind::organization && parts.determiner == Determiner::definite;
  if (member == kNobody && phrase.speaks && organization && parts.possessor.empty()) member = last_organization();
  if (member == kNobody) {
    const bool drafted = phrase.drafted && may_act(kind);
    if (!phrase.acts && !drafted && !is_named_behind(words_, parts) && !is_local_body(words_, parts)) {
      return kNobody;
    }
    member = cast_.add(kind);
    const Stretch naming = description_of(parts);
    cast_[member].actor.name = words_.text(naming.first, naming.last);
    cast_[member].plural = parts.plural;
    cast_[member].introduced = parts.determiner == Determiner::indefinite;
  } else if (!cast_[member].named) {
    improve_description(member, parts);
  }
  cast_[member].tell(gender_of_noun(head), 3);
  note_title(member, parts);
  return member;
}

}  // namespace sayso::extract
