#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// Statements with the same words, whatever an editor has done to them: words put in, left out or altered, an end cut
// off, other quotation marks. Candidates are found by winnowing (Schleimer, Wilkerson and Aiken, "Winnowing: Local
// Algorithms for Document Fingerprinting", SIGMOD 2003), which finds every run of six common words, and then compared
// word by word.
namespace sayso::store {

/// Words in lower case without accents; punctuation is none.
[[nodiscard]] std::vector<std::string> compared_words(std::string_view content);

/// Hashes of all runs of four words, in their order.
[[nodiscard]] std::vector<std::int64_t> runs_of(const std::vector<std::string>& words);

/// Hashes of some of the runs of four words, ascending and each once. None of fewer words than make a repeat.
[[nodiscard]] std::vector<std::int64_t> fingerprints(const std::vector<std::string>& words);

/// How much of the shorter one stands in the longer one in the same order, 0 to 1: the common words, by the words of
/// the shorter one or, where that is more, of the passage of the longer one over which they are spread. 0 where fewer
/// than six words are common. Takes time with the product of their lengths, of which it reads the first 400 words.
[[nodiscard]] double likeness(const std::vector<std::string>& a, const std::vector<std::string>& b);

/// From here on two statements are the same words.
inline constexpr double kRepeats = 0.8;

}  // namespace sayso::store
