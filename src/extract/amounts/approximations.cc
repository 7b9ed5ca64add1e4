#include "extract/amounts/approximations.h"

#include <array>
#include <string_view>

namespace sayso::extract {
namespace {

struct Phrase {
  std::string_view words;  ///< with one blank between them
  TimeModifier mod;
  bool has_other_uses = false;
};

constexpr auto kBefore = std::to_array<Phrase>({
    {"about", TimeModifier::approx, true},
    {"above", TimeModifier::more_than, true},
    {"almost", TimeModifier::approx},
    {"an estimated", TimeModifier::approx},
    {"approximately", TimeModifier::approx},
    {"around", TimeModifier::approx, true},
    {"as little as", TimeModifier::equal_or_more},
    {"as many as", TimeModifier::equal_or_less},
    {"as much as", TimeModifier::equal_or_less},
    {"at least", TimeModifier::equal_or_more},
    {"at most", TimeModifier::equal_or_less},
    {"below", TimeModifier::less_than, true},
    {"close to", TimeModifier::approx},
    {"estimated", TimeModifier::approx},
    {"fewer than", TimeModifier::less_than},
    {"in excess of", TimeModifier::more_than},
    {"less than", TimeModifier::less_than},
    {"more than", TimeModifier::more_than},
    {"nearly", TimeModifier::approx},
    {"no fewer than", TimeModifier::equal_or_more},
    {"no less than", TimeModifier::equal_or_more},
    {"no more than", TimeModifier::equal_or_less},
    {"not less than", TimeModifier::equal_or_more},
    {"not more than", TimeModifier::equal_or_less},
    {"over", TimeModifier::more_than, true},
    {"roughly", TimeModifier::approx},
    {"some", TimeModifier::approx},
    {"under", TimeModifier::less_than, true},
    {"up to", TimeModifier::equal_or_less},
    {"upwards of", TimeModifier::more_than},
});

constexpr auto kBehind = std::to_array<Phrase>({
    {"+", TimeModifier::more_than},
    {"- odd", TimeModifier::approx},
    {"- plus", TimeModifier::more_than},
    {"or fewer", TimeModifier::equal_or_less},
    {"or less", TimeModifier::equal_or_less},
    {"or more", TimeModifier::equal_or_more},
    {"or so", TimeModifier::approx},
    {"plus", TimeModifier::more_than},
});

/// The token behind the phrase that begins at `first`, or 0.
std::size_t end_of(std::string_view phrase, const LowerWords& words, std::size_t first) {
  while (true) {
    const std::size_t blank = phrase.find(' ');
    if (words.lower(first) != phrase.substr(0, blank)) return 0;
    ++first;
    if (blank == std::string_view::npos) return first;
    phrase.remove_prefix(blank + 1);
  }
}

std::optional<Approximation> find(const auto& phrases, const LowerWords& words, std::size_t first) {
  for (const Phrase& phrase : phrases) {
    if (const std::size_t last = end_of(phrase.words, words, first); last > 0) {
      return Approximation{phrase.mod, last, phrase.has_other_uses};
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<Approximation> approximation_before(const LowerWords& words, std::size_t first) {
  auto found = find(kBefore, words, first);
  if (!found) return found;
  if (const auto second = find(kBefore, words, found->last)) found->last = second->last;
  return found;
}

std::optional<Approximation> approximation_behind(const LowerWords& words, std::size_t first) {
  return find(kBehind, words, first);
}

}  // namespace sayso::extract
