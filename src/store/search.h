#pragma once
#include <cstdint>
#include <vector>

#include "sayso/store.h"
#include "store/sqlite.h"

namespace sayso::store {

enum class Sort { statements, entries, events };

/// The facts of one sort that answer a question, in its order. Takes time with the hits that it gives and, where the
/// conditions are rare only together, with those of the rarest.
[[nodiscard]] Result<std::vector<Hit>> search(Database& database, Sort sort, const Question& question);

/// The numbers of these facts.
[[nodiscard]] Result<std::vector<std::int64_t>> numbers_of(Database& database, Sort sort, const Question& question);

/// The statement of this number. Error: store_damaged where there is none.
[[nodiscard]] Result<Hit> statement_at(Database& database, std::int64_t number);

}  // namespace sayso::store
