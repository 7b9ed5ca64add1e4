#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "lexicon/entries.h"
#include "lexicon/lines.h"

namespace sayso::lexicon {

/// Reads an actor dictionary of PETRARCH (`*.actors.txt`) as it is:
///
///   AFGHAN_NATIONAL_ARMY [AFGMIL]   a name, '_' for a blank, and its codes; '#' begins a comment
///   +ANSF                           another name of the same actor
///       [AFGREB <20011222]          codes may follow on lines of their own, each with a restriction:
///       [AFGGOV 011222-120901]      until, from (>) or both; years are four digits or two (00 to 30 are 20..)
///       [---]                       no code
///
/// An actor whose first name is the canonical name of one entry of the lexicon below adds to that entry; else it
/// becomes an entry `petrarch/...`. Its kind is what the code tells; with dated codes it is a person. These files are
/// in capitals, so only a name's first word demands a capital of the text.
void read_petrarch_actors(std::string_view text, std::uint32_t file, Draft& draft);

/// Reads an agent dictionary of PETRARCH (`*.agents.txt`) as it is; each agent becomes a role:
///
///   !PERSON! = MAN, MEN, WOMAN, WOMEN, PERSON     a set, which stands for each of its words
///   CONGRESS!PERSON! [~LEG]
///   THIEF {THIEVES} [~CRM]                        with its plural; {} for none, otherwise it is formed
void read_petrarch_agents(std::string_view text, std::uint32_t file, Draft& draft);

/// The next line that is neither blank nor comment, without its comment; empty at the end. XML comments are passed
/// over.
[[nodiscard]] std::string_view next_petrarch_line(Lines& lines);

/// "AFGHAN_NATIONAL_ARMY_" -> "Afghan National Army"; short words that are rather abbreviations keep their capitals.
[[nodiscard]] std::string petrarch_name(std::string_view raw);

/// The entry of the lexicon below that bears this name (of a role, if `role`), else the entry `petrarch/...`, defined
/// with that name and kind on first sight.
[[nodiscard]] std::uint32_t petrarch_entry(Draft& draft, const std::string& name, bool role, Origin origin);

}  // namespace sayso::lexicon
