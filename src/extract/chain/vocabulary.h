#pragma once
#include <cstdint>
#include <span>
#include <string_view>

#include "sayso/record.h"

namespace sayso::extract {

// What news English calls the ways on which words travel, as data. All words are given in lower case.

/// Where a noun that carries words may stand; several are summed.
inline constexpr std::uint8_t kIn = 1, kOn = 2, kAt = 4, kDuring = 8;
inline constexpr std::uint8_t kVia = 16;          ///< via, through, over, by
inline constexpr std::uint8_t kAccordingTo = 32;  ///< "according to a tweet by": the words of whoever wrote it

/// The places in which a medium, an occasion or a document carries what was said: "interview", "tweet", "television".
/// 0 for other nouns.
[[nodiscard]] std::uint8_t medium(std::string_view noun);

/// The place that a preposition makes, or 0.
[[nodiscard]] std::uint8_t place(std::string_view preposition);

/// A common noun for an outlet: newspaper, broadcaster, media.
[[nodiscard]] bool is_outlet_noun(std::string_view noun);
/// The last word of many outlets' names: Times, News, Radio.
[[nodiscard]] bool ends_outlet_names(std::string_view word);
/// What words are addressed to in public: assembly, parliament, conference.
[[nodiscard]] bool is_forum(std::string_view noun);
/// Who reports for an outlet: correspondent, journalist.
[[nodiscard]] bool is_reporter(std::string_view noun);
/// Who or what may be named as an origin: source, official, spokesman, witnesses.
[[nodiscard]] bool is_informant(std::string_view noun);
/// What an informant supplies, and which alone is no origin: data, figures.
[[nodiscard]] bool is_evidence(std::string_view noun);
/// series, pair: "a series of interviews" are interviews.
[[nodiscard]] bool is_partitive(std::string_view noun);

/// Words that say when: Monday, week, early, ago.
[[nodiscard]] bool is_time(std::string_view word);
/// Words that may open a noun phrase: the, his, several.
[[nodiscard]] bool is_determiner(std::string_view word);
/// Words that end one though they look like content: given, ahead, saying.
[[nodiscard]] bool ends_phrase(std::string_view word);

/// who, because: what follows them belongs to another verb.
[[nodiscard]] bool opens_clause(std::string_view word);

/// told, addressed: verbs whose object hears it.
[[nodiscard]] bool is_address(std::string_view verb);
/// speaking, spoke: verbs whose hearer stands behind to or with.
[[nodiscard]] bool is_conversation(std::string_view verb);
/// published, aired: what may stand between an occasion and its medium.
[[nodiscard]] bool is_publication(std::string_view participle);
/// reported, writes: what outlets do with others' words.
[[nodiscard]] bool is_report(std::string_view verb);
/// released, signed: verbs that bring a document before the public.
[[nodiscard]] bool is_issue(std::string_view verb);
[[nodiscard]] bool is_confirm(std::string_view verb);
/// stated, made: what was done with "this" or "the remarks" in "This was stated in an interview".
[[nodiscard]] bool is_utterance(std::string_view verb);
/// appeared, spoke: what somebody does on a medium to be heard there.
[[nodiscard]] bool is_appearance(std::string_view verb);
/// this, remarks, report: what stands for the statement before.
[[nodiscard]] bool means_earlier_words(std::string_view word);

/// A phrase before whoever passes words on.
struct RelayPhrase {
  std::string_view words;  ///< with one blank between them
  Relation relation;       ///< reported_by: who relays; citing: from whom the relayer has it
  bool outlets_only;       ///< where the phrase has other uses too
};
[[nodiscard]] std::span<const RelayPhrase> relay_phrases();

}  // namespace sayso::extract
