#include "extract/times/tense.h"

#include <algorithm>
#include <array>

#include "text/unicode.h"

namespace sayso::extract {
namespace {

// Ascending.
constexpr std::array kAhead = std::to_array<std::string_view>(
    {"'ll",      "ahead",    "aim",      "aims",   "could",    "deadline",  "due",     "expect", "expected", "expects",
     "forecast", "going",    "hope",     "hopes",  "if",       "intend",    "intends", "might",  "must",     "plan",
     "planned",  "planning", "plans",    "poised", "proposed", "scheduled", "shall",   "should", "slated",   "till",
     "unless",   "until",    "upcoming", "will",   "wo",       "would",     "’ll"});
constexpr std::array kPastAuxiliaries =
    std::to_array<std::string_view>({"'d", "'ve", "did", "had", "has", "have", "was", "were", "’ve"});
constexpr std::array kIrregular = std::to_array<std::string_view>(
    {"became",   "began", "begun", "bought", "broke",    "brought", "built", "came",  "caught", "chose",
     "cut",      "died",  "drew",  "drove",  "fell",     "felt",    "fled",  "flew",  "fought", "found",
     "gave",     "gone",  "got",   "grew",   "heard",    "held",    "hit",   "kept",  "knew",   "laid",
     "launched", "led",   "left",  "lost",   "made",     "meant",   "met",   "paid",  "put",    "quit",
     "ran",      "rose",  "said",  "sat",    "saw",      "seen",    "sent",  "set",   "shook",  "shot",
     "showed",   "sold",  "spent", "spoke",  "stood",    "struck",  "sworn", "taken", "taught", "thought",
     "threw",    "told",  "took",  "went",   "withdrew", "woke",    "won",   "wore",  "wrote"});
constexpr std::array kBetween =
    std::to_array<std::string_view>({"again", "also", "be", "been", "being", "finally", "have", "later", "n't", "never",
                                     "not", "now", "only", "soon", "then"});

bool in(const auto& list, std::string_view word) { return std::ranges::binary_search(list, word); }

/// "to present", "to be held", not "to Kyiv", "to the", "to 50".
bool opens_infinitive(const Terms& terms, std::size_t at) {
  if (!terms.is(at, "to")) return false;
  const std::string_view next = terms.word(at + 1);
  if (next.size() < 2 || !text::ascii_alpha(next.front()) || terms.at(at + 1).capital) return false;
  return !next.ends_with('s') && !next.ends_with("ing") &&
         !one_of(next, {"the",    "an",     "his",    "her",  "its",  "their", "our",   "my",      "your", "it",
                        "them",   "him",    "me",     "us",   "you",  "that",  "date",  "about",   "more", "some",
                        "any",    "all",    "both",   "one",  "two",  "three", "end",   "early",   "late", "mid",
                        "nearly", "almost", "around", "over", "next", "last",  "today", "tomorrow"});
}

/// The tense that the verb or planning word at a term gives, or unknown.
Tense verbal(const Terms& terms, std::size_t at, Tense group) {
  const Term& term = terms.at(at);
  const std::string_view word = term.word;
  if (one_of(word, {"may"})) return term.capital ? Tense::unknown : Tense::future;
  if (in(kAhead, word)) {
    const bool unreal = one_of(word, {"could", "might", "must", "should", "would"}) &&
                        (terms.is(at + 1, "have") || terms.is(at + 2, "have"));
    return unreal ? Tense::past : Tense::future;
  }
  if (word == "set" && one_of(terms.word(at + 1), {"to", "for"})) return Tense::future;
  if (opens_infinitive(terms, at)) return Tense::future;
  if (in(kPastAuxiliaries, word))
    return one_of(word, {"has", "have"}) && terms.is(at + 1, "to") ? Tense::future : Tense::past;
  const bool past_form = in(kIrregular, word) || (word.size() > 4 && word.ends_with("ed") && !term.capital);
  if (!past_form) return Tense::unknown;
  return group != Tense::unknown ? group : Tense::past;
}

}  // namespace

std::vector<Tense> tenses(const Terms& terms, std::size_t begin, std::size_t end) {
  std::vector<Tense> here(end - begin, Tense::unknown);
  std::vector<bool> infinitive(end - begin);  // belongs to "to" and a verb
  Tense group = Tense::unknown;               // of the verb group that the term may still belong to
  bool verb_expected = false, in_infinitive = false;
  for (std::size_t at = begin; at < end; ++at) {
    const Tense tense = verbal(terms, at, group);
    here[at - begin] = tense;
    if (tense != Tense::unknown) {
      if (terms.is(at, "to") || group == Tense::unknown) in_infinitive = terms.is(at, "to");
      verb_expected = terms.is(at, "to");
      group = tense;
    } else if (verb_expected) {
      verb_expected = false;  // the verb itself
    } else if (!in(kBetween, terms.word(at))) {
      group = Tense::unknown;
      in_infinitive = false;
    }
    infinitive[at - begin] = in_infinitive;
  }
  std::vector<Tense> result = here;
  Tense last = Tense::unknown;
  for (std::size_t i = 0; i < result.size(); ++i) {
    if (here[i] != Tense::unknown) last = here[i];
    result[i] = last;
  }
  last = Tense::unknown;
  for (std::size_t i = result.size(); i-- > 0;) {
    // "On Thursday, the candidate for the vote to be held in May resigned": an infinitive behind tells nothing.
    if (here[i] != Tense::unknown && !infinitive[i]) last = here[i];
    if (result[i] == Tense::unknown) result[i] = last;
  }
  return result;
}

}  // namespace sayso::extract
