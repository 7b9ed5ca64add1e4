#pragma once
#include <cstddef>
#include <string>
#include <unordered_set>
#include <vector>

#include "extract/actors/phrases_in_text.h"

namespace sayso::extract {

/// Where the mention of tokens [first, last) ends, with what a model may leave out: "US Embassy [in London]", "the
/// secretary[, Ada Holm]".
[[nodiscard]] std::size_t extended_end(const ReadingWords& words, std::size_t first, std::size_t last);

/// Where the name of a mention that begins at a token really begins, where the model left out the first name: "[Emma
/// W.] Holm".
[[nodiscard]] std::size_t extended_begin(const ReadingWords& words, std::size_t first);

/// Adds names that no phrase has: of whoever owns what a phrase names, and of who is called by an honorific.
void add_missed_names(const ReadingWords& words, std::vector<TextPhrase>& phrases);

/// Adds the capitalised words of `surnames`, in small letters, that no phrase has as its head or in its name.
void add_surnames(const ReadingWords& words, const std::unordered_set<std::string>& surnames,
                  std::vector<TextPhrase>& phrases);

}  // namespace sayso::extract
