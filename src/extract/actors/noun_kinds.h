#pragma once
#include <string_view>

#include "extract/actors/cast.h"
#include "extract/actors/reading_words.h"
#include "sayso/record.h"

namespace sayso::extract {

/// What a common noun says of whom it names: "statement" a document, "telethon" a medium, "ministry" a government;
/// unknown where it says nothing. `lower` in small letters.
[[nodiscard]] ActorKind kind_of_noun(std::string_view lower);

/// spokeswoman, Mrs, queen; spokesman, Mr, king.
[[nodiscard]] Gender gender_of_noun(std::string_view lower);

/// Mr, Mrs, Dr: a title that is no office.
[[nodiscard]] bool is_honorific(std::string_view lower);

/// spokesman, representative, press secretary: who speaks for another.
[[nodiscard]] bool speaks_for_another(std::string_view lower);

/// government, side, authorities: behind a state's name, the state.
[[nodiscard]] bool names_a_state(std::string_view lower);

[[nodiscard]] ActorKind kind_of_entry(lexicon::Kind kind);

}  // namespace sayso::extract
