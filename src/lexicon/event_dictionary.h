#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lexicon/entries.h"
#include "sayso/result.h"

namespace sayso::lexicon {

/// What a verb or pattern is coded as: `forward` from source to target, `backward` from target to source ("[031:032]").
/// An empty code is none; without either the verb is passed over ("[---]").
struct EventCode {
  std::string forward, backward;
  [[nodiscard]] bool none() const { return forward.empty() && backward.empty(); }
  friend bool operator==(const EventCode&, const EventCode&) = default;
};

/// Words that stand for each other: a set `&NAME` with the sets within it, or one literal word. Each alternative is one
/// or more words of text::tokens() in small letters, which stand next to each other.
struct WordSet {
  std::vector<std::vector<std::string>> alternatives;  ///< the longest first
};

/// One place of a pattern.
struct PatternPart {
  /// words; `*` the verb; `$` the source; `+` the target; `^` an actor that is passed over; `%` source and target in
  /// one.
  enum class Kind : std::uint8_t { words, verb, source, target, skip, pair };
  Kind kind = Kind::words;
  bool adjacent = false;  ///< "_": stands next to the part before it; else anything may stand between
  std::uint32_t set = 0;  ///< of words: index of EventDictionary::sets
};

struct Pattern {
  std::vector<PatternPart> parts;  ///< in the order of the text
  std::size_t verb = 0;            ///< which part is the verb
  EventCode code;
  std::string text;  ///< as the dictionary writes it
  Origin origin;
};

/// Verbs that share patterns.
struct VerbBlock {
  EventCode code;
  std::vector<Pattern> patterns;  ///< the most specific first: by parts, then by those that are adjacent
};

struct Verb {
  std::string name;  ///< as the dictionary writes it
  EventCode code;    ///< its own, else its block's
  std::uint32_t block = 0;
  bool noun = false;  ///< a noun that names a happening: "meeting"
  Origin origin;
};

/// A form of a verb: one word or more, of which `at` is the verb itself ("cordoned off").
struct VerbForm {
  std::vector<std::string> words;  ///< small letters
  std::size_t at = 0;
  std::uint32_t verb = 0;
};

/// A word or phrase that keeps a sentence, or with `story` the whole text, from being coded.
struct Discard {
  std::vector<std::string> words;  ///< small letters
  bool story = false;
  Origin origin;
};

/// What a code of CAMEO is in PLOVER.
struct PloverCode {
  std::string type, mode;
  std::vector<std::string> contexts;
};

/// Dictionaries of verbs and discards as PETRARCH reads them, and PLOVER's names of the codes. Const after reading and
/// safe to share between threads.
struct EventDictionary {
  std::vector<std::string> files;
  std::vector<WordSet> sets;
  std::vector<VerbBlock> blocks;
  std::vector<Verb> verbs;
  std::unordered_map<std::string, std::vector<VerbForm>> forms;    ///< by the form's word `at`; longer ones first
  std::unordered_map<std::string, std::vector<Discard>> discards;  ///< by their first word
  std::unordered_map<std::string, PloverCode> plover;              ///< by CAMEO code
  std::vector<Error> faults;                                       ///< by file and line; at most Draft::kMaxFaults
  std::size_t fault_count = 0;

  /// "verbs.txt:12"
  [[nodiscard]] std::string place(Origin origin) const;
  /// The row of the code, else of the longest code that begins it; null if there is none.
  [[nodiscard]] const PloverCode* plover_of(std::string_view cameo) const;
};

/// Reads the event dictionaries of a folder and those below it: verbs (`*.verbs.txt`, `CAMEO*.txt`), discards
/// (`*.discards.txt`), PLOVER's names (`*.plover.txt`); other files are passed over. What is wrong in a file is among
/// the faults and the rest is used. Errors: file_not_found, file_unreadable.
[[nodiscard]] Result<EventDictionary> read_event_folder(const std::string& folder);

/// Whether a file is one of them, by its name.
[[nodiscard]] bool is_event_file(std::string_view path);

/// Adds the rows of `below` that `above` lacks as a whole: its verbs where that has none, its discards and PLOVER names
/// likewise.
[[nodiscard]] EventDictionary over(EventDictionary above, const EventDictionary& below);

/// Reads one dictionary of verbs as PETRARCH 1 and 2 write them:
///
///   &TIES_                          a set of words; a plural stands for each word too, unless "_" ends it or the set
///   +MILITARY                       its words; +&OTHER takes in another set
///   --- ABANDON  [345]  ---         a block of verbs and its code
///   ABANDON {ABANDONS ABANDONED}    a verb with its forms, which else are formed by rule; it may have its own [code]
///   +CORDON_OFF {+CORDONED_OFF}     more words than one, '+' before the verb
///   - * NEW_&TIES_WITH + [903]      a pattern, as PatternPart says; () and {} only group words
///   = MEETING {MEETINGS} [046]      a noun that names a happening (ours, not PETRARCH's)
///
/// Transformations of PETRARCH 2 (`~`) are passed over with a fault. `draft` takes the faults.
void read_verbs(std::string_view text, std::uint32_t file, Draft& draft, EventDictionary& dictionary);

/// Reads "+PHRASE" (story) and "PHRASE" (sentence), one a line.
void read_discards(std::string_view text, std::uint32_t file, Draft& draft, EventDictionary& dictionary);

/// Reads rows "code TAB type TAB mode TAB context,context".
void read_plover(std::string_view text, std::uint32_t file, Draft& draft, EventDictionary& dictionary);

/// Regular forms of an English verb in small letters: itself, -s, -ed, -ing.
[[nodiscard]] std::vector<std::string> verb_forms(const std::string& verb);

/// Regular plural of an English noun in small letters.
[[nodiscard]] std::string noun_plural(const std::string& noun);

}  // namespace sayso::lexicon
