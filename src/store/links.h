#pragma once
#include <cstdint>
#include <vector>

#include "sayso/record.h"
#include "sayso/store.h"
#include "store/sqlite.h"

// Links between statements of different documents. A statement is linked when its document is added, to those that are
// there already, so the database never compares all with all.
namespace sayso::store {

/// Links the statements of a document that is in the table already, numbered from `first` on, and makes them findable
/// for those that come later.
[[nodiscard]] Status link_statements(Database& database, const Record& record, std::int64_t first);

/// Takes out all links of `count` statements from `first` on, to and from them.
[[nodiscard]] Status unlink_statements(Database& database, const Record& record, std::int64_t first);

/// The links of the statements that answer a question, on either side, each once, in the order of the answers.
[[nodiscard]] Result<std::vector<Link>> links_of(Database& database, const Question& question);

}  // namespace sayso::store
