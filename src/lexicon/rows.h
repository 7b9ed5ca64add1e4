#pragma once
#include <cstdint>
#include <string_view>

#include "lexicon/entries.h"

namespace sayso::lexicon {

/// Reads Sayso's own text form (docs/lexicon.md): one row a line, fields between tabs, '#' begins a comment line.
///
///   entry  ID  NAME  KIND  [country=UKR] [wikidata=Q1] [from=DAY] [until=DAY] [stands_for=ID]
///                          [implies=KIND] [represents=KIND]
///   code   ID  CAMEO       [from=DAY] [until=DAY]
///   name | demonym | metonym | place | title   ID  NAME  [from=DAY] [until=DAY]
///
/// The NAME of an entry row is one of its names too. Appends to `draft`; what is wrong becomes a fault there.
void read_rows(std::string_view text, std::uint32_t file, Draft& draft);

/// The form under which an entry's own name is found.
[[nodiscard]] Form form_of(Kind kind);

}  // namespace sayso::lexicon
