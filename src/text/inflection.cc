#include "text/inflection.h"

namespace sayso::text {
namespace {

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

bool hisses(std::string_view word) {
  const char last = word.back();
  return last == 's' || last == 'x' || last == 'z' || word.ends_with("ch") || word.ends_with("sh");
}

bool y_after_consonant(std::string_view word) {
  return word.size() > 1 && word.back() == 'y' && !is_vowel(word[word.size() - 2]);
}

}  // namespace

std::vector<std::string> verb_forms(std::string_view verb) {
  const std::string base(verb);
  if (verb.size() < 2) return {base};
  const std::string stem = base.substr(0, base.size() - 1);
  if (verb.back() == 'e') return {base, base + "s", base + "d", (verb.ends_with("ee") ? base : stem) + "ing"};
  if (y_after_consonant(verb)) return {base, stem + "ies", stem + "ied", base + "ing"};
  const std::string doubled = base + base.back();
  return {base, base + (hisses(verb) ? "es" : "s"), base + "ed", base + "ing", doubled + "ed", doubled + "ing"};
}

std::string noun_plural(std::string_view noun) {
  std::string base(noun);
  if (noun.empty()) return base;
  if (y_after_consonant(noun)) return base.substr(0, base.size() - 1) + "ies";
  return base + (hisses(noun) ? "es" : "s");
}

}  // namespace sayso::text
