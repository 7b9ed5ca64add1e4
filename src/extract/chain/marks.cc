#include "extract/chain/marks.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "extract/chain/noun_phrase.h"
#include "extract/chain/vocabulary.h"

namespace sayso::extract {
namespace {

struct RelayCue {
  const RelayPhrase* phrase = nullptr;
  std::size_t end = 0;  // token behind it
};

// Where some words, with a blank between them, end if they begin at a token; else `at`.
std::size_t end_of_words(const Words& words, std::string_view wanted, std::size_t at) {
  std::size_t token = at;
  while (!wanted.empty()) {
    const std::size_t length = std::min(wanted.find(' '), wanted.size());
    if (words.lower(token) != wanted.substr(0, length)) return at;
    wanted.remove_prefix(std::min(length + 1, wanted.size()));
    ++token;
  }
  return token;
}

RelayCue relay_cue_at(const Words& words, std::size_t at, std::size_t end) {
  for (const RelayPhrase& phrase : relay_phrases()) {
    const std::size_t behind = end_of_words(words, phrase.words, at);
    if (behind > at && behind <= end) return {&phrase, behind};
  }
  return {};
}

bool is_evidence_phrase(const Words& words, const NounPhrase& phrase) {
  return is_evidence(words.lower(phrase.tokens.last - 1));
}

// "data from the ministry": the ministry.
NounPhrase behind_evidence(const Words& words, const NounPhrase& phrase, std::size_t end) {
  const std::size_t at = phrase.tokens.last;
  const std::string preposition = words.lower(at);
  if (!is_evidence_phrase(words, phrase) || at + 1 >= end) return phrase;
  if (preposition != "from" && preposition != "by" && preposition != "of") return phrase;
  const NounPhrase inner = read_noun_phrase(words, at + 1, end);
  return inner.sort == Sort::other || inner.tokens.empty() ? phrase : inner;
}

std::optional<Mark> relay_mark(const Words& words, std::size_t at, std::size_t end) {
  const auto [phrase, behind] = relay_cue_at(words, at, end);
  if (phrase == nullptr) return std::nullopt;
  NounPhrase who = read_noun_phrase(words, behind, end);
  if (who.tokens.empty()) return std::nullopt;
  if (phrase->relation == Relation::citing) who = behind_evidence(words, who, end);
  const bool somebody = who.names_outlet() || who.sort == Sort::somebody || who.sort == Sort::forum;
  const bool carries =
      phrase->relation == Relation::citing && who.sort == Sort::medium && !is_evidence_phrase(words, who);
  if (who.cut_short || (phrase->outlets_only ? !who.names_outlet() : !(somebody || carries))) return std::nullopt;
  return Mark{{at, who.tokens.last},
              who.sort == Sort::outlet ? who.name() : who.tokens,
              phrase->relation,
              carries ? Mark::Kind::medium : Mark::Kind::relay};
}

// Behind what was said: ", reports the Gazette."
std::optional<Mark> reporting_clause_turned(const Words& words, std::size_t at, std::size_t end) {
  if (words.is_word(at) || !is_report(words.lower(at + 1))) return std::nullopt;
  const NounPhrase who = read_noun_phrase(words, at + 2, end);
  if (who.sort != Sort::outlet || who.cut_short) return std::nullopt;
  const std::size_t after = skip_time(words, who.tokens.last, end);
  if (after < end && words.is_word(after)) return std::nullopt;
  return Mark{{at, who.tokens.last}, who.name(), Relation::reported_by, Mark::Kind::relay};
}

// "as the Gazette reported"; and behind what was said ", the Gazette reported".
std::optional<Mark> reporting_clause(const Words& words, std::size_t at, std::size_t end) {
  const std::string opener = words.lower(at);
  if (opener != "as" && words.is_word(at)) return std::nullopt;
  const NounPhrase who = read_noun_phrase(words, at + 1, end);
  if (who.sort != Sort::outlet || !is_report(words.lower(who.tokens.last))) return std::nullopt;
  const std::size_t after = skip_time(words, who.tokens.last + 1, end);
  if (opener != "as" && after < end && words.is_word(after)) return std::nullopt;
  return Mark{{at, who.tokens.last + 1}, who.name(), Relation::reported_by, Mark::Kind::relay};
}

// "the Gazette reported on Monday that", before whoever said it.
std::optional<Mark> leading_report(const Words& words, std::size_t at, std::size_t end) {
  const NounPhrase who = read_noun_phrase(words, at, end);
  if (who.sort != Sort::outlet || who.tokens.last >= end || !is_report(words.lower(who.tokens.last)))
    return std::nullopt;
  std::size_t last = skip_time(words, who.tokens.last + 1, end);
  if (last < end && words.lower(last) == "that") ++last;
  return Mark{{at, last}, who.name(), Relation::reported_by, Mark::Kind::report};
}

// "as part of a rally" is during it: where its "of" stands, else `at`.
std::size_t behind_as_part(const Words& words, std::size_t at) {
  if (words.lower(at) != "as") return at;
  const std::size_t part = words.lower(at + 1) == "a" ? at + 2 : at + 1;
  return words.lower(part) == "part" && words.lower(part + 1) == "of" ? part + 1 : at;
}

// "a show of defiance": of what, and no show.
bool is_idiom(const Words& words, const NounPhrase& phrase) {
  const std::size_t next = phrase.tokens.last + 1;
  return words.lower(phrase.tokens.last - 1) == "show" && words.lower(phrase.tokens.last) == "of" &&
         !words.is_capital(next) && words.lower(next) != "the";
}

bool has_capital(const Words& words, Tokens range) {
  while (range.first < range.last && !words.is_capital(range.first)) ++range.first;
  return !range.empty();
}

std::optional<Mark> medium_mark(const Words& words, std::size_t at, std::size_t end) {
  const std::size_t preposition = behind_as_part(words, at);
  const std::uint8_t where = preposition > at ? std::uint8_t{kDuring} : place(words.lower(at));
  if (where == 0) return std::nullopt;
  const NounPhrase phrase = read_noun_phrase(words, preposition + 1, end);
  const bool outlet = phrase.sort == Sort::outlet && (where & (kIn | kOn | kVia)) != 0;
  if (phrase.cut_short || (!outlet && (phrase.places & where) == 0)) return std::nullopt;
  if (words.lower(at) == "by" && has_capital(words, phrase.tokens)) return std::nullopt;  // whoever made something
  if (is_idiom(words, phrase)) return std::nullopt;
  const Carrier carrier = read_carrier(words, phrase, end);
  const std::size_t last = skip_circumstances(words, carrier.end, end);
  return Mark{{at, last}, carrier.name, Relation::said_on, Mark::Kind::medium};
}

// "told the Gazette", "addressing the assembly", "speaking to the Gazette".
std::optional<Mark> address_mark(const Words& words, std::size_t at, std::size_t end) {
  const std::string verb = words.lower(at);
  const bool with_preposition = is_conversation(verb);
  if (!is_address(verb) && !with_preposition) return std::nullopt;
  const std::string preposition = words.lower(at + 1);
  if (with_preposition && preposition != "to" && preposition != "with") return std::nullopt;
  const NounPhrase phrase = read_noun_phrase(words, at + (with_preposition ? 2 : 1), end);
  const bool hears =
      phrase.names_outlet() || phrase.sort == Sort::forum || (phrase.places & (kIn | kAt)) == (kIn | kAt);
  if (phrase.tokens.empty() || !hears) return std::nullopt;
  const Carrier carrier = read_carrier(words, phrase, end);
  return Mark{{at, carrier.end}, carrier.name, Relation::said_on, Mark::Kind::told};
}

std::optional<Mark> issue_mark(const Words& words, std::size_t at, std::size_t end) {
  if (!is_issue(words.lower(at))) return std::nullopt;
  const NounPhrase phrase = read_noun_phrase(words, at + 1, end);
  constexpr std::uint8_t kPaper = kIn | kVia;
  if (phrase.sort != Sort::medium || (phrase.places & kPaper) != kPaper) return std::nullopt;
  const Carrier carrier = read_carrier(words, phrase, end);
  return Mark{{at, carrier.end}, carrier.name, Relation::said_on, Mark::Kind::issue};
}

// "according to a letter from the union", where the union speaks.
std::optional<Mark> document_mark(const Words& words, std::size_t at, std::size_t end) {
  if (words.lower(at) != "according" || words.lower(at + 1) != "to") return std::nullopt;
  const NounPhrase phrase = read_noun_phrase(words, at + 2, end);
  if ((phrase.places & kAccordingTo) == 0) return std::nullopt;
  const std::size_t last = skip_time(words, phrase.tokens.last, end);
  const std::string after = words.lower(last);
  if (after != "by" && after != "from" && after != "of") return std::nullopt;
  return Mark{{at, last + 1}, phrase.tokens, Relation::said_on, Mark::Kind::document};
}

}  // namespace

std::vector<Mark> find_marks(const Words& words, Tokens range) {
  using Finder = std::optional<Mark> (*)(const Words&, std::size_t, std::size_t);
  constexpr std::array<Finder, 8> kFinders = {relay_mark,     reporting_clause, reporting_clause_turned,
                                              leading_report, document_mark,    address_mark,
                                              issue_mark,     medium_mark};
  std::vector<Mark> out;
  for (std::size_t at = range.first; at < range.last;) {
    std::size_t next = at + 1;
    for (const Finder finder : kFinders) {
      if (const auto mark = finder(words, at, range.last)) {
        out.push_back(*mark);
        next = mark->tokens.last;
        break;
      }
    }
    at = std::max(next, at + 1);
  }
  return out;
}

bool is_relay_phrase(const Words& words, Tokens range) {
  const RelayCue cue = relay_cue_at(words, range.first, range.last);
  return cue.phrase != nullptr && cue.end == range.last;
}

}  // namespace sayso::extract
