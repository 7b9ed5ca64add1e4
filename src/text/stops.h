#pragma once
#include <cstddef>
#include <string_view>

#include "sayso/span.h"

namespace sayso::text {

// What a full stop is: shared by tokens and sentences. All look at a bounded stretch of the text.

/// The word that begins at `at`: letters, digits, apostrophes and full stops between them, at most 64 bytes.
[[nodiscard]] std::string_view word_at(std::string_view text, std::size_t at);

/// Whether the full stop at `word.end` is part of the word, as in "Mr.", "U.S.", "Sept. 5", "J. Smith".
[[nodiscard]] bool stop_belongs_to_word(std::string_view text, Span word);

/// Whether the '.', '!' or '?' at `at` ends a sentence though no space follows: "he said.The", "is it?He".
[[nodiscard]] bool is_glued_end(std::string_view text, std::size_t at);

/// Where the marks that close a quotation or bracket at `at` end.
[[nodiscard]] std::size_t skip_closers(std::string_view text, std::size_t at);

/// Closing marks: " ” ’ ' » ) ] }.
[[nodiscard]] bool is_closer(char32_t c);
/// Opening marks and dashes, which may stand before the first word of a sentence.
[[nodiscard]] bool is_opener(char32_t c);
[[nodiscard]] bool is_dash(char32_t c);

}  // namespace sayso::text
