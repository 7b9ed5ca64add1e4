#include "extract/amounts/counted_nouns.h"

#include <algorithm>
#include <array>

#include "text/lexicon.h"
#include "text/unicode.h"

namespace sayso::extract {
namespace {

struct Plural {
  std::string_view plural, singular;
};

// Both lists are sorted (checked below).
constexpr auto kIrregular = std::to_array<Plural>({
    {"aircraft", "aircraft"},
    {"bonuses", "bonus"},
    {"buses", "bus"},
    {"campuses", "campus"},
    {"cattle", "cattle"},
    {"children", "child"},
    {"crises", "crisis"},
    {"feet", "foot"},
    {"fish", "fish"},
    {"headquarters", "headquarters"},
    {"infantry", "infantry"},
    {"knives", "knife"},
    {"lives", "life"},
    {"men", "man"},
    {"movies", "movie"},
    {"people", "person"},
    {"personnel", "personnel"},
    {"police", "police"},
    {"series", "series"},
    {"sheep", "sheep"},
    {"shelves", "shelf"},
    {"shoes", "shoe"},
    {"spacecraft", "spacecraft"},
    {"species", "species"},
    {"staff", "staff"},
    {"thieves", "thief"},
    {"viruses", "virus"},
    {"wives", "wife"},
    {"wolves", "wolf"},
    {"women", "woman"},
});

// What numbers stand before without telling an amount: times, fractions, turns of an argument.
constexpr auto kNotCounted = std::to_array<std::string_view>(
    {"aspect",    "century",   "condition", "criterion",  "day",    "decade", "element",  "exception", "factor",
     "fifth",     "fortnight", "front",     "goal",       "half",   "hour",   "instance", "issue",     "item",
     "kind",      "level",     "matter",    "millennium", "minute", "moment", "month",    "morning",   "night",
     "objective", "occasion",  "option",    "other",      "part",   "phase",  "place",    "priority",  "quarter",
     "question",  "reason",    "round",     "season",     "second", "sense",  "side",     "sort",      "stage",
     "step",      "tenth",     "term",      "theme",      "thing",  "third",  "time",     "topic",     "type",
     "way",       "week",      "weekend",   "year"});

static_assert(std::ranges::is_sorted(kIrregular, {}, &Plural::plural) && std::ranges::is_sorted(kNotCounted));

constexpr std::size_t kReach = 12;  // tokens from a number to its noun
constexpr std::size_t kWords = 5;   // the same in words, of which "long-range" is one

bool is_compound_hyphen(const LowerWords& words, std::size_t token) {
  return words.lower(token) == "-" && words.is_glued(token) && words.is_glued(token + 1);
}

// F-16s
CountedNoun model_name(const LowerWords& words, std::size_t first) {
  if (!words.is_capital(first) || !is_compound_hyphen(words, first + 1)) return {};
  const std::string_view number = words.at(first + 2);
  const std::size_t digits = std::min(number.find_first_not_of("0123456789"), number.size());
  if (digits == 0 || number.substr(digits) != "s") return {};
  return {std::string(words.at(first)) + "-" + std::string(number.substr(0, digits)), first + 3};
}

// Whether a noun phrase cannot go on with this word.
bool ends_noun_phrase(const LowerWords& words, std::size_t token) {
  const std::string_view word = words.lower(token);
  if (!words.is_letters(token) || word == "a.m" || word == "p.m" || word == "am" || word == "pm") return true;
  if (word == "more" || word == "other" || words.at(token) == "US") return false;
  return text::is_function_word(word) || text::starts_sentences(word);
}

// The last of the first plural nouns, before a word that can stand in no noun phrase.
std::size_t noun_in_phrase(const LowerWords& words, std::size_t first) {
  std::size_t noun = first;
  bool found = false;
  for (std::size_t i = first, seen = 0; i < first + kReach && seen < kWords; ++i) {
    if (is_compound_hyphen(words, i)) {
      ++i;
      continue;
    }
    if (ends_noun_phrase(words, i)) break;
    const bool plural = !singular(words.at(i)).empty();
    if (found && !plural) break;
    if (plural) noun = i;
    found = plural;
    ++seen;
  }
  return found ? noun : words.size();
}

}  // namespace

std::string singular(std::string_view noun) {
  std::string lower(noun);
  std::ranges::transform(lower, lower.begin(), text::ascii_lower);
  const auto irregular = std::ranges::lower_bound(kIrregular, lower, {}, &Plural::plural);
  if (irregular != kIrregular.end() && irregular->plural == lower) return std::string(irregular->singular);
  const std::size_t size = noun.size();
  const auto without = [&](std::size_t letters, std::string_view ending = {}) {
    return std::string(noun.substr(0, size - letters)).append(ending);
  };
  if (size > 4 && lower.ends_with("men")) return without(2, "an");
  if (size < 3 || !lower.ends_with('s')) return {};
  if (noun.back() == 'S') return size > 3 ? std::string(noun) : std::string();  // HIMARS
  if (lower.ends_with("ss") || lower.ends_with("us") || lower.ends_with("is")) return {};
  if (size > 4 && lower.ends_with("ies")) return without(3, "y");
  for (const std::string_view ending : {"sses", "shes", "ches", "xes", "oes"}) {
    if (lower.ends_with(ending)) return without(2);
  }
  return without(1);
}

CountedNoun counted_noun(const LowerWords& words, std::size_t first) {
  if (CountedNoun named = model_name(words, first); named.last > 0) return named;
  if (ends_noun_phrase(words, first)) return {};
  const std::size_t noun = noun_in_phrase(words, first);
  if (noun == words.size()) return {};
  CountedNoun counted{singular(words.at(noun)), noun + 1};
  if (std::ranges::binary_search(kNotCounted, std::string_view(singular(words.lower(noun))))) return {};
  if (counted.unit == "point" && noun > first && words.lower(noun - 1) == "percentage") {
    counted.unit = "percentage point";
  }
  return counted.unit.empty() ? CountedNoun{} : counted;
}

}  // namespace sayso::extract
