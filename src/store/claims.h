#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "sayso/record.h"
#include "store/matter.h"
#include "store/search.h"
#include "store/sqlite.h"

// What facts are about, kept so that those of other documents on the same matter are found without reading these.
namespace sayso::store {

/// What a fact says of which matter.
struct Claim {
  std::int64_t fact = 0;   ///< its number
  std::int64_t actor = 0;  ///< key; 0 where nobody is named
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

/// Statements and entries only.
[[nodiscard]] Status enter_claim(Database& database, Sort sort, const Claim& claim);
[[nodiscard]] Status remove_claim(Database& database, Sort sort, const Claim& claim);

/// What a claim has in common with that of the fact `other`.
[[nodiscard]] Result<Comparison> common_with(Database& database, Sort sort, const Claim& claim, std::int64_t other);

/// Whether they say the opposite of each other: a third of the words that both have, names aside, is turned around.
[[nodiscard]] bool are_opposed(const Comparison& common);

/// Claims of facts before number `before` on the same matter, those most like it first, of equals the latest. Looks at
/// the latest 64 for each word, and reads no record.
[[nodiscard]] Result<std::vector<Related>> related(Database& database, Sort sort, const Claim& claim,
                                                   std::int64_t before);

}  // namespace sayso::store
