#include "extract/chain/addressees.h"

#include <algorithm>
#include <array>
#include <string>

#include "extract/chain/noun_phrase.h"

namespace sayso::extract {
namespace {

template <std::size_t N>
bool among(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// Verbs whose object hears what is said.
bool has_hearer(std::string_view verb) {
  constexpr std::array<std::string_view, 24> kVerbs{
      "advised",   "asked",   "asks",     "assured",  "assures",   "assuring", "briefed",   "informed",
      "informing", "informs", "notified", "promised", "reassured", "reminded", "reminding", "reminds",
      "tell",      "telling", "tells",    "told",     "warned",    "warning",  "warns",     "thanked"};
  return among(kVerbs, verb);
}

bool is_object_pronoun(std::string_view word) {
  constexpr std::array<std::string_view, 6> kPronouns{"him", "her", "them", "me", "us", "you"};
  return among(kPronouns, word);
}

/// The words behind a cue that name who hears it; empty where none do.
Tokens hearer_behind(const Words& words, std::size_t at, std::size_t end) {
  if (at >= end) return {};
  const std::string first = words.lower(at);
  if (is_object_pronoun(first) && !words.is_capital(at)) return {at, at + 1};
  const NounPhrase phrase = read_noun_phrase(words, at, end);
  const bool hears = phrase.sort == Sort::somebody || phrase.sort == Sort::other;
  if (phrase.tokens.empty() || !hears || phrase.names_outlet() || phrase.cut_short) return {};
  // "told at length", "warned that": no noun phrase that begins so hears.
  const bool bare_plural = phrase.tokens.last == at + 1 && first.ends_with('s') && !first.ends_with("ss");
  const bool begins = words.is_capital(at) || first == "the" || first == "a" || first == "his" || first == "their" ||
                      bare_plural || phrase.sort == Sort::somebody;
  return begins ? phrase.tokens : Tokens{};
}

}  // namespace

void find_addressees(const Words& words, std::vector<Statement>& statements) {
  for (Statement& statement : statements) {
    if (!statement.cue) continue;
    const Tokens cue = words.within(*statement.cue);
    if (cue.empty() || !has_hearer(words.lower(cue.last - 1))) continue;
    constexpr std::size_t kLongest = 12;  // tokens
    std::size_t end = std::min(cue.last + kLongest, words.size());
    for (const Span& part : statement.content) {
      const std::size_t first = words.within(part).first;
      if (first >= cue.last) end = std::min(end, first);
    }
    const Tokens hearer = hearer_behind(words, cue.last, end);
    if (hearer.empty()) continue;
    const Span span = words.span(hearer);
    const auto meets = [&](const Span& other) { return other.overlaps(span); };
    const bool hop =
        std::any_of(statement.chain.begin(), statement.chain.end(), [&](const Hop& each) { return meets(each.span); });
    const bool content = std::any_of(statement.content.begin(), statement.content.end(), meets);
    const bool source = statement.source && meets(*statement.source);
    if (!hop && !content && !source) statement.addressee = span;
  }
}

}  // namespace sayso::extract
