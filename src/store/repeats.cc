#include "store/repeats.h"

#include <algorithm>
#include <cstddef>

#include "lexicon/words.h"
#include "store/hash.h"
#include "text/unicode.h"

namespace sayso::store {
namespace {

constexpr std::size_t kRun = 4;     // words that are hashed together
constexpr std::size_t kWindow = 3;  // of so many runs in a row the smallest hash is kept
constexpr std::size_t kFewest = 6;  // words; fewer are a phrase that anybody may use
constexpr std::size_t kCompared = 400;

}  // namespace

std::vector<std::string> compared_words(std::string_view content) {
  const lexicon::Words all = lexicon::words_of_name(content);
  std::vector<std::string> words;
  for (const lexicon::Word& word : all.words) {
    std::string each = all.folded.substr(word.begin, word.end - word.begin);
    if (text::is_word(text::kind_of(text::decode(each, 0).value))) words.push_back(std::move(each));
  }
  return words;
}

std::vector<std::int64_t> runs_of(const std::vector<std::string>& words) {
  std::vector<std::int64_t> runs;
  for (std::size_t i = 0; i + kRun <= words.size(); ++i) {
    std::uint64_t value = kHashBegin;
    for (std::size_t j = 0; j < kRun; ++j) value = hash_on(hash_on(value, words[i + j]), " ");
    runs.push_back(finished(value));
  }
  return runs;
}

std::vector<std::int64_t> fingerprints(const std::vector<std::string>& words) {
  if (words.size() < kFewest) return {};
  const std::vector<std::int64_t> runs = runs_of(words);
  std::vector<std::int64_t> kept;
  for (std::size_t i = 0; i < std::max(runs.size(), kWindow) - kWindow + 1; ++i) {
    const auto begin = runs.begin() + static_cast<std::ptrdiff_t>(i);
    kept.push_back(*std::min_element(begin, begin + static_cast<std::ptrdiff_t>(std::min(kWindow, runs.size()))));
  }
  std::sort(kept.begin(), kept.end());
  kept.erase(std::unique(kept.begin(), kept.end()), kept.end());
  return kept;
}

double likeness(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  const std::vector<std::string>& shorter = a.size() <= b.size() ? a : b;
  const std::vector<std::string>& longer = a.size() <= b.size() ? b : a;
  const std::size_t rows = std::min(shorter.size(), kCompared), columns = std::min(longer.size(), kCompared);
  // The longest common subsequence up to a column, and the column at which it begins: the last possible one.
  struct Common {
    std::size_t words = 0, begin = 0;
  };
  const auto better = [](const Common& x, const Common& y) {
    return x.words != y.words ? x.words > y.words : x.begin > y.begin;
  };
  std::vector<Common> longest(columns + 1), before(columns + 1);
  for (std::size_t i = 0; i < rows; ++i) {
    std::swap(longest, before);
    for (std::size_t j = 0; j < columns; ++j) {
      Common best = better(before[j + 1], longest[j]) ? before[j + 1] : longest[j];
      if (shorter[i] == longer[j]) {
        const Common through{before[j].words + 1, before[j].words == 0 ? j : before[j].begin};
        if (better(through, best)) best = through;
      }
      longest[j + 1] = best;
    }
  }
  double most = 0;
  for (std::size_t j = 1; j <= columns; ++j) {
    if (longest[j].words < kFewest) continue;
    const std::size_t passage = std::max(rows, j - longest[j].begin);
    most = std::max(most, static_cast<double>(longest[j].words) / static_cast<double>(passage));
  }
  return most;
}

}  // namespace sayso::store
