#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sayso/store.h"
#include "store/facts.h"
#include "store/sqlite.h"

// Who is who across documents. An actor that the lexicon knows is its id of Wikidata; a named one its name, persons and
// others apart; one that is only described ("officials") its description. Capitals and accents do not count.
namespace sayso::store {

/// What tells an actor of a record from others: "Q42", "person zoe marr", "name north ferries", "words officials".
[[nodiscard]] std::string identity_of(const Actor& actor);

/// Whether anything names it; else it is only described ("officials"), and may be others in another article.
[[nodiscard]] bool is_named(const Actor& actor);

/// The keys of a record's actors; those who are new are entered, and so are new names.
[[nodiscard]] Result<ActorKeys> enter_actors(Database& database, const Record& record);

/// Adds what a record says to the counts of its actors, or takes it away where `sign` is -1.
[[nodiscard]] Status count_facts(Database& database, const Record& record, const ActorKeys& actors, int sign);

/// The keys of all who have this name or a part of it that begins with a word, with those that a person has merged with
/// them; of very many those with the most statements. `#17` is the actor of that key. Error: query_malformed where
/// there is nobody.
[[nodiscard]] Result<std::vector<std::int64_t>> actors_named(Database& database, std::string_view name);

[[nodiscard]] Result<std::vector<StoredActor>> list_actors(Database& database, const std::string& name,
                                                           std::size_t limit);

/// The actor that stands for all those merged with this one; 0 where there is none of this key.
[[nodiscard]] Result<std::int64_t> root_actor(Database& database, std::int64_t actor);

[[nodiscard]] Status merge_actors(Database& database, std::int64_t actor, std::int64_t other);
[[nodiscard]] Status part_actor(Database& database, std::int64_t actor);

}  // namespace sayso::store
