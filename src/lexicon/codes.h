#pragma once
#include <string_view>

#include "lexicon/kinds.h"

namespace sayso::lexicon {

/// An ISO 3166-1 alpha-3 code; XKX is Kosovo.
[[nodiscard]] bool is_country(std::string_view code);

/// Groups of three letters, of which the first is a country, a region or a kind of actor that CAMEO has ("USAGOV",
/// "IGOUNO"), or of a role ("~GOV", "NGO~"). The groups after it are open: CAMEO lists thousands.
[[nodiscard]] bool is_cameo(std::string_view code);

/// The ISO code of the country that a CAMEO code begins with, or empty.
[[nodiscard]] std::string_view country_of(std::string_view cameo);

/// What a CAMEO code tells of its bearer's kind, which is often nothing: USAGOV is a minister or a ministry.
[[nodiscard]] Kind kind_of(std::string_view cameo);

}  // namespace sayso::lexicon
