#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace sayso::text {

/// The forms of a regular English verb: itself, -s, -ed, -ing, with and without a doubled last letter ("admit" also
/// makes "admited": to tell verbs apart that does no harm). ASCII, small letters.
[[nodiscard]] std::vector<std::string> verb_forms(std::string_view verb);

/// The regular plural of an English noun.
[[nodiscard]] std::string noun_plural(std::string_view noun);

}  // namespace sayso::text
