#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "text/wordpiece.h"

namespace sayso::model {

/// What kind of word heads a mention. The pronouns of each are in forms.cc; the numbers are those of the weight file.
enum class Form : std::uint8_t { name, nominal, he, she, it, they, i, we, you, other };
inline constexpr std::size_t kForms = 10;

/// The piece after the word that piece `at` belongs to.
[[nodiscard]] std::size_t end_of_word(std::span<const text::Piece> pieces, std::size_t at);

/// The form of the word that begins at piece `at`. A name has a capital letter or begins with a
/// digit; a word in capitals is no pronoun.
[[nodiscard]] Form form_of(std::span<const text::Piece> pieces, std::size_t at, const text::Vocabulary& vocabulary);

/// A number for each of the words that begin at the pieces `heads`: the same for the same word, whatever its letters'
/// case. A word that the vocabulary cannot spell is like no other.
[[nodiscard]] std::vector<std::uint32_t> number_words(std::span<const text::Piece> pieces,
                                                      std::span<const std::uint32_t> heads,
                                                      const text::Vocabulary& vocabulary);

}  // namespace sayso::model
