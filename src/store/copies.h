#pragma once
#include <cstdint>
#include <string>

#include "sayso/record.h"
#include "store/sqlite.h"

// Wire copy: an agency's text that several outlets print, cut and edited. Documents are compared by sketches (Broder,
// "On the resemblance and containment of documents", 1997): of the hashes of all runs of four words those that are
// smallest.
namespace sayso::store {

/// The id of the earliest document of which this one is a copy, published within ten days of it; empty where there is
/// none. The same text in another outlet is one.
[[nodiscard]] Result<std::string> original_of(Database& database, const Record& record);

/// Makes the document findable; `document` is its key.
[[nodiscard]] Status enter_sketch(Database& database, const Record& record, std::int64_t document);
[[nodiscard]] Status remove_sketch(Database& database, const Record& record, std::int64_t document);

}  // namespace sayso::store
