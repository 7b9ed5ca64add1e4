#include <string>
#include <string_view>
#include <vector>

#include "lexicon/event_dictionary.h"

namespace sayso::lexicon {
namespace {

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

bool hisses(const std::string& word) {
  const char last = word.back();
  return last == 's' || last == 'x' || last == 'z' || word.ends_with("ch") || word.ends_with("sh");
}

bool y_after_consonant(const std::string& word) {
  return word.size() > 1 && word.back() == 'y' && !is_vowel(word[word.size() - 2]);
}

}  // namespace

std::vector<std::string> verb_forms(const std::string& verb) {
  if (verb.size() < 2) return {verb};
  const std::string stem = verb.substr(0, verb.size() - 1);
  if (verb.back() == 'e') return {verb, verb + "s", verb + "d", (verb.ends_with("ee") ? verb : stem) + "ing"};
  if (y_after_consonant(verb)) return {verb, stem + "ies", stem + "ied", verb + "ing"};
  return {verb, verb + (hisses(verb) ? "es" : "s"), verb + "ed", verb + "ing"};
}

std::string noun_plural(const std::string& noun) {
  if (noun.empty()) return noun;
  if (y_after_consonant(noun)) return noun.substr(0, noun.size() - 1) + "ies";
  return noun + (hisses(noun) ? "es" : "s");
}

}  // namespace sayso::lexicon
