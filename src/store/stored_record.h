#pragma once
#include <string>
#include <string_view>

#include "sayso/record.h"
#include "sayso/result.h"

namespace sayso::store {

/// The record in the column document.record. Error: store_damaged, of the file `path`.
[[nodiscard]] Result<Record> stored_record(std::string_view packed, const std::string& path);

/// The words of a statement's content, a space between its parts.
[[nodiscard]] std::string content_of(const Record& record, const Statement& statement);

}  // namespace sayso::store
