#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "sayso/record.h"
#include "store/matter.h"
#include "store/search.h"
#include "store/sqlite.h"

// What facts are about, kept so that those of other documents on the same matter are found without reading these.
namespace sayso::store {

/// "officials" of two articles may be others.
inline constexpr std::int64_t kDescribed = -1;

/// How somebody is known again who is "Ada Holm" in one article and "Holm" in another, on the same matter: hashes of
/// the last word of the name and, where it has several, of the first; else 0.
struct NameHash {
  std::int64_t last = 0, first = 0;
};

/// What a fact says of which matter.
struct Claim {
  std::int64_t fact = 0;   ///< its number
  std::int64_t actor = 0;  ///< key; 0 where there is none, kDescribed where it is only described
  NameHash name;           ///< where it is named
  std::int64_t day = 0;    ///< of publication (facts.h)
  std::vector<MatterWord> words;
  std::optional<Act> act;      ///< of an entry
  std::optional<Stage> stage;  ///< how far the matter has come by it
};

/// How two claims go together.
struct Comparison {
  std::size_t shared = 0;   ///< words of meaning that both have
  std::size_t names = 0;    ///< of these, names
  std::size_t opposed = 0;  ///< of these, words with which they say the opposite
};

/// An earlier claim on the same matter.
struct Related {
  Claim claim;  ///< without its words
  Comparison common;
  bool same_actor = false;  ///< as a person may have said (actors.h)
  double likeness = 0;      ///< how much of what the shorter one is about stands in the other, 0 to 1
  double closeness = 0;     ///< how much of what both are about is common to them (Dice's coefficient)
};

/// A statement's claim; nothing for a question, and for what has no words of meaning.
[[nodiscard]] std::optional<Claim> claim_of(const Record& record, const Statement& statement, const Matters& matters,
                                            const ActorKeys& actors);

/// An entry's; nothing where nobody is named who acts.
[[nodiscard]] std::optional<Claim> claim_of(const Record& record, const LedgerEntry& entry, const Matters& matters,
                                            const ActorKeys& actors);

/// The words of meaning of a passage as those of an entry would be whose actor's name ends in that word.
[[nodiscard]] std::vector<MatterWord> words_of_actor(std::vector<MatterWord> words, std::int64_t last_name);

/// Of a name's word, in any letters.
[[nodiscard]] std::int64_t hash_of_name(std::string_view word);

/// Fills in who a claim is of.
void set_actor(Claim& claim, const Record& record, const std::string& id, const ActorKeys& actors);

/// The day of publication, kNoDay where it is not known.
[[nodiscard]] std::int64_t published_day(const Record& record);

/// Statements and entries only.
[[nodiscard]] Status enter_claim(Database& database, Sort sort, const Claim& claim);
[[nodiscard]] Status remove_claim(Database& database, Sort sort, const Claim& claim);

/// What a claim has in common with that of the fact `other`.
[[nodiscard]] Result<Comparison> common_with(Database& database, Sort sort, const Claim& claim, std::int64_t other);

/// Whether they say the opposite of each other: a fifth of the words that both have, names aside, is turned around.
[[nodiscard]] bool are_opposed(const Comparison& common);

/// Whether a statement is known to be by somebody else than the statement `other`: both are named, and differ.
[[nodiscard]] Result<bool> is_by_another(Database& database, const Claim& claim, std::int64_t other);

/// From when on two claims are on one matter.
struct SameMatter {
  double likeness = 0.6, closeness = 0.5;
  std::vector<MatterWord> any = {};  ///< where there are such, the other must have one of these words
};

/// Claims of facts before number `before` on the same matter, those most like it first, of equals the latest. Looks at
/// the latest 64 for each word, and reads no record.
[[nodiscard]] Result<std::vector<Related>> related(Database& database, Sort sort, const Claim& claim,
                                                   std::int64_t before, const SameMatter& same = {});

}  // namespace sayso::store
