#pragma once
#include <cstddef>
#include <string_view>

namespace sayso::text {

// Word lists of news English, as data; the splitters hold the rules. All lookups are O(1) in the text and, unless said
// otherwise, blind to the case of ASCII letters.

/// What a full stop after an abbreviation may mean.
enum class Abbreviation : unsigned char {
  none,
  title,   ///< before a name, never at the end of a sentence: Mr., Gen., St.
  number,  ///< an abbreviation only before a number: No., Vol., p.
  date,    ///< months and week days: Sept., Sat.; an abbreviation before a number, in lists and in brackets
  place,   ///< US states as newspapers write them, capitalised: Mass., D-Ore.
  end,     ///< may also end a sentence: Inc., Jr., a.m., etc., U.S.
  inner,   ///< rarely at the end: vs., i.e., e.g., approx.
};

/// The class of a word, given without its last full stop: "Mr", "U.S", "a.m". Letters with full stops between
/// them ("U.S", "N.A.T.O", "W.Va") are `end`. A single capital is not in the table: see is_initial.
[[nodiscard]] Abbreviation abbreviation(std::string_view word);

/// A single capital letter, which with a full stop is an initial.
[[nodiscard]] bool is_initial(std::string_view word);

/// Words that are capitalised because a sentence begins with them, hardly ever because of a name: The, He, But.
[[nodiscard]] bool starts_sentences(std::string_view word);

/// said, asks, wrote: what may follow a quotation and its speaker.
[[nodiscard]] bool is_speech_verb(std::string_view word);

/// Words that go on after "5 p.m.": weekdays, months, time zones.
[[nodiscard]] bool follows_time(std::string_view word);

/// Units written right behind a number: 5bn, 10am, 20kg.
[[nodiscard]] bool is_unit(std::string_view word);

/// Prefixes that make one token with what follows their hyphen: non-, anti-, e-.
[[nodiscard]] bool is_prefix(std::string_view word);

/// Where a word written as one is cut in two tokens (can|not, gon|na), or 0. Lower or Capitalised only.
[[nodiscard]] std::size_t contraction(std::string_view word);

/// Common short words without content: the, of, and. More than a third of running English.
[[nodiscard]] bool is_function_word(std::string_view word);

/// Endings of web addresses: com, org, gov.
[[nodiscard]] bool is_domain(std::string_view word);

}  // namespace sayso::text
