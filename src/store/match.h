#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "sayso/result.h"

// Questions in the language of FTS5's MATCH (sqlite.org/fts5.html, "Full-text Query Syntax"). Whatever a person writes
// stands there within quotation marks: none of it is syntax.
namespace sayso::store {

/// A name as it may begin with any word of a longer one; the last word may be cut short. Error: query_malformed.
[[nodiscard]] Result<std::string> match_name(std::string_view name);

/// What a fact's words and keys must have: all words of `about` (see Question::about), and of each group of keys one.
/// Error: query_malformed where `about` is not empty and has no word.
[[nodiscard]] Result<std::string> match_fact(std::string_view about, const std::vector<std::vector<std::string>>& keys);

}  // namespace sayso::store
