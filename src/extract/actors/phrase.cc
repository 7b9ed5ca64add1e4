#include "extract/actors/phrase.h"

#include <algorithm>
#include <array>

#include "extract/actors/noun_kinds.h"

namespace sayso::extract {
namespace {

template <std::size_t N>
bool among(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

constexpr std::array<std::string_view, 8> kDefinite{"the", "this", "that", "these", "those", "both", "all", "such"};
constexpr std::array<std::string_view, 14> kIndefinite{"a",     "an",  "another", "some", "any",      "several", "many",
                                                       "other", "one", "over",    "no",   "multiple", "various", "few"};
constexpr std::array<std::string_view, 9> kNumbers{"two",   "three", "four", "five", "six",
                                                   "seven", "eight", "nine", "ten"};
// What ends the part of a noun phrase that names; "of" is looked at apart.
constexpr std::array<std::string_view, 45> kStops{
    "for",   "in",      "at",      "on",      "from",  "with",   "by",     "to",   "who",
    "which", "that",    "whose",   "whom",    "where", "when",   "while",  "as",   "including",
    "such",  "or",      "about",   "against", "after", "before", "during", "near", "under",
    "over",  "between", "through", "than",    "into",  "is",     "was",    "has",  "have",
    "had",   "are",     "were",    "said",    "says",  "citing", "across", "nor",  "but"};
// Nouns behind which "of" goes on a name.
constexpr std::array<std::string_view, 42> kNamesWithOf{
    "ministry", "department",   "bank",        "house",      "parliament", "council",    "university",
    "church",   "chamber",      "board",       "union",      "office",     "bureau",     "institute",
    "court",    "republic",     "kingdom",     "government", "federation", "embassy",    "secretary",
    "member",   "minister",     "president",   "king",       "queen",      "commission", "committee",
    "group",    "organization", "association", "society",    "army",       "movement",   "league",
    "congress", "centre",       "center",      "academy",    "school",     "bishop",     "archbishop"};
constexpr std::array<std::string_view, 15> kParticles{"de", "al", "von", "van", "bin", "ibn", "der", "la",
                                                      "le", "el", "du",  "da",  "di",  "ben", "&"};

bool is_mark(const ReadingWords& words, std::size_t at) {
  const std::string_view word = words.word(at);
  return word.size() <= 3 && word.find_first_of(",;:.!?()[]\"“”«»—–") == 0;
}
bool is_quote(std::string_view word) {
  return word == "\"" || word == "“" || word == "”" || word == "'" || word == "’";
}
bool is_possessive_mark(std::string_view word) { return word == "'s" || word == "’s" || word == "'" || word == "’"; }

/// Behind what stands before a noun phrase without naming: marks, "both", "more than" of "more than 40 residents".
std::size_t behind_lead(const ReadingWords& words, std::size_t first, std::size_t last) {
  constexpr std::array<std::string_view, 5> kLeads{"both", "as", "neither", "either", "nearly"};
  while (first + 1 < last) {
    const std::string_view word = words.lower(first), next = words.lower(first + 1);
    const bool than = next == "than" && (word == "more" || word == "fewer" || word == "less");
    const bool at_least = word == "at" && (next == "least" || next == "most");
    const bool not_only = word == "not" && (next == "only" || next == "just");
    if ((than || at_least || not_only) && first + 2 < last) {
      first += 2;
    } else if (is_mark(words, first) || is_quote(words.word(first)) || among(kLeads, word)) {
      ++first;
    } else {
      break;
    }
  }
  return first;
}

/// Behind a bracketed abbreviation, "(MP)", that begins at `at`; else `at`.
std::size_t behind_brackets(const ReadingWords& words, std::size_t at, std::size_t last) {
  if (words.word(at) != "(") return at;
  for (std::size_t i = at + 1; i < std::min(last, at + 4); ++i) {
    if (words.word(i) == ")") return i + 1;
  }
  return at;
}

bool in_match(const ReadingWords& words, std::size_t at) {
  const lexicon::Match* found = words.match(at);
  return found != nullptr && found->first < at;
}

bool joins_name(const ReadingWords& words, std::size_t at) {
  return among(kParticles, words.lower(at)) || words.lower(at) == "of" || words.lower(at) == "the" ||
         words.lower(at) == "and" || words.word(at) == "-" || words.word(at) == "–";
}

/// Behind "to Germany" in "Ambassador to Kenya Ada Holm"; `at` where no name follows. A spokesman for someone
/// has no post.
std::size_t behind_post(const ReadingWords& words, std::size_t at, std::size_t last) {
  const std::string_view word = words.lower(at);
  if (word != "to" && (word != "for" || speaks_for_another(words.lower(at - 1)))) return at;
  std::size_t place = at + 1;
  while (place < last && words.lower(place) == "the") ++place;
  if (place >= last || !words.capitalised(place)) return at;
  const std::size_t behind = words.match(place) != nullptr ? words.match(place)->last : place + 1;
  return behind < last && words.capitalised(behind) ? behind : at;
}

/// Whether the preposition at `at` goes on a name: "Commission on Coastal Waters".
bool goes_on_name(const ReadingWords& words, std::size_t at, std::size_t last) {
  const std::string_view word = words.lower(at);
  const bool seat = word == "in" && (words.lower(at - 1) == "embassy" || words.lower(at - 1) == "consulate");
  return (seat || word == "on" || word == "for") && at + 1 < last && words.capitalised(at + 1) &&
         words.capitalised(at - 1) && (seat || among(kNamesWithOf, words.lower(at - 1)));
}

/// Whether an office and its holder's name stand from `at` on: "U.S. President Joe Biden".
bool names_holder(const ReadingWords& words, std::size_t at, std::size_t last) {
  while (at < last && (words.lower(at) == "the" || (words.state_at(at) != lexicon::kNone && !words.is_title(at)))) ++at;
  const std::size_t title = at;
  while (at < last && words.is_title(at)) ++at;
  return at > title && at < last && words.capitalised(at);
}

/// Where the part that names ends. "of" belongs to it behind the nouns of kNamesWithOf, where what follows is a name.
std::size_t core_end(const ReadingWords& words, std::size_t first, std::size_t last) {
  bool of = false;
  for (std::size_t i = first; i < last; ++i) {
    if (i > first && in_match(words, i)) continue;
    const std::string_view word = words.lower(i);
    if (i > first && behind_brackets(words, i, last) > i) {
      const std::size_t next = behind_brackets(words, i, last);
      if (next >= last || !words.capitalised(next)) return i;
      i = next - 1;
      continue;
    }
    if (i > first && words.is_title(i - 1) && behind_post(words, i, last) > i) {
      i = behind_post(words, i, last) - 1;
      continue;
    }
    if (i > first && goes_on_name(words, i, last)) continue;
    if (i > first && (is_mark(words, i) || among(kStops, word) || is_quote(word))) return i;
    // "lawyer and Holm ally Bo Lund" is one.
    const bool calling =
        i > first && !words.capitalised(i - 1) &&
        (words.implied_by(i - 1) == lexicon::Kind::person || kind_of_noun(words.lower(i - 1)) == ActorKind::person) &&
        !words.lower(i - 1).ends_with('s');
    if (word == "and" && i > first && !of && !calling) return i;
    if (word == "of" && i > first) {
      if (!among(kNamesWithOf, words.lower(i - 1)) && words.implied_by(i - 1) != lexicon::Kind::government) return i;
      // "the administration of President Joe Biden" is not he.
      if (!words.is_title(i - 1) && names_holder(words, i + 1, last)) return i;
      of = true;
    }
  }
  return last;
}

/// The run of capitalised words that ends at `last`, with particles between them.
std::size_t name_begin(const ReadingWords& words, std::size_t first, std::size_t last) {
  std::size_t begin = last;
  for (std::size_t i = last; i-- > first;) {
    if (words.capitalised(i) || words.in_capitalised_name(i)) {
      begin = i;
    } else if (!joins_name(words, i) && words.word(i) != "(" && words.word(i) != ")" &&
               (i == first || !goes_on_name(words, i, last))) {
      break;
    } else if (words.lower(i) == "the" && (i == first || words.lower(i - 1) != "of")) {
      break;
    }
  }
  return begin;
}

/// Behind the last office or honorific in [first, last), and behind "of the United States" after it.
std::size_t behind_titles(const ReadingWords& words, std::size_t first, std::size_t last) {
  std::size_t behind = first;
  for (std::size_t i = first; i < last; ++i) {
    if (words.is_title(i)) behind = i + 1;
  }
  if (behind > first && behind + 1 < last && words.word(behind) == "-" && words.lower(behind + 1) == "elect")
    behind += 2;
  if (behind > first && behind < last && (words.lower(behind) == "of" || words.lower(behind) == "to")) {
    std::size_t at = behind + 1;
    while (at < last && words.lower(at) == "the") ++at;
    if (at < last && words.match(at) != nullptr) {
      at = std::min(words.match(at)->last, last);
    } else {
      while (at < last && words.capitalised(at) && at + 2 < last) ++at;
    }
    behind = at;
  }
  if (behind > first && behind < last && words.word(behind) == ")") ++behind;
  while (behind > first && behind < last && behind_brackets(words, behind, last) > behind) {
    behind = behind_brackets(words, behind, last);
  }
  return behind;
}

/// Whether the words end in what an organisation is called by: "General Assembly" is no general's name.
bool names_organization(const ReadingWords& words, std::size_t last) {
  const ActorKind kind = kind_of_noun(words.lower(last - 1));
  return words.capitalised(last - 1) && (kind == ActorKind::organization || kind == ActorKind::government);
}

/// Whether a name from `begin` on is only the end of "ministry of inner affairs of Norway", which begins at `first`.
bool is_owner_behind(const ReadingWords& words, std::size_t first, std::size_t begin) {
  return begin > first + 1 && words.lower(begin - 1) == "of" && !words.capitalised(begin - 2) &&
         !words.is_title(begin - 2);
}

/// "Mr. and Mrs. Holm": the first of the two. Its head is the honorific, for the name is the other one's.
bool read_couple(const ReadingWords& words, std::size_t first, std::size_t last, Phrase& phrase) {
  if (first + 3 >= last || !is_honorific(words.lower(first)) || words.lower(first + 1) != "and") return false;
  if (!is_honorific(words.lower(first + 2)) || !words.capitalised(first + 3)) return false;
  phrase.name = {first + 3, first + 3};
  while (phrase.name.last < last && words.capitalised(phrase.name.last)) ++phrase.name.last;
  phrase.core = phrase.role = {first, first + 1};
  phrase.head = first;
  return true;
}

/// The comma before what is added to a noun phrase whose naming part ends at `end`: right there, or before a name
/// behind "at the treasury"; `last` where none is.
std::size_t comma_before_apposition(const ReadingWords& words, std::size_t end, std::size_t last) {
  std::size_t at = end;
  while (at < last && words.word(at) != ",") {
    if (pronoun_of(words.lower(at)) == Pronoun::other) return last;
    ++at;
  }
  const bool name = at + 1 < last && words.capitalised(at + 1);
  return at == end || name ? at : last;
}

void read_determiner(const ReadingWords& words, Phrase& phrase, std::size_t& at, std::size_t last) {
  const auto definite = [](Pronoun p) { return p != Pronoun::none && p != Pronoun::other; };
  while (at + 1 < last) {
    const std::string_view word = words.lower(at);
    if (among(kDefinite, word)) {
      phrase.determiner = Determiner::definite;
    } else if (among(kIndefinite, word)) {
      phrase.determiner = Determiner::indefinite;
    } else if (among(kNumbers, word) || (word.front() >= '0' && word.front() <= '9')) {
      phrase.plural = true;
    } else if (definite(pronoun_of(word)) && word != "us") {
      phrase.determiner = Determiner::possessive;
    } else {
      return;
    }
    ++at;
  }
}

}  // namespace

Pronoun pronoun_of(std::string_view lower) {
  struct Row {
    Pronoun pronoun;
    std::string_view words;
  };
  constexpr std::array<Row, 8> kRows{{{Pronoun::he, " he him his himself "},
                                      {Pronoun::she, " she her hers herself "},
                                      {Pronoun::it, " it its itself "},
                                      {Pronoun::they, " they them their theirs themselves "},
                                      {Pronoun::i, " i me my mine myself "},
                                      {Pronoun::we, " we us our ours ourselves "},
                                      {Pronoun::you, " you your yours yourself yourselves "},
                                      {Pronoun::other, " who whom whose which that this these those here there "}}};
  if (lower.empty() || lower.size() > 10) return Pronoun::none;
  char buffer[12] = {' '};
  std::copy(lower.begin(), lower.end(), buffer + 1);
  buffer[lower.size() + 1] = ' ';
  for (const Row& row : kRows) {
    if (row.words.find(std::string_view(buffer, lower.size() + 2)) != std::string_view::npos) return row.pronoun;
  }
  return Pronoun::none;
}

Phrase read_phrase(const ReadingWords& words, std::size_t first, std::size_t last) {
  Phrase phrase;
  first = behind_lead(words, first, last);
  while (last > first + 1 &&
         (is_mark(words, last - 1) || is_possessive_mark(words.word(last - 1)) || is_quote(words.word(last - 1)))) {
    --last;
  }
  phrase.whole = {first, last};
  if (read_couple(words, first, last, phrase)) return phrase;
  std::size_t at = first;
  // "US" is no pronoun.
  const bool state = words.word(first) == "US" || words.word(first) == "U.S.";
  phrase.pronoun = state ? Pronoun::none : pronoun_of(words.lower(first));
  const std::size_t end = core_end(words, first, last);
  const bool bare =
      end == first + 1 && (among(kDefinite, words.lower(first)) || among(kIndefinite, words.lower(first)) ||
                           is_mark(words, first) || is_quote(words.word(first)));
  if (bare) phrase.pronoun = Pronoun::other;
  if (phrase.pronoun != Pronoun::none && (end == first + 1 || phrase.pronoun == Pronoun::other)) {
    phrase.core = {first, first + 1};
    phrase.head = first;
    return phrase;
  }
  phrase.pronoun = Pronoun::none;
  read_determiner(words, phrase, at, end);
  // The last possessive mark parts the possessor from the rest.
  for (std::size_t i = end; i-- > at + 1;) {
    if (is_possessive_mark(words.word(i)) && i + 1 < end && !in_match(words, i)) {
      phrase.possessor = {at, i};
      phrase.determiner = Determiner::possessive;
      at = i + 1;
      break;
    }
  }
  phrase.core = {phrase.possessor.empty() ? first : at, end};
  // "Harbour Gazette newspaper": the name stands before what it is.
  std::size_t name_end = end;
  const bool outlet = kind_of_noun(words.lower(end - 1)) == ActorKind::media || words.lower(end - 1) == "agency";
  // ... but "German media" are no outlet of that name.
  if (end > at + 1 && !words.capitalised(end - 1) && outlet && words.state_at(end - 2) == lexicon::kNone &&
      name_begin(words, at, end - 1) < end - 1) {
    name_end = end - 1;
  }
  const std::size_t begin = std::max(at, name_begin(words, at, name_end));
  const std::size_t titles = names_organization(words, end) ? at : behind_titles(words, at, end);
  // "Critics said": a common noun that begins a sentence.
  const bool common = begin + 1 == end && at == first && words.match(begin) == nullptr &&
                      kind_of_noun(words.lower(begin)) != ActorKind::unknown;
  const bool owner = is_owner_behind(words, at, std::max(begin, titles));
  if (!owner && titles < name_end && begin < name_end && !common) {
    phrase.name = {std::max(begin, titles), name_end};
    phrase.role = {at, phrase.name.first};
    phrase.head = name_end - 1;
  } else {
    // A common noun, or an office: the head stands before "of".
    std::size_t head = end;
    for (std::size_t i = at + 1; i < end; ++i) {
      if (words.lower(i) == "of" && !in_match(words, i)) {
        head = i;
        break;
      }
    }
    phrase.head = head - 1;
    phrase.role = {at, head};
    const std::string_view noun = words.lower(phrase.head);
    phrase.plural |= noun.size() > 3 && noun.ends_with('s') && !noun.ends_with("ss") && !noun.ends_with("us");
    phrase.plural |= noun == "people" || noun == "women" || noun == "men" || noun == "media" || noun == "police";
  }
  const std::size_t comma = comma_before_apposition(words, end, last);
  if (comma + 1 < last) {
    std::size_t behind = comma + 1;
    while (behind < last && words.word(behind) != "," && words.lower(behind) != "who") ++behind;
    if (pronoun_of(words.lower(comma + 1)) == Pronoun::none && !among(kStops, words.lower(comma + 1)) &&
        words.lower(comma + 1) != "and" && behind > comma + 1) {
      phrase.apposition = {comma + 1, behind};
    }
  }
  return phrase;
}

}  // namespace sayso::extract
