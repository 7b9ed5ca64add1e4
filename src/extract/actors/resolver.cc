#include "extract/actors/resolver.h"

#include <algorithm>

#include "extract/actors/first_names.h"
#include "extract/actors/noun_kinds.h"

namespace sayso::extract {
namespace {

constexpr std::size_t kNobody = Cast::kNobody;

/// How many speakers back "he" may reach where the model has no antecedent.
constexpr std::size_t kReach = 4;
constexpr std::size_t kNamingsBack = 12;  // and how many mentions

/// From when on the model's antecedent counts more than who spoke last.
constexpr float kSure = 0.9F;

Gender gender_of(Pronoun pronoun) {
  if (pronoun == Pronoun::he) return Gender::male;
  return pronoun == Pronoun::she ? Gender::female : Gender::unknown;
}

bool fits(const Member& member, Pronoun pronoun) {
  const bool person = member.actor.kind == ActorKind::person;
  const bool open = member.actor.kind == ActorKind::unknown && !member.named;
  switch (pronoun) {
    case Pronoun::he:
    case Pronoun::she:
      return (person || open) && !member.plural && agree(member.gender(), gender_of(pronoun));
    case Pronoun::it:
      return !person && !member.plural;
    case Pronoun::they:
      return !person || member.plural;
    default:
      return true;
  }
}

}  // namespace

int Known::person_votes(const std::string& folded) const {
  const auto words = split_words(folded);
  int votes = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0 && i + 1 < words.size()) continue;
    const auto found = persons.find(std::string(words[i]));
    if (found != persons.end()) votes += found->second;
  }
  return votes;
}

std::size_t Resolver::at_head(std::size_t token) const { return token < by_head_.size() ? by_head_[token] : kNobody; }

std::size_t Resolver::antecedent(const TextPhrase& phrase) const {
  if (!phrase.entity) return kNobody;
  const auto found = by_entity_.find(*phrase.entity);
  return found == by_entity_.end() ? kNobody : found->second;
}

std::size_t Resolver::last_speaker(Gender gender, bool plural) const {
  std::size_t looked = 0;
  for (std::size_t i = speakers_.size(); i-- > 0 && looked < kReach; ++looked) {
    const Member& member = cast_[speakers_[i]];
    const bool person = member.actor.kind == ActorKind::person;
    if (plural ? !person || member.plural : person && !member.plural && agree(member.gender(), gender)) {
      return speakers_[i];
    }
  }
  return kNobody;
}

std::size_t Resolver::resolve_pronoun(const TextPhrase& phrase) {
  const Pronoun pronoun = phrase.phrase.pronoun;
  if (phrase.relative_to != ReadingWords::kNone) return at_head(phrase.relative_to);
  // "Ann said she had asked for it": who reports speaks of himself or herself.
  if (const std::size_t reporter = at_head(phrase.reported_by); reporter != kNobody && fits(cast_[reporter], pronoun)) {
    return reporter;
  }
  const std::size_t linked = antecedent(phrase);
  std::size_t member = linked != kNobody && fits(cast_[linked], pronoun) ? linked : kNobody;
  const bool person = pronoun == Pronoun::he || pronoun == Pronoun::she;
  if (phrase.speaks && (person || pronoun == Pronoun::they)) {
    // Who spoke last goes on speaking.
    const std::size_t speaker = last_speaker(gender_of(pronoun), pronoun == Pronoun::they);
    const bool known = person && speaker != kNobody && cast_[speaker].gender() == gender_of(pronoun);
    const bool guessed =
        phrase.certainty < kSure || (known && member != kNobody && cast_[member].gender() == Gender::unknown);
    if (member == kNobody || (person && speaker != kNobody && guessed)) member = speaker;
  }
  if (member == kNobody && person && phrase.speaks) {
    for (std::size_t i = namings_.size(); i-- > 0 && namings_.size() - i < kNamingsBack;) {
      const std::size_t named = namings_[i].member;
      if (cast_[named].actor.kind == ActorKind::person && fits(cast_[named], pronoun)) return named;
    }
  }
  if (member != kNobody && cast_[member].actor.kind == ActorKind::person) cast_[member].tell(gender_of(pronoun), 1);
  return member;
}

std::size_t Resolver::resolve(const TextPhrase& phrase) {
  const Phrase& parts = phrase.phrase;
  if (parts.pronoun == Pronoun::i || parts.pronoun == Pronoun::we || parts.pronoun == Pronoun::you) return kNobody;
  if (parts.pronoun == Pronoun::other && phrase.relative_to == ReadingWords::kNone) return kNobody;
  std::size_t member = at_head(parts.head);  // told by an apposition before
  MentionForm form = MentionForm::name;
  if (parts.pronoun != Pronoun::none) {
    form = MentionForm::pronoun;
    if (member == kNobody) member = resolve_pronoun(phrase);
  } else if (!parts.name.empty()) {
    if (member == kNobody) member = resolve_name(phrase);
    if (member != kNobody && words_.is_metonym(parts.head, cast_[member].entry)) form = MentionForm::metonym;
  } else {
    form = MentionForm::nominal;
    if (member == kNobody) member = resolve_nominal(phrase);
  }
  if (member == kNobody) return kNobody;
  by_head_[parts.head] = member;
  if (phrase.entity) by_entity_[*phrase.entity] = member;
  namings_.push_back({member, form == MentionForm::nominal ? up_to_comma(parts.whole) : parts.core, form});
  if (form != MentionForm::pronoun) read_apposition(member, parts);
  if (!parts.name.empty()) learn_abbreviation(member, parts.name.last);
  if (phrase.speaks) speakers_.push_back(member);
  return member;
}

Stretch Resolver::up_to_comma(Stretch stretch) const {
  std::size_t last = stretch.first;
  while (last < stretch.last && words_.word(last) != ",") ++last;
  return {stretch.first, last};
}

void Resolver::describe(std::size_t member, const Stretch& stretch) {
  if (!stretch.empty()) cast_.learn_description(member, folded_name(words_.text(stretch.first, stretch.last)));
}

void Resolver::note_title(std::size_t member, const Phrase& phrase) {
  for (std::size_t at = phrase.role.first; at < phrase.role.last; ++at) {
    const Gender gender = gender_of_noun(words_.lower(at));
    cast_[member].tell(gender, 3);
    if (const std::uint32_t state = words_.state_at(at);
        state != lexicon::kNone && cast_[member].actor.country.empty()) {
      cast_[member].actor.country = words_.lexicon().entry(state).country;
    }
  }
  Stretch role = phrase.role;
  while (!role.empty() && is_honorific(words_.lower(role.first))) ++role.first;
  if (role.empty()) return;
  describe(member, role);
  if (cast_[member].actor.kind == ActorKind::person && cast_[member].named) {
    cast_[member].actor.roles.push_back(words_.span(role.first, role.last));
  }
}

void Resolver::read_apposition(std::size_t member, const Phrase& phrase) {
  if (phrase.apposition.empty()) return;
  const Phrase added = read_phrase(words_, phrase.apposition.first, phrase.apposition.last);
  if (added.pronoun != Pronoun::none || at_head(added.head) != kNobody) return;
  if (!added.name.empty()) {
    // "the spokesman, Heath Anders": the name is the better one.
    if (cast_[member].named) return;
    rename(member, added.name);
    note_title(member, added);
  } else {
    if (cast_[member].actor.kind == ActorKind::unknown && words_.implied_by(added.head) == lexicon::Kind::person) {
      cast_[member].actor.kind = ActorKind::person;
    }
    Phrase whole = added;
    whole.role.last = std::max(whole.role.last, added.whole.last);
    note_title(member, whole);
    describe(member, added.role);
  }
  by_head_[added.head] = member;
  namings_.push_back({member, added.core, added.name.empty() ? MentionForm::nominal : MentionForm::name});
}

/// "(UNESCO)" behind a name.
void Resolver::learn_abbreviation(std::size_t member, std::size_t at) {
  if (at + 2 >= words_.size() || words_.word(at) != "(" || words_.word(at + 2) != ")") return;
  const std::string_view letters = words_.word(at + 1);
  const bool capitals =
      letters.size() > 1 && letters.find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos;
  if (capitals && words_.capitalised(at + 1)) cast_.learn_name(member, folded_name(letters));
}

void Resolver::rename(std::size_t member, const Stretch& name) {
  cast_[member].actor.name = words_.text(name.first, name.last);
  cast_[member].named = true;
  const std::string folded = folded_name(cast_[member].actor.name);
  cast_[member].folded = folded;
  cast_.learn_name(member, folded);
  if (cast_[member].actor.kind == ActorKind::person) {
    if (const auto parts = split_words(folded); parts.size() > 1)
      cast_[member].tell(gender_of_first_name(parts.front()), 3);
  }
  if (const auto known = known_.genders.find(folded); known != known_.genders.end())
    cast_[member].tell(known->second, 2);
}

}  // namespace sayso::extract
