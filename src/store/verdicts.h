#pragma once
#include <string>
#include <vector>

#include "sayso/store.h"
#include "store/sqlite.h"

namespace sayso::store {

[[nodiscard]] Status enter_verdict(Database& database, const std::string& document, const Verdict& verdict);
[[nodiscard]] Result<std::vector<Verdict>> verdicts_of(Database& database, const std::string& document);
[[nodiscard]] Result<std::vector<std::string>> judged_documents(Database& database);

}  // namespace sayso::store
