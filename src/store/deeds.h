#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

#include "sayso/record.h"
#include "store/matter.h"
#include "store/sqlite.h"

// Sentences that tell that something was done, or came to nothing: no promise themselves, they tell what has come of
// one in an earlier article.
namespace sayso::store {

/// done for "has delivered the guns", failed for "the plan to deliver them failed"; nothing for what is yet to come, is
/// denied, or tells neither. English.
[[nodiscard]] std::optional<Stage> told_stage(std::string_view sentence);

/// Links the sentences of a document to entries of earlier ones whose actor they name and whose action they tell.
/// Entries from number `first` on are its own.
[[nodiscard]] Status link_deeds(Database& database, const Record& record, const Matters& matters, std::int64_t document,
                                std::int64_t first);

/// Takes out the links of a document's sentences.
[[nodiscard]] Status remove_deeds(Database& database, std::int64_t document);

}  // namespace sayso::store
