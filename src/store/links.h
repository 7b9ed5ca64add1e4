#pragma once
#include <cstdint>
#include <vector>

#include "sayso/record.h"
#include "sayso/store.h"
#include "store/facts.h"
#include "store/sqlite.h"

// Links between facts of different documents. A fact is linked when its document is added, to those that are there
// already, so the database never compares all with all.
namespace sayso::store {

/// Links the statements and entries of a document, numbered from `firsts` on, and its sentences, and makes them
/// findable for those that come later.
[[nodiscard]] Status link_facts(Database& database, const Record& record, const ActorKeys& actors, const Firsts& firsts,
                                std::int64_t document);

/// Takes out all that link_facts() has done, and the links of others to them.
[[nodiscard]] Status unlink_facts(Database& database, const Record& record, const ActorKeys& actors,
                                  const Firsts& firsts, std::int64_t document);

/// The links of the statements and entries that answer a question, on either side, each once, in the order of the
/// answers: those of statements first.
[[nodiscard]] Result<std::vector<Link>> links_of(Database& database, const Question& question);

/// The stage that the matter of an entry has reached by what updates it, the furthest of these; nothing where nothing
/// does.
[[nodiscard]] Result<std::optional<Stage>> latest_stage(Database& database, std::int64_t entry);

}  // namespace sayso::store
