#include <algorithm>

#include "extract/actors/noun_kinds.h"
#include "extract/actors/resolver.h"

namespace sayso::extract {
namespace {

constexpr std::size_t kNobody = Cast::kNobody;

/// From when on a place is taken for who acts there.
constexpr float kActs = 0.5F;

/// What the title before a name tells: "Mrs", "spokesman".
Gender gender_of_title(const ReadingWords& words, const Stretch& role) {
  Gender gender = Gender::unknown;
  for (std::size_t at = role.first; at < role.last && gender == Gender::unknown; ++at) {
    gender = gender_of_noun(words.lower(at));
  }
  return gender;
}

/// Whether a name is nothing but "Norwegian" or "Norwegians".
bool is_demonym(const ReadingWords& words, const Stretch& name) {
  const lexicon::Match* match = words.match(name.first);
  return match != nullptr && match->first == name.first && match->last == name.last &&
         std::all_of(match->candidates.begin(), match->candidates.end(),
                     [](const lexicon::Candidate& c) { return c.form == lexicon::Form::demonym; });
}

/// Of the state that owns what a phrase names: "KEN" of "Kenya's Ministry of Fish"; empty where none does.
std::string_view country_of_owner(const ReadingWords& words, const Phrase& phrase) {
  for (std::size_t at = phrase.possessor.first; at < phrase.possessor.last; ++at) {
    const std::uint32_t state = words.state_at(at);
    if (state != lexicon::kNone) return words.lexicon().entry(state).country;
  }
  return {};
}

}  // namespace

ActorKind Resolver::kind_of(const TextPhrase& phrase) const {
  const Phrase& parts = phrase.phrase;
  ActorKind kind = kind_of_noun(words_.lower(parts.head));
  if (kind == ActorKind::unknown) kind = kind_of_entry(words_.implied_by(parts.head));
  if (parts.name.empty() || kind == ActorKind::media || kind == ActorKind::government) {
    if (kind == ActorKind::person && parts.plural) return ActorKind::group;
    if (kind != ActorKind::unknown) return kind;
  }
  for (std::size_t at = parts.role.first; at < parts.role.last && !parts.name.empty(); ++at) {
    if (words_.is_title(at) && words_.implied_by(at) == lexicon::Kind::person) return ActorKind::person;
    if (is_honorific(words_.lower(at))) return ActorKind::person;
  }
  // What the model takes a name for counts over the whole text.
  if (!parts.name.empty() && kind == ActorKind::unknown && phrase.kind) {
    const int votes = known_.person_votes(folded_name(words_.text(parts.name.first, parts.name.last)));
    const bool who = phrase.kind == model::MentionKind::person || phrase.kind == model::MentionKind::organization;
    if (votes != 0 && who) return votes > 0 ? ActorKind::person : ActorKind::organization;
  }
  if (phrase.kind == model::MentionKind::person) return parts.plural ? ActorKind::group : ActorKind::person;
  if (phrase.kind == model::MentionKind::organization) {
    return kind == ActorKind::unknown ? ActorKind::organization : kind;
  }
  return kind;
}

std::uint32_t Resolver::entry_of(const TextPhrase& phrase, std::size_t last_token, bool& metonym) const {
  metonym = false;
  const lexicon::Match* match = words_.match(last_token);
  if (match == nullptr || match->last != last_token + 1) return lexicon::kNone;
  const Stretch& name = phrase.phrase.name;
  if (!name.empty() && match->first > name.first) return lexicon::kNone;
  const bool acts =
      phrase.acts || phrase.drafted || phrase.metonym >= kActs || phrase.kind == model::MentionKind::organization;
  const auto is_person = [&](const lexicon::Candidate& c) {
    return words_.lexicon().entry(c.entry).kind == lexicon::Kind::person;
  };
  // Where the name may be a person's, the model tells; else the lexicon knows better, and a state's name alone, without
  // a title or a first name, is the state's.
  const ActorKind kind = kind_of(phrase);
  const bool may_be_person = std::any_of(match->candidates.begin(), match->candidates.end(), is_person);
  const bool bare = name.size() < 2 && phrase.phrase.role.empty() && words_.state_at(last_token) != lexicon::kNone;
  std::uint32_t best = lexicon::kNone;
  bool several = false;
  for (const lexicon::Candidate& candidate : match->candidates) {
    const auto entry = words_.lexicon().entry(candidate.entry);
    if (entry.kind == lexicon::Kind::place || entry.kind == lexicon::Kind::role) continue;
    // "Ukrainian" is no actor, "Ukrainian side" is.
    const bool people = candidate.form == lexicon::Form::demonym && !names_a_state(words_.lower(last_token));
    if (people || candidate.form == lexicon::Form::title) continue;
    const bool fits = is_person(candidate) == (kind == ActorKind::person && !bare);
    if (may_be_person && !fits && (bare || kind != ActorKind::unknown)) continue;
    if ((entry.is_state() || candidate.form == lexicon::Form::metonym) && !acts) {
      metonym = true;  // the place itself, then
      continue;
    }
    if (best != lexicon::kNone && best != candidate.entry) {
      const auto before = words_.lexicon().entry(best);
      if (before.is_state() != entry.is_state()) {
        if (entry.is_state()) best = candidate.entry;
        continue;
      }
      several = true;
      continue;
    }
    best = candidate.entry;
  }
  return several ? lexicon::kNone : best;
}

std::size_t Resolver::member_for_entry(std::uint32_t entry) {
  if (const std::size_t known = cast_.with_entry(entry); known != kNobody) return known;
  const auto view = words_.lexicon().entry(entry);
  const std::size_t member = cast_.add(kind_of_entry(view.kind));
  cast_[member].actor.name = view.name;
  cast_[member].actor.country = view.country;
  cast_[member].actor.wikidata = view.wikidata;
  cast_[member].named = true;
  cast_[member].state = view.is_state();
  cast_[member].folded = folded_name(view.name);
  cast_.learn_entry(member, entry);
  cast_.learn_name(member, cast_[member].folded);
  return member;
}

std::size_t Resolver::resolve_entry(std::uint32_t entry, const Phrase& phrase) {
  const auto view = words_.lexicon().entry(entry);
  const std::size_t known = cast_.with_entry(entry);
  const std::string folded = folded_name(words_.text(phrase.name.first, phrase.name.last));
  if (known == kNobody && view.kind == lexicon::Kind::person) {
    // A person of the lexicon may have been met under a name that the lexicon does not know.
    bool unsure = false;
    const std::size_t called = cast_.person_called(folded, gender_of_title(words_, phrase.role), unsure);
    if (called != kNobody && !unsure && cast_[called].entry == lexicon::kNone) {
      cast_.learn_entry(called, entry);
      return called;
    }
  }
  if (known == kNobody) {
    const std::size_t called = cast_.with_name(folded);
    if (called != kNobody && cast_[called].entry == lexicon::kNone) {
      cast_.learn_entry(called, entry);
      return called;
    }
  }
  const std::size_t member = member_for_entry(entry);
  if (!view.is_state() && view.kind != lexicon::Kind::government && known == kNobody) {
    rename(member, phrase.name);
  }
  return member;
}

/// "..., a lawmaker said. Bo Lund told ...": who the first speaker is, the second sentence of a report tells.
std::size_t Resolver::introduced_before(const TextPhrase& phrase, ActorKind kind) const {
  const Phrase& parts = phrase.phrase;
  const bool bare = parts.name.size() > 1 && parts.role.empty() && parts.apposition.empty();
  if (!phrase.speaks || kind != ActorKind::person || !bare || speakers_.size() != 1) return kNobody;
  const Member& first = cast_[speakers_.front()];
  const bool fits = first.introduced && !first.named && !first.plural && first.actor.kind == ActorKind::person;
  return fits ? speakers_.front() : kNobody;
}

std::size_t Resolver::resolve_name(const TextPhrase& phrase) {
  const Phrase& parts = phrase.phrase;
  // "U.S." of "U.S. National Security Council" is a word of that name.
  const lexicon::Match* match = words_.match(parts.head);
  if (match != nullptr && match->last > parts.head + 1 && !phrase.speaks) return kNobody;
  bool place = false;
  std::uint32_t entry = entry_of(phrase, parts.head, place);
  const bool government = parts.name.size() > 2 && names_a_state(words_.lower(parts.name.first)) &&
                          words_.lower(parts.name.first + 1) == "of";  // "Government of Norway"
  if (government && words_.state_at(parts.head) != lexicon::kNone) entry = words_.state_at(parts.head);
  if (entry == lexicon::kNone && !phrase.acts && is_demonym(words_, parts.name)) return kNobody;
  const ActorKind kind = kind_of(phrase);
  std::size_t member = kNobody;
  const std::string folded = folded_name(words_.text(parts.name.first, parts.name.last));
  const std::string_view owner = kind == ActorKind::person ? "" : country_of_owner(words_, parts);
  const Gender gender = gender_of_title(words_, parts.role);
  if (kind == ActorKind::person && words_.state_at(parts.head) != lexicon::kNone) {
    // "Jordan" after "Nils Jordan" is no state.
    bool unsure = false;
    if (cast_.person_called(folded, gender, unsure) != kNobody) entry = lexicon::kNone, place = false;
  }
  if (entry != lexicon::kNone) {
    member = resolve_entry(entry, parts);
  } else if (place) {
    return kNobody;
  } else {
    bool unsure = false;
    member = cast_.with_name(folded);
    if (member != kNobody && !agree(cast_[member].gender(), gender)) member = kNobody;  // Mr. Holm, Mrs. Holm
    const bool person = kind == ActorKind::person || kind == ActorKind::unknown;
    if (person && (member == kNobody || cast_[member].actor.kind == ActorKind::person)) {
      const std::size_t called = cast_.person_called(folded, gender, unsure);
      if (unsure) {
        const std::size_t linked = antecedent(phrase);
        member = linked != kNobody && cast_[linked].actor.kind == ActorKind::person ? linked : kNobody;
        if (member == kNobody && split_words(folded).size() > 1) member = cast_.with_name(folded);
        if (member == kNobody && split_words(folded).size() == 1) return kNobody;
      } else if (called != kNobody) {
        member = called;
      }
    }
    if (member == kNobody && kind != ActorKind::person) member = cast_.organization_called(folded);
    // Two states may have a ministry of one name.
    if (member != kNobody && !owner.empty() && !cast_[member].actor.country.empty() &&
        cast_[member].actor.country != owner) {
      member = kNobody;
    }
    if (member == kNobody) {
      // A description that the model takes for the same: "a lawmaker", then the name.
      const std::size_t linked = antecedent(phrase);
      const bool same_kind = linked != kNobody && (cast_[linked].actor.kind == kind || kind == ActorKind::unknown);
      if (linked != kNobody && !cast_[linked].named && same_kind && !cast_[linked].plural) {
        member = linked;
        rename(member, parts.name);
      }
    }
    if (member == kNobody) {
      member = introduced_before(phrase, kind);
      if (member != kNobody) rename(member, parts.name);
    }
    if (member == kNobody) {
      const bool actor = phrase.acts || kind != ActorKind::unknown;
      if (!actor) return kNobody;
      member = cast_.add(kind);
      rename(member, parts.name);
    }
  }
  Member& found = cast_[member];
  if (found.actor.kind == ActorKind::unknown && kind != ActorKind::unknown) found.actor.kind = kind;
  if (found.actor.country.empty() && found.actor.kind != ActorKind::person) found.actor.country = owner;
  // The fullest name is the best, but what the lexicon calls a state.
  const bool lexical = found.entry != lexicon::kNone && found.actor.kind != ActorKind::person;
  if (!lexical && folded.size() > found.folded.size()) {
    rename(member, parts.name);
  } else {
    cast_.learn_name(member, folded);
  }
  note_title(member, parts);
  return member;
}

}  // namespace sayso::extract
