#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "extract/actors/cast.h"
#include "extract/actors/phrases_in_text.h"

namespace sayso::extract {

/// What a first reading tells of the people of a text.
struct Known {
  std::unordered_map<std::string, Gender> genders;  ///< by their folded names
  /// How often the first or last word of a name, folded, was taken for a person's more than for an organisation's.
  std::unordered_map<std::string, int> persons;

  /// More than 0 where the name of some words is a person's, less than 0 where it is none; 0 where that is open.
  [[nodiscard]] int person_votes(const std::string& folded) const;
};

/// Tells of each noun phrase of a text who it is, in the order of the text: names by their words and the lexicon,
/// descriptions by their head nouns and the model's antecedents, pronouns by the model's antecedents and the last
/// speaker (the sieve of Lee et al. 2013, with a mention ranker among its sieves).
class Resolver {
 public:
  Resolver(const ReadingWords& words, Cast& cast, const Known& known)
      : words_(words), cast_(cast), known_(known), by_head_(words.size(), Cast::kNobody) {}

  /// The member of the cast that a phrase names, new if need be; Cast::kNobody where that is open or no actor. Phrases
  /// must come in their order. First and second persons are left to speaker_of().
  std::size_t resolve(const TextPhrase& phrase);

  /// The member that the phrase with this head was found to name.
  [[nodiscard]] std::size_t at_head(std::size_t token) const;
  void set(std::size_t head, std::size_t member) { by_head_[head] = member; }

  /// Every phrase that names a member, as (member, phrase, form).
  struct Naming {
    std::size_t member = 0;
    Stretch words;
    MentionForm form = MentionForm::name;
  };
  [[nodiscard]] const std::vector<Naming>& namings() const { return namings_; }
  void add_naming(std::size_t member, const Stretch& stretch, MentionForm form) {
    namings_.push_back({member, stretch, form});
  }

 private:
  [[nodiscard]] std::size_t resolve_pronoun(const TextPhrase& phrase);
  [[nodiscard]] std::size_t resolve_name(const TextPhrase& phrase);
  [[nodiscard]] std::size_t resolve_nominal(const TextPhrase& phrase);
  [[nodiscard]] std::size_t resolve_entry(std::uint32_t entry, const Phrase& phrase);
  [[nodiscard]] std::uint32_t state_named(const Phrase& phrase) const;
  [[nodiscard]] std::uint32_t entry_of(const TextPhrase& phrase, std::size_t last_token, bool& metonym) const;
  [[nodiscard]] std::size_t antecedent(const TextPhrase& phrase) const;
  [[nodiscard]] std::size_t introduced_before(const TextPhrase& phrase, ActorKind kind) const;
  [[nodiscard]] std::size_t last_organization() const;
  [[nodiscard]] std::size_t last_speaker(Gender gender, bool plural) const;
  [[nodiscard]] ActorKind kind_of(const TextPhrase& phrase) const;
  [[nodiscard]] Stretch up_to_comma(Stretch stretch) const;
  void describe(std::size_t member, const Stretch& stretch);
  void note_title(std::size_t member, const Phrase& phrase);
  void learn_abbreviation(std::size_t member, std::size_t at);
  void improve_description(std::size_t member, const Phrase& phrase);
  [[nodiscard]] Stretch description_of(const Phrase& phrase) const;
  void read_apposition(std::size_t member, const Phrase& phrase);
  void rename(std::size_t member, const Stretch& name);
  std::size_t member_for_entry(std::uint32_t entry);

  const ReadingWords& words_;
  Cast& cast_;
  const Known& known_;
  std::vector<std::size_t> by_head_;  // for each token
  std::unordered_map<std::uint32_t, std::size_t> by_entity_;
  std::vector<std::size_t> speakers_;  // in their order, the last one last
  std::vector<Naming> namings_;
};

}  // namespace sayso::extract
